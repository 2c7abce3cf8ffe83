import { expect, it } from 'vitest'
import { deviceTransitions, quarantineTransitions } from '../../../functions/devices/device-states.ts'
import { stateAfter } from '../../../functions/platform/transitions.ts'

it('brings no revoked tablet back', () => {
  expect(stateAfter(deviceTransitions, 'openPass', 'REVOKED')).toBeUndefined()
  expect(stateAfter(deviceTransitions, 'revokeDevice', 'REVOKED')).toBeUndefined()
  expect(stateAfter(deviceTransitions, 'openPass', 'ACTIVE')).toBe('ACTIVE')
})

it('decides once on a record, and hands on only what was released', () => {
  for (const decided of ['RELEASED', 'REJECTED', 'DELIVERED', 'REFUSED'] as const)
    for (const step of ['release', 'reject'] as const)
      expect(stateAfter(quarantineTransitions, step, decided)).toBeUndefined()
  for (const step of ['deliver', 'refuse'] as const) {
    expect(stateAfter(quarantineTransitions, step, 'RELEASED')).toBeDefined()
    for (const other of ['WAITING', 'REJECTED', 'DELIVERED', 'REFUSED'] as const)
      expect(stateAfter(quarantineTransitions, step, other)).toBeUndefined()
  }
})
