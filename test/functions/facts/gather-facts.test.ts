import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ageBandOf, type Fact } from '../../../functions/facts/fact.ts'
import { gatherFacts } from '../../../functions/facts/gather-facts.ts'
import { lakeGateway } from '../../../functions/facts/lake-gateway.ts'
import type { ReturnEvent } from '../../../functions/intake/return-event.ts'
import type { StreamRecord } from '../../../functions/platform/stream-event.ts'
import { countedSlot, registryKeys } from '../../../functions/platform/tables.ts'
import type { Plan, Visit } from '../../../functions/reintegration/plan-record.ts'
import { survey1 } from '../../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../../functions/reintegration/survey-scales.ts'
import { SurveyAnswers } from '../../../functions/reintegration/survey-scoring.ts'
import { aStreamRecord } from '../../builders/stream.ts'
import { aTask } from '../../builders/task.ts'
import { keptBucket } from '../../harness/kept-bucket.ts'
import { keptLog } from '../../harness/sealed-zone.ts'

const [batchId, planId, personId, returnEventId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const [officerId, visitId] = ['officer-khotso', randomUUID()]
const recorded = {
  contractVersion: 1,
  rulesVersion: '2026-11-01',
  officerId,
  deviceTime: '2026-11-30T21:59:00.000Z',
  receivedAt: '2026-11-30T22:30:00.000Z', // in Lesotho it is December
  contentHash: 'hash-of-what-was-sent',
}
const aReturn = (override: Partial<ReturnEvent> = {}): ReturnEvent => ({
  outcome: 'REGISTERED',
  ...{ returnEventId, personId, batchId, row: 21, displayNumber: 'XV-T1-0001-0' },
  post: 'MB',
  district: 'LS-C',
  sex: 2,
  birthYear: 1985,
  returnType: 'OTHER',
  householdId: randomUUID(),
  urgentFlags: ['CANNOT_GET_HOME'],
  vulnerability: ['NO_HOME'],
  priority: 'PRIORITY',
  granted: [{ item: 'BLANKET', quantity: 1 }],
  notGiven: [],
  matches: [],
  ...recorded,
  revision: 1,
  ...override,
})
const aPlan = (override: Partial<Plan> = {}): Plan => ({
  ...{ planId, taskId: randomUUID(), returnEventId, personId },
  district: 'LS-C',
  state: 'STARTED',
  assistance: ['MICROBUSINESS'],
  steps: [{ step: 'Buy chicks from Ausi Palesa', dueOn: '2027-01-15' }],
  eligibleAt: '2026-09-30T22:30:00.000Z',
  startedAt: '2026-11-05T08:00:00.000Z',
  excluded: ['officer-tau'],
  ...recorded,
  revision: 2,
  ...override,
})
const everythingAnswered = SurveyAnswers.parse(
  Object.fromEntries(
    survey1.items.flatMap(({ id, scale }) => {
      const best = surveyScales[scale].find(option => option.value !== null)
      return best ? [[id, best.code]] : []
    }),
  ),
)
const aVisit = (override: Partial<Visit> = {}): Visit => ({
  ...{ visitId, planId, taskId: randomUUID(), returnEventId },
  district: 'LS-C',
  visitedOn: '2027-02-03',
  reached: true,
  survey: {
    occasion: 'BASELINE',
    instrument: { id: survey1.id, version: survey1.version },
    answers: everythingAnswered,
  },
  note: 'Sells eggs at Hlotse',
  ...recorded,
  ...override,
})
const task = aTask({ personId, returnEventId, note: 'Ha Ramokoatsi' })

const records = (): StreamRecord[] => [
  aStreamRecord(registryKeys.counted(batchId, countedSlot({ row: 21, id: returnEventId })), { ...aReturn() }),
  aStreamRecord(registryKeys.person(personId), { fast: { names: { givenNames: 'Khotso' } } }),
  aStreamRecord(registryKeys.plan(planId), { ...aPlan() }),
  aStreamRecord(registryKeys.visit(planId, visitId), { ...aVisit() }),
  aStreamRecord(registryKeys.task(task.taskId), { ...task, state: 'OPEN', revision: 1 }),
]

async function gathered(from: readonly StreamRecord[]) {
  const lake = keptBucket()
  const { log, lines } = keptLog()
  const answer = await gatherFacts({ lake: lakeGateway(lake.bucket), log })({ Records: from })
  const names = [...lake.objects.keys()]
  const facts = names.flatMap(name => lake.lines(name) as Fact[])
  return { answer, names, facts, lines, text: JSON.stringify(facts) }
}

describe('facts', () => {
  it('are made of return events, plans, visits and tasks, and of nothing else', async () => {
    const { answer, facts } = await gathered(records())
    expect(answer).toEqual({ batchItemFailures: [] })
    expect(facts.map(({ kind }) => kind)).toEqual(['RETURN', 'PLAN', 'VISIT', 'TASK'])
  })

  it('tell nobody apart: no id, name, number, village, officer, note or day', async () => {
    const { text, lines } = await gathered(records())
    const secrets = [batchId, planId, personId, returnEventId, visitId, officerId, task.taskId, task.displayNumber]
    for (const secret of [
      ...secrets,
      'XV-T1',
      'Khotso',
      'Ramokoatsi',
      'Menkhoaneng',
      'chicks',
      'eggs',
      'officer',
      'PLAN_DRAFT',
    ])
      expect(text).not.toContain(secret)
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(text).not.toMatch(/198[0-9]/)
    expect(lines).toEqual([{ level: 'info', code: 'facts-kept', fields: { records: 5, facts: 4 } }])
  })

  it('say month and quarter by the calendar of Lesotho, and age by group', async () => {
    const [ofReturn, ofPlan, ofVisit] = (await gathered(records())).facts
    expect(ofReturn).toMatchObject({ month: '2026-12', quarter: '2026-Q4', ageBand: '35-49', sex: 2, district: 'LS-C' })
    expect(ofPlan).toMatchObject({ month: '2026-10', quarter: '2026-Q4', startedMonth: '2026-11', state: 'STARTED' })
    expect(ofVisit).toMatchObject({ month: '2027-02', quarter: '2027-Q1', occasion: 'BASELINE' })
  })

  it('lead from a visit to its plan and from a plan to its return, by hashes alone', async () => {
    const [ofReturn, ofPlan, ofVisit] = (await gathered(records())).facts
    expect(ofPlan).toMatchObject({ returnRef: ofReturn?.id })
    expect(ofVisit).toMatchObject({ planRef: ofPlan?.id })
    expect(new Set([ofReturn?.id, ofPlan?.id, ofVisit?.id]).size).toBe(3)
  })

  it('carry the scores of a survey and the weights they were made with', async () => {
    const [fact] = (await gathered([aStreamRecord(registryKeys.visit(planId, visitId), { ...aVisit() })])).facts
    expect(fact).toMatchObject({ weightSet: 'PROVISIONAL_EQUAL', instrument: `${survey1.id}@1` })
    expect(fact).toHaveProperty('composite', expect.any(Number))
  })

  it('have no composite where too little was answered', async () => {
    const survey = { occasion: 'END' as const, instrument: { id: survey1.id, version: 1 }, answers: {} }
    const [fact] = (await gathered([aStreamRecord(registryKeys.visit(planId, visitId), { ...aVisit({ survey }) })]))
      .facts
    expect(fact).toMatchObject({ composite: null, occasion: 'END' })
  })

  it('leave out other outcomes of a counted person, and what was taken away', async () => {
    const key = registryKeys.counted(batchId, countedSlot({ id: returnEventId }))
    const { facts, names } = await gathered([
      aStreamRecord(key, { outcome: 'LEFT_BEFORE' }),
      aStreamRecord(registryKeys.plan(planId), undefined, 'REMOVE'),
    ])
    expect([facts, names]).toEqual([[], []])
  })

  it('give a post’s task the district of the post, and none where the post has none', async () => {
    const ofPost = (place: string) =>
      aStreamRecord(registryKeys.task('t'), { ...aTask({ place }), state: 'OPEN', revision: 1 })
    const { facts } = await gathered([ofPost('MB'), ofPost('INFORMAL')])
    expect(facts.map(({ district }) => district)).toEqual(['LS-A', undefined])
  })
})

describe('the object of a batch', () => {
  it('has the same name however often the batch is delivered', async () => {
    const batch = records()
    const [first, second] = [await gathered(batch), await gathered(batch)]
    expect(first.names).toEqual(second.names)
    expect(first.names).toHaveLength(1)
    expect(first.names[0]).toMatch(/^facts\/\d+-\w+\.jsonl$/)
    expect(first.text).toBe(second.text)
  })

  it('holds what came before a record that cannot be read; the stream goes on from there', async () => {
    const [good, , plan] = records()
    const broken = aStreamRecord(registryKeys.plan(planId), { state: 'NONSENSE' })
    if (!good || !plan) throw new Error('no records')
    const { answer, facts, lines } = await gathered([good, broken, plan])
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: broken.dynamodb.SequenceNumber }] })
    expect(facts.map(({ kind }) => kind)).toEqual(['RETURN'])
    expect(lines[0]).toMatchObject({ level: 'fault', code: 'stream-record-unreadable' })
  })

  it('is not taken for kept where the lake is away', async () => {
    const { log } = keptLog()
    const away = { ...keptBucket().bucket, put: () => Promise.reject(new Error('away')) }
    await expect(gatherFacts({ lake: lakeGateway(away), log })({ Records: records() })).rejects.toThrow('away')
  })
})

it.each([
  [2026, '0-4'],
  [2021, '5-11'],
  [2014, '12-17'],
  [2008, '18-24'],
  [1966, '60+'],
])('someone born in %i is of the group %s in 2026', (birthYear, band) => {
  expect(ageBandOf(birthYear, 2026)).toBe(band)
})
