/** What the proof of the ledger finds. */
export interface Flaw {
  readonly flaw: 'differs' | 'negative' | 'way-not-allowed' | 'lots-differ' | 'overspent' | 'unknown-record'
  readonly account: string
  readonly item: string
  readonly lot?: string
  /** Of a line or a lease: which of its own figures. */
  readonly figure?: string
  /** What the entries come to. */
  readonly entries?: number
  readonly balance?: number
}
