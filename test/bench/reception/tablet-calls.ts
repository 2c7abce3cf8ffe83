/** What the benchmark asks of the page it measures (`test/web/outbox/bench-kit.tsx`). Times are in milliseconds. */
export interface TabletCalls {
  /** An officer with a vault that is open. */
  begin(): Promise<void>
  /** So many more records that wait to be sent. */
  keep(count: number): Promise<void>
  /** From asking for the list to its first rows on the screen, with their names opened. */
  openList(): Promise<number>
  /** A half-filled form kept so many times, sealed and durable. */
  saveForms(turns: number): Promise<number[]>
  /** The same bytes put so many times, open, into a strict store of IndexedDB. */
  putBare(turns: number): Promise<number[]>
}
