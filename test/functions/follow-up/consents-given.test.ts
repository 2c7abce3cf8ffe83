import { expect, it } from 'vitest'
import { consentsGiven } from '../../../functions/follow-up/consents-given.ts'
import { anIntake } from '../../builders/intake.ts'

const [answer] = anIntake().consents
if (!answer) throw new Error('the intake asked nothing')

it('takes the last answer to each purpose', () => {
  const answers = [
    { ...answer, purpose: 'SHARE_DISTRICT', given: true },
    { ...answer, purpose: 'FOLLOWUP_CONTACT', given: false },
    { ...answer, purpose: 'SHARE_IOM', given: true },
    { ...answer, purpose: 'SHARE_DISTRICT', given: false },
    { ...answer, purpose: 'FOLLOWUP_CONTACT', given: true },
  ] as const
  expect([...consentsGiven({ consents: [...answers] })].sort()).toEqual(['FOLLOWUP_CONTACT', 'SHARE_IOM'])
})

it("wants a child's own yes and the guardian's where both were asked", () => {
  const guardian = { ...answer, guardian: 'GUARDIAN_CONSENT' } as const
  const child = { ...answer, guardian: 'CHILD_ASSENT' } as const
  expect(consentsGiven({ consents: [guardian] })).toEqual([answer.purpose])
  expect(consentsGiven({ consents: [{ ...child, given: false }, guardian] })).toEqual([])
  expect(consentsGiven({ consents: [guardian, child] })).toEqual([answer.purpose])
})

it('lets who has come of age answer in the place of guardian and child', () => {
  const guardian = { ...answer, given: false, guardian: 'GUARDIAN_CONSENT' } as const
  const child = { ...answer, guardian: 'CHILD_ASSENT' } as const
  expect(consentsGiven({ consents: [guardian, child, answer] })).toEqual([answer.purpose])
  expect(consentsGiven({ consents: [answer, guardian] })).toEqual([])
})

it('takes silence for no', () => {
  expect(consentsGiven({ consents: [] })).toEqual([])
})
