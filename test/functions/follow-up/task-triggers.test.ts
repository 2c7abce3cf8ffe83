import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type IntakeTaskFacts,
  tasksFor,
  tasksForPlanMade,
  tasksForPlanStarted,
} from '../../../functions/follow-up/task-triggers.ts'
import { taskTypes } from '../../../functions/follow-up/task-types.ts'
import { consentPurposes } from '../../../functions/registration/consent-purposes.ts'
import { vulnerabilityCodes } from '../../../functions/registration/vulnerability-codes.ts'
import { itemCodes } from '../../../functions/support/items.ts'

const seed = 5_300
const registeredAt = '2026-11-23T08:00:00.000Z' // a Monday
const facts = (override: Partial<IntakeTaskFacts> = {}): IntakeTaskFacts => ({
  district: 'LS-C',
  isMinor: false,
  consentsGiven: ['SHARE_DISTRICT', 'FOLLOWUP_CONTACT'],
  registeredAt,
  codes: [],
  granted: [],
  belongingsLost: false,
  wantsLivelihoodHelp: false,
  ...override,
})
const typesOf = (raised: ReturnType<typeof tasksFor>) => raised.tasks.map(task => task.type)
const dueOf = (raised: ReturnType<typeof tasksFor>, type: string) =>
  raised.tasks.filter(task => task.type === type).map(task => task.dueAt)
const someFacts: fc.Arbitrary<IntakeTaskFacts> = fc.record({
  district: fc.constantFrom('LS-A', 'LS-C', 'LS-K'),
  isMinor: fc.boolean(),
  consentsGiven: fc.subarray([...consentPurposes]),
  registeredAt: fc.constant(registeredAt),
  codes: fc.subarray([...vulnerabilityCodes]),
  granted: fc.subarray([...itemCodes]),
  belongingsLost: fc.boolean(),
  wantsLivelihoodHelp: fc.boolean(),
  declaredUndesirable: fc.constantFrom(undefined, {}, { on: '2026-11-20' }),
})

