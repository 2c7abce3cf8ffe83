/** OPEN: it may be drawn from. RETURNED: its holder gave it back. WRITTEN_OFF: its holder is lost, and what it held. */
export const leaseStates = ['OPEN', 'RETURNED', 'WRITTEN_OFF'] as const
export type LeaseState = (typeof leaseStates)[number]
