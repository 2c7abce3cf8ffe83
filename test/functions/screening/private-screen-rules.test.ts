import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  observationCodes,
  type ScreenItemId,
  screenAnswers,
  screenItemIds,
} from '../../../functions/screening/instruments.ts'
import {
  currentScreeningRules,
  decideRoute,
  mayPromiseNow,
  type RouteDecision,
  rulesFor,
  type ScreenAnswers,
  type ScreenFacts,
  type ScreenRoute,
  screenRoutes,
  screenRouteTexts,
  screenRuleNames,
  stricterRoute,
  suggestRoute,
} from '../../../functions/screening/private-screen-rules.ts'

const seed = 36_001
const adultItems = screenItemIds.filter(id => id !== 'A12')
const facts = (override: Partial<ScreenFacts> = {}): ScreenFacts => ({
  isMinor: false,
  asksToSpeak: false,
  placeIsPrivate: true,
  observations: [],
  ...override,
})
const allNo: ScreenAnswers = Object.fromEntries(adultItems.map(id => [id, 'NO']))
const yesTo = (...items: ScreenItemId[]): ScreenAnswers => ({
  ...allNo,
  ...Object.fromEntries(items.map(id => [id, 'YES'])),
})
const rank = (route: ScreenRoute) => screenRoutes.indexOf(route)

const someAnswers = fc.record(Object.fromEntries(screenItemIds.map(id => [id, fc.constantFrom(...screenAnswers)])), {
  requiredKeys: [],
}) as fc.Arbitrary<ScreenAnswers>
const someFacts: fc.Arbitrary<ScreenFacts> = fc.record({
  isMinor: fc.boolean(),
  asksToSpeak: fc.boolean(),
  placeIsPrivate: fc.boolean(),
  observations: fc.subarray([...observationCodes]),
})

describe('the suggested route', () => {
  it.each([
    ['A9', 'HARMED_OR_DRUGGED'],
    ['A10', 'MADE_TO_DO_ACTS'],
    ['A11', 'FEARS_SOMEONE_WAITING'],
  ] as const)('is an interview now for %s alone', (item, rule) => {
    expect(suggestRoute(yesTo(item), facts())).toMatchObject({ route: 'INTERVIEW_NOW', fired: [rule] })
  })

  it('is an interview now for a child of whom nothing was asked', () => {
    expect(suggestRoute({}, facts({ isMinor: true }))).toMatchObject({ route: 'INTERVIEW_NOW', fired: ['CHILD'] })
  })

  it('takes a yes to A12 for a child, whatever the age box says', () => {
    expect(suggestRoute(yesTo('A12'), facts())).toMatchObject({ route: 'INTERVIEW_NOW', fired: ['CHILD'] })
  })

  it('is an interview now for whoever asks, and for no other reason', () => {
    expect(suggestRoute(allNo, facts({ asksToSpeak: true }))).toMatchObject({
      route: 'INTERVIEW_NOW',
      fired: ['ASKED_TO_SPEAK'],
    })
  })

  it.each([
    ['A3', 'PAPERS_KEPT'],
    ['A4', 'COULD_NOT_LEAVE'],
    ['A5', 'DEBT_NOT_PAYABLE'],
    ['A8', 'THREATENED'],
  ] as const)('is an interview within 72 hours for %s alone', (item, rule) => {
    expect(suggestRoute(yesTo(item), facts())).toMatchObject({ route: 'INTERVIEW_72H', fired: [rule] })
  })

  it.each([
    [['A1', 'A2']],
    [['A1', 'A6']],
    [['A1', 'A7']],
    [['A2', 'A6']],
    [['A2', 'A7']],
    [['A6', 'A7']],
    [['A1', 'A2', 'A6', 'A7']],
  ] as const)('is an interview within 72 hours for %s together', items => {
    expect(suggestRoute(yesTo(...items), facts())).toMatchObject({
      route: 'INTERVIEW_72H',
      fired: ['SEVERAL_WORK_FACTS'],
    })
  })

  it.each(['A2', 'A6', 'A7'] as const)('is a labour referral for %s alone', item => {
    expect(suggestRoute(yesTo(item), facts())).toMatchObject({ route: 'LABOUR_OFFER', fired: ['ONE_WORK_FACT'] })
  })

  it('is nothing for A1 alone, and nothing for no', () => {
    expect(suggestRoute(yesTo('A1'), facts())).toEqual({ route: 'NONE', fired: [] })
    expect(suggestRoute(allNo, facts())).toEqual({ route: 'NONE', fired: [] })
  })

  it('is to be asked again where the place was not private', () => {
    expect(suggestRoute({}, facts({ placeIsPrivate: false }))).toMatchObject({
      route: 'ASK_AGAIN_72H',
      fired: ['NOT_PRIVATE'],
    })
  })

  it('is a card and an offer for who would rather not answer', () => {
    const refusedAll: ScreenAnswers = Object.fromEntries(adultItems.map(id => [id, 'REFUSED']))
    expect(suggestRoute(refusedAll, facts())).toMatchObject({ route: 'CARD_AND_OFFER', fired: ['REFUSED'] })
    expect(suggestRoute({ ...allNo, A4: 'REFUSED' }, facts())).toMatchObject({ route: 'CARD_AND_OFFER' })
  })

  it.each(['NOT_ASKED', 'NOT_KNOWN'] as const)('takes %s neither for yes nor for a refusal', answer => {
    expect(suggestRoute(Object.fromEntries(adultItems.map(id => [id, answer])), facts())).toEqual({
      route: 'NONE',
      fired: [],
    })
  })

  it('names every rule that fired and takes the most urgent, with its place in the queue', () => {
    expect(suggestRoute({ ...yesTo('A6', 'A8', 'A11'), A4: 'REFUSED' }, facts())).toEqual({
      route: 'INTERVIEW_NOW',
      fired: ['FEARS_SOMEONE_WAITING', 'THREATENED', 'ONE_WORK_FACT', 'REFUSED'],
      dangerOrder: 2,
    })
  })

  it('is never lowered, nor moved back in the queue, by one more yes', () => {
    fc.assert(
      fc.property(someAnswers, someFacts, fc.constantFrom(...screenItemIds), (answers, theFacts, item) => {
        fc.pre(answers[item] !== 'REFUSED')
        const before = suggestRoute(answers, theFacts)
        const after = suggestRoute({ ...answers, [item]: 'YES' }, theFacts)
        expect(rank(after.route)).toBeGreaterThanOrEqual(rank(before.route))
        expect(after.dangerOrder ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
          before.dangerOrder ?? Number.POSITIVE_INFINITY,
        )
      }),
      { seed, numRuns: 2_000 },
    )
  })

  it('loses at most the card when a refusal becomes a yes', () => {
    fc.assert(
      fc.property(someAnswers, someFacts, fc.constantFrom(...screenItemIds), (answers, theFacts, item) => {
        const before = suggestRoute({ ...answers, [item]: 'REFUSED' }, theFacts)
        const after = suggestRoute({ ...answers, [item]: 'YES' }, theFacts)
        expect(before.route === 'CARD_AND_OFFER' || rank(after.route) >= rank(before.route)).toBe(true)
      }),
      { seed, numRuns: 1_000 },
    )
  })

  it('is not moved by what the officer observed', () => {
    fc.assert(
      fc.property(someAnswers, someFacts, (answers, theFacts) => {
        expect(suggestRoute(answers, theFacts)).toEqual(suggestRoute(answers, { ...theFacts, observations: [] }))
      }),
      { seed, numRuns: 500 },
    )
    expect(suggestRoute(allNo, facts({ observations: [...observationCodes] })).route).toBe('NONE')
  })
})

