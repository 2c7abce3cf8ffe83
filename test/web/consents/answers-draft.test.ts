import { describe, expect, it } from 'vitest'
import { RecordConsents } from '../../../functions/registration/contract.ts'
import { answersDraft, answersOf, answersProblems } from '../../../web/src/consents/answers-draft.ts'
import { spokenBefore } from '../../../web/src/consents/spoken-questions.ts'
import { textVersionOf } from '../../../web/src/consents/text-version.ts'
import { someAnswers } from '../../builders/answers.ts'

describe('answers while they are asked', () => {
  it('need both where a task asks for both, and one where somebody changed their mind', () => {
    const draft = answersDraft()
    expect(answersProblems(draft, false, 'BOTH')).toEqual({ SHARE_DISTRICT: 'both', FOLLOWUP_CONTACT: 'both' })
    expect(answersProblems(draft, false, 'ANY')).toEqual({ SHARE_DISTRICT: 'one', FOLLOWUP_CONTACT: 'one' })
    draft.given.SHARE_DISTRICT.value = false
    expect(answersProblems(draft, false, 'BOTH')).toEqual({ FOLLOWUP_CONTACT: 'both' })
    expect(answersProblems(draft, false, 'ANY')).toEqual({})
  })

  it('say of a child who answered, where the answer is the ground', () => {
    const draft = answersDraft()
    draft.given.SHARE_DISTRICT.value = true
    expect(answersProblems(draft, true, 'ANY')).toEqual({})
    draft.given.FOLLOWUP_CONTACT.value = true
    expect(answersProblems(draft, true, 'BOTH')).toEqual({ guardian: 'guardian' })
    draft.guardian.value = 'CHILD_ASSENT'
    expect(answersProblems(draft, true, 'BOTH')).toEqual({})
  })
})

describe('what is sent', () => {
  it('is what was answered, with the text that was read out in that language', async () => {
    const draft = answersDraft()
    draft.given.FOLLOWUP_CONTACT.value = false
    draft.spokenIn.value = 'en'
    draft.interpreter.value = [true]
    const answers = await answersOf(draft, false)
    expect(answers).toEqual([
      {
        purpose: 'FOLLOWUP_CONTACT',
        given: false,
        mode: 'VERBAL_WITNESSED',
        language: 'en',
        interpreter: true,
        textVersion: await textVersionOf(spokenBefore('FOLLOWUP_CONTACT', 'en')),
      },
    ])
    expect(RecordConsents.safeParse(someAnswers({ answers })).success).toBe(true)
  })

  it('is also one answer to what somebody needs to ask now, with the question of that service', async () => {
    const draft = answersDraft()
    draft.given['SHARE_REFERRAL:HEALTH'].value = true
    expect(answersProblems(draft, false, 'ANY')).toEqual({})
    expect(answersProblems(draft, false, 'BOTH')).toEqual({ SHARE_DISTRICT: 'both', FOLLOWUP_CONTACT: 'both' })
    const answers = await answersOf(draft, false)
    expect(answers.map(({ purpose, given }) => [purpose, given])).toEqual([['SHARE_REFERRAL:HEALTH', true]])
    expect(answers[0]?.textVersion).toBe(await textVersionOf(spokenBefore('SHARE_REFERRAL:HEALTH', 'st')))
    expect(answers[0]?.textVersion).not.toBe(await textVersionOf(spokenBefore('SHARE_REFERRAL:LABOUR', 'st')))
    expect(RecordConsents.safeParse(someAnswers({ answers })).success).toBe(true)
  })

  it('names the guardian only where the answer is the ground', async () => {
    const draft = answersDraft()
    draft.given.SHARE_DISTRICT.value = true
    draft.given.FOLLOWUP_CONTACT.value = true
    draft.guardian.value = 'GUARDIAN_CONSENT'
    const guardians = (await answersOf(draft, true)).map(({ guardian }) => guardian)
    expect(guardians).toEqual([undefined, 'GUARDIAN_CONSENT'])
    expect((await answersOf(draft, false)).map(({ guardian }) => guardian)).toEqual([undefined, undefined])
  })

  it('tells one language from another by the text', async () => {
    const texts = await Promise.all(
      ['st', 'en', 'xh'].map(language => textVersionOf(spokenBefore('SHARE_DISTRICT', language))),
    )
    expect(texts[0]).not.toBe(texts[1])
    expect(texts[2]).toBe(texts[1])
  })
})
