/**
 * What becomes of a record between this device and the server: one table. Pure: no clock, no network.
 * Nothing but the server's own answer makes a record `received`.
 */
export const recordStates = ['waiting', 'sending', 'received', 'refused', 'quarantined'] as const
export type RecordState = (typeof recordStates)[number]

interface Step {
  readonly from: readonly RecordState[]
  readonly to: RecordState
}

export const recordSteps = {
  /** Put into a parcel that is about to leave. */
  send: { from: ['waiting'], to: 'sending' },
  /** Also of a refused one that its author mended on another device: it is asked about. */
  receive: { from: ['sending', 'refused'], to: 'received' },
  refuse: { from: ['sending'], to: 'refused' },
  /** The device was revoked: the server holds the record, sealed, for a supervisor. */
  quarantine: { from: ['sending'], to: 'quarantined' },
  /** No answer, or one that says later: also what a start finds that was being sent. Ids make sending again harmless. */
  sendAgain: { from: ['sending'], to: 'waiting' },
  /** The author corrected it; nothing was stored under its id. */
  mend: { from: ['refused'], to: 'waiting' },
  /** The server's data was restored: what it said no to, or set aside, may look otherwise now. */
  restore: { from: ['refused', 'quarantined'], to: 'waiting' },
} as const satisfies Record<string, Step>
export type RecordStep = keyof typeof recordSteps

/** The state after a step; undefined where the table does not allow it. */
export function stateAfter(state: RecordState, step: RecordStep): RecordState | undefined {
  const { from, to }: Step = recordSteps[step]
  return from.includes(state) ? to : undefined
}

/** The person at the tablet has still something to hope or to do for these. */
export const unsentStates = ['waiting', 'sending', 'refused'] as const satisfies readonly RecordState[]