describe('the rules', () => {
  it('are found by the day from which they hold, and not by another', () => {
    expect(rulesFor(currentScreeningRules)?.map(rule => rule.name)).toEqual([...screenRuleNames])
    expect(rulesFor('2020-01-01')).toBeUndefined()
    expect(rulesFor('constructor')).toBeUndefined()
  })

  it('each have a sentence in both languages and a place of their own in the queue', () => {
    const rules = rulesFor(currentScreeningRules) ?? []
    expect(rules.filter(rule => !rule.sentence.en || !rule.sentence['st-LS'])).toEqual([])
    expect(new Set(rules.map(rule => rule.dangerOrder)).size).toBe(rules.length)
    expect(Object.keys(screenRouteTexts)).toEqual([...screenRoutes])
  })
})

describe("the officer's decision", () => {
  const decision = (override: Partial<RouteDecision>): RouteDecision => ({
    desk: 'RECEPTION',
    route: 'INTERVIEW_72H',
    declined: false,
    ...override,
  })

  it('at reception raises a route with a reason, and lowers none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...screenRoutes), fc.constantFrom(...screenRoutes), (suggested, route) => {
        const outcome = decideRoute(suggested, decision({ route, reason: 'She trembles' }))
        if (rank(route) < rank(suggested)) expect(outcome).toEqual({ refusal: 'route-only-raised' })
        else expect(outcome).toMatchObject({ decided: { route } })
      }),
      { seed, numRuns: 100 },
    )
  })

  it('needs a reason where it differs from the suggestion, and blanks are none', () => {
    expect(decideRoute('NONE', decision({ route: 'INTERVIEW_NOW' }))).toEqual({ refusal: 'reason-needed' })
    expect(decideRoute('NONE', decision({ route: 'INTERVIEW_NOW', reason: '  ' }))).toEqual({
      refusal: 'reason-needed',
    })
    expect(decideRoute('INTERVIEW_72H', decision({}))).toEqual({ decided: decision({}) })
  })

  it('lifts a route at the protection desk alone, with a reason', () => {
    const lifted = decision({ desk: 'PROTECTION', route: 'NONE', reason: 'Spoke with her twice' })
    expect(decideRoute('INTERVIEW_NOW', lifted)).toEqual({ decided: lifted })
    expect(decideRoute('INTERVIEW_NOW', decision({ desk: 'PROTECTION', route: 'NONE' }))).toEqual({
      refusal: 'reason-needed',
    })
  })

  it('keeps that the returnee declined, and leaves the route where it was', () => {
    const declined = decision({ route: 'INTERVIEW_NOW', declined: true })
    expect(decideRoute('INTERVIEW_NOW', declined)).toEqual({ decided: declined })
    expect(decideRoute('INTERVIEW_NOW', decision({ route: 'NONE', declined: true, reason: 'She declined' }))).toEqual({
      refusal: 'route-only-raised',
    })
  })
})

it('the stricter of two routes is the later one in the list', () => {
  expect(stricterRoute('LABOUR_OFFER', 'INTERVIEW_72H')).toBe('INTERVIEW_72H')
  expect(stricterRoute('INTERVIEW_NOW', 'NONE')).toBe('INTERVIEW_NOW')
})

it.each([
  [0, 0, false],
  [2, 1, true],
  [2, 2, false],
])('with %i interviewers on duty and %i promised, "now" may be promised: %s', (onDuty, promised, may) => {
  expect(mayPromiseNow(onDuty, promised)).toBe(may)
})
