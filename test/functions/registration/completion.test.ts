import { expect, it } from 'vitest'
import type { ReturnEvent } from '../../../functions/intake/return-event.ts'
import { currentIntakeRules, intakeRules } from '../../../functions/intake/vulnerability.ts'
import { type CompletionCase, decideCompletion } from '../../../functions/registration/completion.ts'
import type { Person } from '../../../functions/registration/person-record.ts'
import { anIntake, batchId } from '../../builders/intake.ts'

const returnEventId = '0193a3a0-0000-7000-8000-0000000000b1'
const registeredAt = '2026-11-22T09:00:00.000Z'
const { fast, consents, personId, displayNumber } = anIntake()

const returned = {
  returnEventId,
  batchId,
  slot: 'COUNTED#ROW#00001',
  post: 'MB',
  displayNumber,
  receivedAt: registeredAt,
  priority: 'ORDINARY',
} as const
const aPerson = (override: Partial<Person> = {}): Person => ({
  personId,
  fast,
  consents,
  returns: [returned],
  revision: 1,
  ...override,
})
const aReturnEvent = (override: Partial<ReturnEvent> = {}): ReturnEvent => ({
  ...returned,
  outcome: 'REGISTERED',
  personId,
  district: 'LS-C',
  sex: 1,
  birthYear: 1985,
  returnType: 'DEPORTED',
  urgentFlags: [],
  vulnerability: [],
  granted: [],
  notGiven: [],
  matches: [],
  contractVersion: 1,
  rulesVersion: currentIntakeRules,
  officerId: 'officer-1',
  deviceTime: registeredAt,
  revision: 1,
  ...override,
})
const aCase = (override: Partial<CompletionCase> = {}): CompletionCase => ({
  person: aPerson(),
  returnEvent: aReturnEvent(),
  said: {},
  rulesVersion: currentIntakeRules,
  officerId: 'officer-1',
  mayConfirmCustody: false,
  receivedAt: new Date(registeredAt),
  ...override,
})
function decided(...given: Parameters<typeof decideCompletion>) {
  const decision = decideCompletion(...given)
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision
}

it('judges as of the day of the return: a child then is a child of that return still', () => {
  const birth = { date: '2009-01-01', precision: 'DAY' } as const
  const child = aPerson({ fast: { ...fast, birth, accompaniment: 'SEPARATED' }, consents: [] })
  const { vulnerability, tasks } = decided(aCase({ person: child, receivedAt: new Date('2027-06-01T09:00:00.000Z') }))
  expect(vulnerability).toContain('SEP_CHILD')
  expect(tasks.map(({ type, basis }) => [type, basis])).toContainEqual(['CHILD_ASSESS', 'PROTECTION_DUTY'])
})

it("goes by the urgent flags of that return, not of the person's latest", () => {
  const since = aPerson({ fast: { ...fast, urgentFlags: ['MEDICINE_LEFT'] } })
  expect(decided(aCase({ person: since }))).toMatchObject({ vulnerability: [], priority: 'ORDINARY' })
  const then = aReturnEvent({ urgentFlags: ['MEDICINE_LEFT'] })
  expect(decided(aCase({ returnEvent: then }))).toMatchObject({
    vulnerability: ['MEDICINE_LEFT'],
    priority: 'PRIORITY',
  })
})

it('sends tasks to the district of destination, and names there whom the person ruled out', () => {
  const said = {
    wages: { owed: true },
    destination: { district: 'LS-F', council: 'Lithipeng' },
    exclusions: ['labour@LS-C'],
  } as const
  const { tasks } = decided(aCase({ said: { ...said, exclusions: [...said.exclusions] } }))
  expect(tasks.find(({ type }) => type === 'WAGE_CLAIM')).toMatchObject({
    place: 'LS-F',
    council: 'Lithipeng',
    excluded: ['labour@LS-C'],
    personId,
    returnEventId,
    displayNumber,
  })
})

it("changes the priority of that return alone in the person's list", () => {
  const earlier = { ...returned, returnEventId: '0193a3a0-0000-7000-8000-0000000000b2' }
  const { returns } = decided(
    aCase({ person: aPerson({ returns: [earlier, returned] }), said: { washingtonGroup: { WALKING: 4 } } }),
  )
  expect(returns.map(({ priority }) => priority)).toEqual(['ORDINARY', 'PRIORITY'])
})

it("asks a supervisor of the post to look where today's rules would have found other needs", () => {
  const [rules] = Object.values(intakeRules)
  if (!rules) throw new Error('no rules')
  const without = { ...rules, vulnerability: rules.vulnerability.filter(({ code }) => code !== 'WAGES_OWED') }
  const rulebook = { versions: { '2026-11-01': without, '2027-01-01': rules }, current: '2027-01-01' }
  const owed = aCase({ said: { wages: { owed: true } }, rulesVersion: '2026-11-01' })
  expect(decided(owed, rulebook)).toMatchObject({
    vulnerability: [],
    tasks: [{ type: 'RULES_REVIEW', place: 'MB', roles: ['supervisor'] }],
  })
  const alike = decided(aCase({ rulesVersion: '2026-11-01' }), rulebook)
  expect(alike.tasks).toEqual([])
})

it('refuses rules that no tablet can have any more, and dates that have not come', () => {
  expect(decideCompletion(aCase({ rulesVersion: '2019-01-01' }))).toEqual({ refusal: 'version-retired' })
  const midnight = aCase({
    said: { migration: { firstDepartureOn: '2026-11-23' } },
    receivedAt: new Date('2026-11-22T21:59:59.000Z'),
  })
  expect(decideCompletion(midnight)).toMatchObject({ refusal: 'date-in-future' })
  // two hours ahead of UTC: it is the 23rd in Lesotho now
  expect(decideCompletion({ ...midnight, receivedAt: new Date('2026-11-22T22:00:00.000Z') })).not.toHaveProperty(
    'refusal',
  )
})