describe('the first tasks of an intake', () => {
  it('are none where nothing calls for one', () => {
    expect(tasksFor(facts())).toEqual({ tasks: [], withheld: [] })
  })

  it.each<[string, Partial<IntakeTaskFacts>, string, string]>([
    ['wages owed', { codes: ['WAGES_OWED'] }, 'WAGE_CLAIM', '2026-11-26T08:00:00.000Z'],
    ['no papers', { codes: ['NO_ID'] }, 'DOC_APPLICATION', '2026-12-23T08:00:00.000Z'],
    ['a disputed nationality', { codes: ['NATIONALITY_DISPUTED'] }, 'CHIEF_CONFIRM', '2026-12-07T08:00:00.000Z'],
    ['an injury at work', { codes: ['WORK_INJURY'] }, 'COMPENSATION', '2026-12-07T08:00:00.000Z'],
    ['medicine left', { codes: ['MEDICINE_LEFT'] }, 'MEDICINE_BRIDGE', '2026-11-24T08:00:00.000Z'],
    ['belongings lost', { belongingsLost: true }, 'BELONGINGS', '2026-12-07T08:00:00.000Z'],
    ['a seat home', { granted: ['TRANSPORT_ONWARD'] }, 'ARRIVED_HOME', '2026-11-25T08:00:00.000Z'],
    ['cash', { granted: ['CASH_ARRIVAL'] }, 'PDM_CALL', '2026-12-21T08:00:00.000Z'],
    ['a kit', { granted: ['NFI_KIT', 'BLANKET'] }, 'PDM_CALL', '2026-12-21T08:00:00.000Z'],
    ['a wish for a livelihood', { wantsLivelihoodHelp: true }, 'PLAN_DRAFT', '2026-12-23T08:00:00.000Z'],
    [
      'a declaration of 20 November',
      { declaredUndesirable: { on: '2026-11-20' } },
      'BAN_REPRESENTATION',
      '2026-12-04T22:00:00.000Z',
    ],
    [
      'a declaration of unknown date, counted from today',
      { declaredUndesirable: {} },
      'BAN_REPRESENTATION',
      '2026-12-07T22:00:00.000Z',
    ],
  ])('for %s, with consent asked again at the same time', (_what, given, type, dueAt) => {
    const raised = tasksFor(facts(given))
    expect(typesOf(raised)).toEqual([type, 'CONSENT_AGAIN'])
    expect(raised.tasks.map(task => task.dueAt)).toEqual([dueAt, dueAt])
    expect(raised.tasks[1]?.roles).toEqual(raised.tasks[0]?.roles)
    expect(raised.tasks[0]).toMatchObject({ basis: 'SHARE_DISTRICT', occurrence: 1, district: 'LS-C' })
  })

  it('for a child alone go to the child desks without asking, and need no second consent', () => {
    const raised = tasksFor(facts({ isMinor: true, codes: ['UAC'], consentsGiven: [] }))
    expect(typesOf(raised)).toEqual(['UAC_CUSTODY', 'CHILD_ASSESS', 'FAMILY_TRACING'])
    expect(new Set(raised.tasks.map(task => task.basis))).toEqual(new Set(['PROTECTION_DUTY']))
    expect(dueOf(raised, 'UAC_CUSTODY')).toEqual(['2026-11-24T08:00:00.000Z'])
    expect(raised.withheld).toEqual([])
  })

  it.each(['SEP_CHILD', 'CHILD_ALONE_WITH_UNRELATED_ADULT'] as const)(
    'assess a child of code %s, and ask for no custody',
    code => {
      expect(typesOf(tasksFor(facts({ isMinor: true, codes: [code] })))).toEqual(['CHILD_ASSESS', 'FAMILY_TRACING'])
    },
  )

  it('call for a child left behind within two hours, though the parent agreed to nothing', () => {
    const raised = tasksFor(facts({ codes: ['CHILD_LEFT_IN_SA', 'WAGES_OWED'], consentsGiven: [] }))
    expect(raised.tasks).toMatchObject([
      { type: 'CHILD_LEFT_IN_SA', basis: 'PROTECTION_DUTY', dueAt: '2026-11-23T10:00:00.000Z' },
    ])
    expect(raised.withheld).toEqual([{ type: 'WAGE_CLAIM', occurrence: 1, reason: 'NO_CONSENT_TO_SHARE' }])
  })

  it("rest on the duty to protect where the returnee is a child, for the child's ordinary needs too", () => {
    const raised = tasksFor(
      facts({ isMinor: true, codes: ['NO_ID'], granted: ['TRANSPORT_ONWARD'], consentsGiven: [] }),
    )
    expect(raised.tasks.map(task => [task.type, task.basis])).toEqual([
      ['ARRIVED_HOME', 'PROTECTION_DUTY'],
      ['DOC_APPLICATION', 'PROTECTION_DUTY'],
    ])
  })

  it('give no child a livelihood plan', () => {
    expect(tasksFor(facts({ isMinor: true, wantsLivelihoodHelp: true })).tasks).toEqual([])
  })

  it('call nobody who agreed to no call', () => {
    const raised = tasksFor(
      facts({ granted: ['TRANSPORT_ONWARD', 'CASH_ARRIVAL'], codes: ['NO_ID'], consentsGiven: ['SHARE_DISTRICT'] }),
    )
    expect(typesOf(raised)).toEqual(['DOC_APPLICATION', 'CONSENT_AGAIN'])
    expect(raised.withheld).toEqual([
      { type: 'ARRIVED_HOME', occurrence: 1, reason: 'NO_CONSENT_TO_CONTACT' },
      { type: 'PDM_CALL', occurrence: 1, reason: 'NO_CONSENT_TO_CONTACT' },
    ])
  })

  it('ask for consent again with the earliest of several, and at its desk', () => {
    const raised = tasksFor(facts({ codes: ['WAGES_OWED', 'NO_ID'], wantsLivelihoodHelp: true }))
    expect(dueOf(raised, 'CONSENT_AGAIN')).toEqual(dueOf(raised, 'WAGE_CLAIM'))
    expect(raised.tasks.at(-1)).toMatchObject({ type: 'CONSENT_AGAIN', roles: ['labour'] })
  })

  it('leave reception on a named ground or not at all', () => {
    fc.assert(
      fc.property(someFacts, given => {
        const { tasks, withheld } = tasksFor(given)
        const agreed = given.consentsGiven.includes('SHARE_DISTRICT')
        expect(tasks.filter(task => task.basis === 'SHARE_DISTRICT' && (given.isMinor || !agreed))).toEqual([])
        expect(tasks.filter(task => taskTypes[task.type].zone !== 'district')).toEqual([])
        expect(given.isMinor && withheld.length > 0).toBe(false)
        const all = [...tasks, ...withheld].map(task => `${task.type}#${task.occurrence}`)
        expect(new Set(all).size).toBe(all.length)
      }),
      { seed, numRuns: 1_000 },
    )
  })

  it('are the same, raised or withheld, whatever was agreed to', () => {
    fc.assert(
      fc.property(someFacts, given => {
        const wanted = ({ tasks, withheld }: ReturnType<typeof tasksFor>) =>
          [...tasks, ...withheld]
            .map(task => task.type)
            .filter(type => type !== 'CONSENT_AGAIN')
            .sort()
        expect(wanted(tasksFor({ ...given, consentsGiven: [] }))).toEqual(wanted(tasksFor(given)))
      }),
      { seed, numRuns: 500 },
    )
  })
})

describe('the tasks of a plan', () => {
  const ground = { district: 'LS-G', isMinor: false, consentsGiven: ['SHARE_DISTRICT'] } as const

  it('begin with the baseline survey, before the first help', () => {
    expect(tasksForPlanMade(ground, registeredAt).tasks).toMatchObject([
      { type: 'RSS_BASELINE', dueAt: '2026-12-07T08:00:00.000Z', roles: ['livelihood'] },
    ])
  })

  it('follow its start at 1, 3, 6 and 12 months, with two more surveys', () => {
    expect(
      tasksForPlanStarted(ground, registeredAt, { hasBusiness: false }).tasks.map(task => [task.type, task.dueAt]),
    ).toEqual([
      ['FOLLOW_1M', '2026-12-23T08:00:00.000Z'],
      ['FOLLOW_3M', '2027-02-21T08:00:00.000Z'],
      ['FOLLOW_6M', '2027-05-22T08:00:00.000Z'],
      ['FOLLOW_12M', '2027-11-23T08:00:00.000Z'],
      ['RSS_MID', '2027-05-22T08:00:00.000Z'],
      ['RSS_END', '2027-11-23T08:00:00.000Z'],
    ])
  })

  it('visit a business three times, each its own occurrence', () => {
    const { tasks } = tasksForPlanStarted(ground, registeredAt, { hasBusiness: true })
    expect(tasks.filter(task => task.type === 'BUSINESS_VISIT').map(task => [task.occurrence, task.dueAt])).toEqual([
      [1, '2026-12-23T08:00:00.000Z'],
      [2, '2027-02-21T08:00:00.000Z'],
      [3, '2027-05-22T08:00:00.000Z'],
    ])
  })

  it('are withheld once consent is gone', () => {
    const raised = tasksForPlanStarted({ ...ground, consentsGiven: [] }, registeredAt, { hasBusiness: true })
    expect(raised.tasks).toEqual([])
    expect(raised.withheld).toHaveLength(9)
  })
})
