import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../../functions/facts/fact.ts'
import { jsonLines } from '../../../functions/platform/bucket.ts'
import { queryFacts } from '../../../functions/reports/lake-query.ts'
import { livelihoodFunnel } from '../../../functions/reports/livelihood-funnel.ts'
import { aPlanFact, aVisitFact, reference } from '../../builders/facts.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-facts-'))
afterAll(() => rmSync(folder, { recursive: true }))
let written = 0
const fileOf = (facts: readonly Fact[]): string => {
  written += 1
  const file = join(folder, `it's-${written}.jsonl`)
  writeFileSync(file, jsonLines(facts))
  return file
}
const rowsOf = (...batches: readonly (readonly Fact[])[]) => queryFacts(batches.map(fileOf), livelihoodFunnel)

const plan = (name: string, override: Parameters<typeof aPlanFact>[0] = {}) =>
  aPlanFact({ id: reference(name), ...override })
const survey = (name: string, of: string, override: Parameters<typeof aVisitFact>[0] = {}) =>
  aVisitFact({ id: reference(name), planRef: reference(of), ...override })

describe('the funnel', () => {
  it('has no row where there is no fact', async () => {
    expect(await queryFacts([], livelihoodFunnel)).toEqual([])
  })

  it('counts a plan in the quarter in which it became eligible, whenever it was completed', async () => {
    const completed = { startedMonth: '2027-01', completedMonth: '2027-06', state: 'COMPLETED' }
    const rows = await rowsOf([
      plan('a', completed),
      plan('b', { startedMonth: '2026-12', state: 'STOPPED' }),
      plan('c'),
      plan('d', { quarter: '2027-Q1', district: 'LS-A' }),
    ])
    expect(rows).toEqual([
      { district: 'LS-C', quarter: '2026-Q4', eligible: 3, started: 2, completed: 1, surveyed: 0, meanChange: null },
      { district: 'LS-A', quarter: '2027-Q1', eligible: 1, started: 0, completed: 0, surveyed: 0, meanChange: null },
    ])
  })

  it('takes the highest revision of a fact, in whatever order and however often it was delivered', async () => {
    const [first, second] = [plan('a'), plan('a', { revision: 2, startedMonth: '2026-12', state: 'STARTED' })]
    const expected = [expect.objectContaining({ eligible: 1, started: 1 })]
    expect(await rowsOf([first], [second], [first])).toEqual(expected)
    expect(await rowsOf([second, first], [second])).toEqual(expected)
  })

  it('counts neither tasks nor returns nor visits as plans', async () => {
    const task = { ...plan('a'), kind: 'TASK', family: 'CALL', id: reference('t') }
    expect(
      await queryFacts(
        [fileOf([plan('b'), survey('v', 'b')]), fileOf([JSON.parse(JSON.stringify(task))])],
        livelihoodFunnel,
      ),
    ).toMatchObject([{ eligible: 1 }])
  })
})

describe('the change of the survey', () => {
  const changeOf = async (...facts: readonly Fact[]) => {
    const [row] = await rowsOf([plan('a'), ...facts])
    return [row?.['surveyed'], row?.['meanChange']]
  }
  const baseline = survey('v1', 'a', { composite: 0.4 })
  const end = survey('v3', 'a', { occasion: 'END', month: '2027-11', composite: 0.75 })

  it('is the latest less the baseline', async () => {
    const mid = survey('v2', 'a', { occasion: 'MID', month: '2027-05', composite: 0.5 })
    const [people, change] = await changeOf(baseline, mid, end)
    expect(people).toBe(1)
    expect(change).toBeCloseTo(0.35)
  })

  it('is of nobody with one survey, or with too few answers', async () => {
    expect(await changeOf(baseline)).toEqual([0, null])
    expect(await changeOf(end)).toEqual([0, null])
    expect(await changeOf(baseline, survey('v4', 'a', { occasion: 'END', composite: null }))).toEqual([0, null])
  })

  it('never compares across weight sets or versions of the instrument', async () => {
    expect(await changeOf(baseline, survey('v5', 'a', { occasion: 'END', weightSet: 'OFFICIAL' }))).toEqual([0, null])
    expect(await changeOf(baseline, survey('v6', 'a', { occasion: 'END', instrument: 'RSS@2' }))).toEqual([0, null])
  })

  it('goes back to the latest valid survey where the last one is not', async () => {
    const mid = survey('v2', 'a', { occasion: 'MID', month: '2027-05', composite: 0.5 })
    const invalid = survey('v7', 'a', { occasion: 'END', month: '2027-11', composite: null })
    const [people, change] = await changeOf(baseline, mid, invalid)
    expect([people, Number(change).toFixed(2)]).toEqual([1, '0.10'])
  })

  it('belongs to the cohort of the plan, wherever and whenever the visit was', async () => {
    const rows = await rowsOf([
      plan('a', { district: 'LS-A', quarter: '2026-Q1' }),
      baseline,
      survey('v8', 'a', { occasion: 'END', district: 'LS-K', quarter: '2027-Q4', month: '2027-11' }),
    ])
    expect(rows).toMatchObject([{ district: 'LS-A', quarter: '2026-Q1', surveyed: 1 }])
  })
})

it('says what a second, slower count says', { timeout: 60_000 }, async () => {
  const planParts = fc.record({
    district: fc.constantFrom('LS-A' as const, 'LS-C' as const),
    quarter: fc.constantFrom('2026-Q3', '2026-Q4'),
    reached: fc.constantFrom('ELIGIBLE', 'STARTED', 'COMPLETED'),
    surveys: fc.option(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
      nil: undefined,
    }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(planParts, { minLength: 1, maxLength: 40 }), async parts => {
      const facts = parts.flatMap(({ district, quarter, reached, surveys }, index) => [
        plan(`p${index}`, {
          district,
          quarter,
          ...(reached === 'ELIGIBLE' ? {} : { startedMonth: '2026-12' }),
          ...(reached === 'COMPLETED' ? { completedMonth: '2027-01' } : {}),
        }),
        ...(surveys ?? []).map((score, at) =>
          survey(`v${index}-${at}`, `p${index}`, { occasion: at === 0 ? 'BASELINE' : 'END', composite: score / 100 }),
        ),
      ])
      const expected = Map.groupBy(parts, ({ district, quarter }) => `${quarter} ${district}`)
      const rows = await rowsOf(facts.slice(0, 3), facts.slice(3), facts)
      expect(rows).toHaveLength(expected.size)
      for (const row of rows) {
        const group = expected.get(`${row['quarter']} ${row['district']}`) ?? []
        const changes = group.flatMap(({ surveys }) => (surveys ? [(surveys[1] - surveys[0]) / 100] : []))
        expect(row).toMatchObject({
          eligible: group.length,
          started: group.filter(({ reached }) => reached !== 'ELIGIBLE').length,
          completed: group.filter(({ reached }) => reached === 'COMPLETED').length,
          surveyed: changes.length,
        })
        if (changes.length === 0) expect(row['meanChange']).toBeNull()
        else expect(row['meanChange']).toBeCloseTo(changes.reduce((sum, change) => sum + change, 0) / changes.length)
      }
    }),
    { seed: 61_204, numRuns: 25 },
  )
})
