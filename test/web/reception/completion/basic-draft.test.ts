import { expect, it } from 'vitest'
import type { FastLane } from '../../../../functions/registration/person-fields.ts'
import { basicDraft, basicOf, basicProblems } from '../../../../web/src/reception/completion/basic/basic-draft.ts'
import { earlierFacts } from '../../../../web/src/reception/completion/basic/earlier-facts.ts'

const today = '2026-11-22'
const fast: FastLane = {
  names: {
    givenNames: 'Khotso',
    surname: 'Foulo',
    other: [
      { type: 'CLAN_PRAISE', name: 'Mokoena' },
      { type: 'OTHER_SPELLING', name: 'Kgotso' },
    ],
  },
  sex: 1,
  birth: { date: '1985-03-04', precision: 'AGE_EST' },
  homeDistrict: 'LS-C',
  phone: { number: '+26658123456', channel: 'OWN_PHONE', mayCall: true, mayLeaveMessage: false },
  urgentFlags: ['NURSE_NOW'],
}
const { urgentFlags: _, ...known } = fast

it('sends nothing where nothing was touched, though an age is another number today', () => {
  expect(basicOf(basicDraft(fast, today), today)).toBeUndefined()
})

it('sends all facts where one was changed, and other names as they are', () => {
  const draft = basicDraft(fast, today)
  draft.givenNames.value = ' Kgotso '
  draft.phone.value = '6212 3456'
  expect(basicOf(draft, today)).toEqual({
    ...known,
    names: { ...known.names, givenNames: 'Kgotso', asOnDocument: undefined },
    phone: { ...known.phone, number: '+26662123456' },
    accompaniment: undefined,
    reachBy: undefined,
  })
})

it('takes a number away with the way it was reached by', () => {
  const draft = basicDraft(fast, today)
  draft.channel.value = 'CHIEF'
  draft.phone.value = ''
  expect(basicOf(draft, today)).toMatchObject({ phone: undefined, reachBy: 'CHIEF' })
})

it('reads a birth anew where it was typed anew, and asks who is with a child', () => {
  const draft = basicDraft(fast, today)
  draft.birth.age.value = '12'
  expect(basicProblems(draft, today)).toEqual({ accompaniment: 'choose' })
  expect(basicOf(draft, today)).toBeUndefined()
  draft.accompaniment.value = 'SEPARATED'
  expect(basicOf(draft, today)).toMatchObject({
    birth: { date: '2014-11-22', precision: 'AGE_EST' },
    accompaniment: 'SEPARATED',
  })
})

it('sends nothing that cannot be read', () => {
  const draft = basicDraft(fast, today)
  draft.surname.value = ' '
  draft.phone.value = '12'
  expect(basicProblems(draft, today)).toEqual({ surname: 'needed', phone: 'phone' })
  expect(basicOf(draft, today)).toBeUndefined()
})

it('tells of each earlier version what the next one said otherwise, and no more', () => {
  const first = { ...known, names: { ...known.names, givenNames: 'Kgotso' }, homeDistrict: 'LS-D' } as const
  const second = { ...known, phone: { ...known.phone, number: '+26662000001' } } as typeof known
  const earlier = [
    { replacedAt: '2026-11-22T09:00:00.000Z', basic: second },
    { replacedAt: '2026-11-20T09:00:00.000Z', basic: { ...first, phone: second.phone } },
    { replacedAt: '2026-11-19T09:00:00.000Z', full: { destination: { district: 'LS-E', village: 'Ha Tau' } } as const },
  ]
  expect(earlierFacts({ fast, earlier }).map(({ what, said, until }) => [what, said, until.slice(8, 10)])).toEqual([
    ['phone', '+26662000001', '22'],
    ['name', 'Kgotso Foulo', '20'],
    ['home', 'LS-D', '20'],
    ['home', 'LS-E', '19'],
    ['destination', 'Ha Tau', '19'],
  ])
})
