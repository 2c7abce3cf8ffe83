import { expect, it } from 'vitest'
import { draftFromIntake } from '../../../../web/src/reception/intake/draft-from-intake.ts'
import { shareWithFamily } from '../../../../web/src/reception/intake/draft-keeper.ts'
import { DraftValues, draftOf, valuesOf } from '../../../../web/src/reception/intake/draft-values.ts'
import { intakeBody } from '../../../../web/src/reception/intake/intake-body.ts'
import { emptyDraft, type IntakeDraft } from '../../../../web/src/reception/intake/intake-draft.ts'
import { aDraft, aMatch, today } from './a-draft.ts'

const facts = {
  today,
  textVersion: 'a1b2c3d4',
  displayNumber: 'XV-7F2-00001-M',
  stock: undefined,
  at: '2026-11-22T08:00:00.000Z',
}

/** Everything filled that a form can hold. */
function fullDraft(): IntakeDraft {
  const draft = aDraft(21)
  draft.otherName.value = 'Mokoena'
  draft.otherNameType.value = 'CLAN_PRAISE'
  draft.nameOnDocument.value = 'FOULO KGOTSO'
  draft.takenForChild.value = [true]
  draft.accompaniment.value = 'ACCOMPANIED'
  draft.guardian.value = 'GUARDIAN_CONSENT'
  draft.household.value = { householdId: '0193a3a0-0000-7000-8000-0000000000aa', name: 'Foulo' }
  draft.householdRole.value = 'HEAD'
  draft.transport.value = 'TAXI'
  draft.phoneAllows.value = ['CALL']
  draft.interpreter.value = [true]
  draft.urgentFlags.value = ['NURSE_NOW']
  draft.supportChanges.value = { BLANKET: 0 }
  draft.visited.value = [0, 1]
  draft.section.value = 2
  draft.late.isLate.value = [true]
  draft.late.date.day.value = '20'
  draft.late.date.month.value = '11'
  draft.late.date.year.value = '2026'
  draft.late.clock.value = '23:30'
  draft.late.officer.value = 'Palesa M.'
  draft.late.witness.value = 'Tefo K.'
  draft.noSlip.value = [true]
  draft.words.value = ['SUN', 'RIVER']
  draft.displayNumber.value = facts.displayNumber
  draft.matches.value = { facts: 'x', found: [aMatch('0193a3a0-0000-7000-8000-000000000099')] }
  draft.matchAnswers.value = { '0193a3a0-0000-7000-8000-000000000099': 'DIFFERENT' }
  return draft
}

it('comes back from the tablet as it was left, and makes the same command', () => {
  const draft = fullDraft()
  const kept = DraftValues.parse(JSON.parse(JSON.stringify(valuesOf(draft))))
  const back = draftOf(kept)
  expect(valuesOf(back)).toEqual(valuesOf(draft))
  expect(intakeBody(back, facts)).toEqual(intakeBody(draft, facts))
})

it('leaves out what another version wrote and this one cannot read, and keeps the rest', () => {
  const kept = JSON.parse(JSON.stringify(valuesOf(fullDraft())))
  kept.values.urgentFlags = ['A_FLAG_OF_TOMORROW']
  kept.values.channel = 'PIGEON'
  delete kept.values.captured
  delete kept.late
  const back = draftOf(DraftValues.parse(kept))
  expect([back.urgentFlags.value, back.channel.value, back.surname.value]).toEqual([[], undefined, 'Foulo'])
  expect(back.late.isLate.value).toEqual([])
})

it('is made again from a command that came back from the server', () => {
  const body = intakeBody(fullDraft(), facts)
  const back = draftFromIntake('0193a3a0-0000-7000-8000-000000000021', body, today)
  back.matches.value = fullDraft().matches.value
  back.matchAnswers.value = fullDraft().matchAnswers.value
  expect(intakeBody(back, facts)).toEqual(body)
})

it('shares address, transport and kits with the next of a family, and nothing that was asked of one alone', () => {
  const next = emptyDraft(aDraft().batchId)
  shareWithFamily(fullDraft(), next)
  expect([next.homeDistrict.value, next.transport.value, next.supportChanges.value]).toEqual([
    'LS-C',
    'TAXI',
    { BLANKET: 0 },
  ])
  expect(next.household.value?.name).toBe('Foulo')
  const alone = [
    next.urgentFlags,
    next.householdRole,
    next.guardian,
    next.accompaniment,
    next.shareDistrict,
    next.channel,
  ]
  expect(alone.map(({ value }) => value)).toEqual([[], undefined, undefined, undefined, undefined, undefined])
})
