/** What was not there for somebody: who declined it waits for none. Pure; the tablet asks the same. */
export const lackedIn = <Item extends string>(
  notGiven: readonly { readonly item: Item; readonly reason: string }[],
): Item[] => notGiven.flatMap(({ item, reason }) => (reason === 'DECLINED' ? [] : [item]))
