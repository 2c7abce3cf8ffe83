import { expect, it } from 'vitest'
import { checkFullTier } from '../../../functions/registration/full-tier-checks.ts'
import type { FullTier } from '../../../functions/registration/person-fields.ts'
import { aFullIntake } from '../../builders/intake.ts'

const today = '2026-11-22'
const money = (employment: FullTier['employment']): FullTier => ({ employment })

it.each<[FullTier | undefined]>([
  [undefined],
  [{}],
  [aFullIntake().full],
  [{ stopped: { on: today }, document: { type: 'P', expiresOn: '2030-01-01' } }],
  [money({ paidCents: 0, currency: 'ZAR' })],
  [{ mobileMoney: { operator: 'NONE' } }],
  // captured before there were such checks
  [{ wages: { owed: true, amountCents: 5_000 } }],
])('finds nothing amiss with %j', full => {
  expect(checkFullTier(full, today)).toBeUndefined()
})

it.each<[string, FullTier]>([
  ['full.stopped.on', { stopped: { on: '2026-11-23' } }],
  ['full.migration.firstDepartureOn', { migration: { firstDepartureOn: '2027-01-01' } }],
  ['full.migration.lastEntryOn', { migration: { lastEntryOn: '2027-01-01' } }],
])('refuses a day that has not come: %s', (field, full) => {
  expect(checkFullTier(full, today)).toEqual({ refusal: 'date-in-future', fields: [field] })
})

it.each<[string, FullTier]>([
  ['full.mobileMoney.whose', { mobileMoney: { operator: 'NONE', whose: 'RELATIVE' } }],
  ['full.employment.currency', money({ paidCents: 5_000 })],
  ['full.employment.per', money({ agreedCents: 5_000, currency: 'LSL' })],
])('refuses what stands for nothing: %s', (field, full) => {
  expect(checkFullTier(full, today)).toEqual({ refusal: 'invalid-fields', fields: [field] })
})
