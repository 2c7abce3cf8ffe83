import { expect, it } from 'vitest'
import {
  type Caregiver,
  caregiverClaim,
  confirmsCaregiver,
  type Sayer,
} from '../../../functions/registration/caregiver.ts'
import type { FullTier } from '../../../functions/registration/person-fields.ts'

const child = 'child'
const aunt: Caregiver = { name: 'Lineo', relation: 'OTHER_RELATIVE', standing: 'CLAIMED' }
const confirmed = { ...aunt, standing: 'CONFIRMED' } as const
const full = (caregiver: Caregiver): FullTier => ({ care: { caregiver } })
const claimed = { full: full(aunt), caregiverClaimedBy: 'officer-1' }
const saying = (officerId: string, override: Partial<Sayer> = {}): Sayer => ({
  officerId,
  mayConfirm: true,
  registeredThem: false,
  ...override,
})

it('keeps what is said of a caregiver as a claim of who wrote it down', () => {
  expect(caregiverClaim(child, undefined, full(aunt), saying('officer-1'))).toEqual({ claimedBy: 'officer-1' })
  expect(caregiverClaim(child, undefined, { care: { arrangement: 'KINSHIP_CARE' } }, saying('officer-1'))).toEqual({
    claimedBy: undefined,
  })
})

it('lets nobody confirm what they claimed themselves, or what nobody has claimed', () => {
  const refused = { refusal: 'second-officer-needed' }
  expect(caregiverClaim(child, claimed, full(confirmed), saying('officer-1'))).toEqual(refused)
  expect(caregiverClaim(child, undefined, full(confirmed), saying('officer-2'))).toEqual(refused)
  expect(caregiverClaim(child, claimed, full({ ...confirmed, name: 'Thabo' }), saying('officer-2'))).toEqual(refused)
  expect(caregiverClaim(child, claimed, full({ ...confirmed, personId: 'other' }), saying('officer-2'))).toEqual(
    refused,
  )
})

it('lets a second officer confirm it, and keeps who claimed it', () => {
  expect(caregiverClaim(child, claimed, full(confirmed), saying('officer-2'))).toEqual({ claimedBy: 'officer-1' })
})

it('lets nobody confirm it whose role may not, nor who registered the child', () => {
  const refused = { refusal: 'second-officer-needed' }
  for (const wrong of [{ mayConfirm: false }, { registeredThem: true }])
    expect(caregiverClaim(child, claimed, full(confirmed), saying('officer-2', wrong))).toEqual(refused)
})

it('leaves a confirmed caregiver confirmed, whoever says the same again', () => {
  const known = { full: full(confirmed), caregiverClaimedBy: 'officer-1' }
  expect(caregiverClaim(child, known, full(confirmed), saying('officer-1'))).toEqual({ claimedBy: 'officer-1' })
  expect(caregiverClaim(child, known, full({ ...confirmed, name: 'Thabo' }), saying('officer-2'))).toEqual({
    refusal: 'second-officer-needed',
  })
})

it('begins anew with who doubts a confirmed caregiver or names another', () => {
  const known = { full: full(confirmed), caregiverClaimedBy: 'officer-1' }
  expect(caregiverClaim(child, known, full(aunt), saying('officer-2'))).toEqual({ claimedBy: 'officer-2' })
  expect(caregiverClaim(child, known, full({ ...aunt, name: 'Thabo' }), saying('officer-3'))).toEqual({
    claimedBy: 'officer-3',
  })
})

it('takes no child for their own caregiver', () => {
  expect(caregiverClaim(child, undefined, full({ ...aunt, personId: child }), saying('officer-1'))).toEqual({
    refusal: 'person-unknown',
  })
})

it('knows a confirmation from a repetition', () => {
  expect(confirmsCaregiver(full(aunt), full(confirmed))).toBe(true)
  expect(confirmsCaregiver(full(confirmed), full(confirmed))).toBe(false)
  expect(confirmsCaregiver(undefined, full(aunt))).toBe(false)
})
