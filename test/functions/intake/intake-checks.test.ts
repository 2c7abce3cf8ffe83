import { expect, it } from 'vitest'
import { PutIntake } from '../../../functions/intake/contract.ts'
import { checkIntake } from '../../../functions/intake/intake-checks.ts'
import type { BirthDate } from '../../../functions/registration/age.ts'
import { anIntake } from '../../builders/intake.ts'

const today = '2026-11-22'
const withBirth = (date: string, precision: BirthDate['precision'] = 'DAY') => {
  const intake = anIntake()
  return checkIntake({ ...intake, fast: { ...intake.fast, birth: { date, precision } } }, today)
}

it('takes nobody for older than anybody alive', () => {
  expect(withBirth('1905-11-23')).toBeUndefined()
  expect(withBirth('1905-11-22')).toEqual({ refusal: 'invalid-fields', fields: ['fast.birth'] })
  expect(withBirth('0085-01-01', 'YEAR')).toEqual({ refusal: 'invalid-fields', fields: ['fast.birth'] })
})

it('takes a paper form with the time it was written at, and none from tomorrow', () => {
  const written = (writtenAt: string) => anIntake({ lateCapture: { writtenAt, officer: 'Palesa M.' } })
  expect(PutIntake.safeParse(written('2026-11-20T18:30:00.000Z')).error).toBeUndefined()
  expect(checkIntake(written('2026-11-22T21:59:00.000Z'), today)).toBeUndefined()
  expect(checkIntake(written('2026-11-22T22:00:00.000Z'), today)).toEqual({
    refusal: 'date-in-future',
    fields: ['lateCapture.writtenAt'],
  })
})

const agreed = { purpose: 'FOLLOWUP_CONTACT', mode: 'VERBAL_WITNESSED', language: 'st', textVersion: 'a1b2c3d4' }
const other = crypto.randomUUID()
it.each([
  ['a yes and a no to one purpose', { consents: [true, false].map(given => ({ ...agreed, given })) }, 'consents'],
  [
    'two answers to one match',
    { matches: ['SAME', 'DIFFERENT'].map(answer => ({ personId: other, answer })) },
    'matches',
  ],
  [
    'one item twice among what was not given',
    { notGiven: ['DECLINED', 'OUT_OF_STOCK'].map(reason => ({ item: 'BLANKET', reason })) },
    'notGiven',
  ],
])('refuses %s', (_name, override, field) => {
  const { error } = PutIntake.safeParse({ ...anIntake(), ...override })
  expect(error?.issues).toMatchObject([{ path: [field], params: { word: 'named-twice' } }])
})

it('takes an answer each from a child and from their guardian', () => {
  const consents = ['GUARDIAN_CONSENT', 'CHILD_ASSENT'].map(guardian => ({ ...agreed, given: true, guardian }))
  expect(PutIntake.safeParse({ ...anIntake(), consents }).success).toBe(true)
})
