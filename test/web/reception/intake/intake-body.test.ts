import { describe, expect, it } from 'vitest'
import { PutIntake } from '../../../../functions/intake/contract.ts'
import { checkIntake } from '../../../../functions/intake/intake-checks.ts'
import { displayNumber } from '../../../../functions/registration/display-number.ts'
import type { Holding } from '../../../../functions/supplies/desk-contract.ts'
import { problemsOf } from '../../../../web/src/reception/intake/draft-problems.ts'
import { intakeBody } from '../../../../web/src/reception/intake/intake-body.ts'
import type { IntakeDraft } from '../../../../web/src/reception/intake/intake-draft.ts'
import type { Left } from '../../../../web/src/reception/intake/support-proposal.ts'
import { aDraft, aMatch, today } from './a-draft.ts'

const number = displayNumber({ postCode: 'MB', deviceCode: '7F2K', sequence: 1 })
const bodyOf = (draft: IntakeDraft, left?: Left, holdings: readonly Holding[] = []) =>
  intakeBody(draft, {
    ...{ today, textVersion: 'a1b2c3d4', displayNumber: number, at: '2026-11-22T08:00:00.000Z' },
    stock: left && { left, holdings, payers: [] },
  })

describe('the command an intake becomes', () => {
  it('is what the contract and its checks take', () => {
    const body = bodyOf(aDraft(21))
    expect(PutIntake.safeParse(JSON.parse(JSON.stringify(body))).error).toBeUndefined()
    expect(checkIntake(body, today)).toBeUndefined()
    expect(body.fast).toMatchObject({
      names: { givenNames: 'Khotso', surname: 'Foulo' },
      birth: { date: '1985-01-01', precision: 'YEAR' },
      phone: { number: '+26658123456', channel: 'OWN_PHONE', mayCall: false, mayLeaveMessage: false },
    })
  })

  it('keeps a "no" like a "yes"', () => {
    const draft = aDraft()
    draft.shareDistrict.value = false
    draft.channel.value = 'NONE'
    const body = bodyOf(draft)
    expect(body.consents.map(({ purpose, given }) => [purpose, given])).toEqual([
      ['SHARE_DISTRICT', false],
      ['FOLLOWUP_CONTACT', false],
    ])
    expect(body.fast.phone).toBeUndefined()
    expect(body.fast.reachBy).toBeUndefined()
  })

  it('takes a wish to call us for a no to being called, and a visit for a yes', () => {
    const draft = aDraft()
    draft.channel.value = 'PERSON_CALLS_US'
    expect(bodyOf(draft).consents[1]?.given).toBe(false)
    draft.channel.value = 'VISIT'
    expect(bodyOf(draft).fast.reachBy).toBe('VISIT')
    expect(bodyOf(draft).consents[1]?.given).toBe(true)
  })

  it('is about the person recognised, and keeps every answer', () => {
    const [same, different] = ['0193a3a0-0000-7000-8000-0000000000b1', '0193a3a0-0000-7000-8000-0000000000b2'] as const
    const draft = aDraft()
    draft.matches.value = { facts: '', found: [aMatch(same), aMatch(different)] }
    draft.matchAnswers.value = { [same]: 'SAME', [different]: 'DIFFERENT' }
    expect(bodyOf(draft)).toMatchObject({
      personId: same,
      knownPerson: true,
      matches: [
        { personId: same, answer: 'SAME' },
        { personId: different, answer: 'DIFFERENT' },
      ],
    })
  })

  it('forgets a "same" about somebody who is not found any more', () => {
    const draft = aDraft()
    draft.matches.value = { facts: '', found: [] }
    draft.matchAnswers.value = { '0193a3a0-0000-7000-8000-0000000000b1': 'SAME' }
    expect(bodyOf(draft)).toMatchObject({ personId: draft.newPersonId, knownPerson: false, matches: [] })
  })

  it('counts what was not there, and what was not wanted', () => {
    const draft = aDraft()
    draft.supportChanges.value = { TRANSPORT_ONWARD: 0, SHELTER_TEMP: 2 }
    const body = bodyOf(draft, { FOOD_PACK: 9, TRANSPORT_ONWARD: 9, SHELTER_TEMP: 9 })
    expect(body.support).toEqual([
      { item: 'FOOD_PACK', quantity: 1 },
      { item: 'SHELTER_TEMP', quantity: 2 },
    ])
    expect(body.notGiven).toEqual([
      { item: 'BLANKET', reason: 'OUT_OF_STOCK' },
      { item: 'TRANSPORT_ONWARD', reason: 'DECLINED' },
    ])
  })

  it('proposes with a birth that was mended last', () => {
    const draft = aDraft()
    draft.birth.year.value = '1885'
    expect(problemsOf(draft, today)).toMatchObject({ birth: 'birth-no-such-date', support: 'who-first' })
    draft.birth.year.value = '1985'
    expect(problemsOf(draft, today)).toEqual({})
    expect(bodyOf(draft, { FOOD_PACK: 9, BLANKET: 9, TRANSPORT_ONWARD: 9 })).toMatchObject({
      support: [{ item: 'TRANSPORT_ONWARD' }, { item: 'FOOD_PACK' }, { item: 'BLANKET' }],
      notGiven: undefined,
    })
  })

  it('says who answered for a child where an answer was the basis', () => {
    const draft = aDraft()
    draft.birth.year.value = '2015'
    draft.accompaniment.value = 'ACCOMPANIED'
    draft.guardian.value = 'GUARDIAN_CONSENT'
    const body = bodyOf(draft)
    expect(body.consents.map(({ guardian }) => guardian)).toEqual([undefined, 'GUARDIAN_CONSENT'])
    expect(body.fast.accompaniment).toBe('ACCOMPANIED')
    expect(checkIntake(body, today)).toBeUndefined()
  })
})
