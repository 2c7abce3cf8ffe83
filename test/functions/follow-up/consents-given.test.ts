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
