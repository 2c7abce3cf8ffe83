/**
 * States and what each action starts from and leads to, as one table per thing (style.md, rule 6). The compiler checks
 * that every action is in the table and every state exists; the write repeats `statesThatAllow` as its condition.
 */
export type Transition<State extends string> = {
  readonly from: readonly [State, ...State[]]
  /** `UNCHANGED`: the action is recorded, the state stays what it was. */
  readonly to: State | 'UNCHANGED'
}
export type TransitionTable<State extends string, Action extends string> = {
  readonly [action in Action]: Transition<State>
}

/** The states an action may start from, for the condition of the write that carries it out. */
export function statesThatAllow<State extends string, Action extends string>(
  table: TransitionTable<State, Action>,
  action: Action,
): readonly [State, ...State[]] {
  return table[action].from
}

/** The state after `action`; undefined when the action does not start from `current`. */
export function stateAfter<State extends string, Action extends string>(
  table: TransitionTable<State, Action>,
  action: Action,
  current: State,
): State | undefined {
  const { from, to } = table[action]
  if (!from.includes(current)) return undefined
  return to === 'UNCHANGED' ? current : to
}

/** The same table as the condition of a write: the item's `state` is one that the action may start from. */
export function whileStateAllows<State extends string, Action extends string>(
  table: TransitionTable<State, Action>,
  action: Action,
): { readonly when: string; readonly values: Readonly<Record<string, State>> } {
  const states = statesThatAllow(table, action)
  return {
    when: `#state IN (${states.map((_, index) => `:from${index}`).join(', ')})`,
    values: Object.fromEntries(states.map((state, index) => [`from${index}`, state])),
  }
}
