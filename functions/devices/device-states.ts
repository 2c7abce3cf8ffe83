/** What becomes of a device, and of a record that a revoked one sent. Pure: no clock, no network, no AWS. */
import type { TransitionTable } from '../platform/transitions.ts'

/** A wiped or revoked tablet enrols anew, under another id and another code. */
export const deviceStates = ['ACTIVE', 'REVOKED'] as const
export type DeviceState = (typeof deviceStates)[number]

export const deviceTransitions = {
  openPass: { from: ['ACTIVE'], to: 'UNCHANGED' },
  revokeDevice: { from: ['ACTIVE'], to: 'REVOKED' },
} as const satisfies TransitionTable<DeviceState, 'openPass' | 'revokeDevice'>

/** `DELIVERED`: released and stored by the function that owns it. `REFUSED`: released, refused there, and kept for its author. */
export const quarantineStates = ['WAITING', 'RELEASED', 'REJECTED', 'DELIVERED', 'REFUSED'] as const
export type QuarantineState = (typeof quarantineStates)[number]

export const quarantineTransitions = {
  release: { from: ['WAITING'], to: 'RELEASED' },
  reject: { from: ['WAITING'], to: 'REJECTED' },
  deliver: { from: ['RELEASED'], to: 'DELIVERED' },
  refuse: { from: ['RELEASED'], to: 'REFUSED' },
} as const satisfies TransitionTable<QuarantineState, 'release' | 'reject' | 'deliver' | 'refuse'>
