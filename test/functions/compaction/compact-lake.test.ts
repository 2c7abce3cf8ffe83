import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { compactedName } from '../../../functions/facts/compacted-facts.ts'
import { aLakeOfFacts, type Step, subjects } from './lake-history.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-compaction-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lakeAfter = async (...steps: readonly Step[]) => {
  const lake = aLakeOfFacts(folder)
  for (const step of steps) await lake.take(step)
  return lake
}
const arrive = (object: number, ...facts: readonly (readonly [number, number])[]): Step => ({
  step: 'arrive',
  object,
  facts: facts.map(([of, revision]) => ({ of, revision })),
})
const night: Step = { step: 'compact' }
const lifecycle: Step = { step: 'expire' }

it('puts one file that stands for all objects there are, and fetches none of them again', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1], [2, 1]), arrive(2, [1, 2]), night)
  expect(lake.log).toMatchObject([{ code: 'lake-compacted', fields: { facts: 2, objects: 2, uncompacted: 2 } }])
  lake.asked.gets = 0
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
  expect(lake.asked.gets).toBe(1)
})

it('makes the next file of the last one and of what came since', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1]), night, arrive(2, [1, 2], [2, 1]), lifecycle)
  expect(lake.factObjects()).toBe(1)
  lake.asked.gets = 0
  await lake.take(night)
  expect(lake.asked.gets).toBe(2)
  await lake.take(lifecycle)
  expect(lake.factObjects()).toBe(0)
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
})

it('writes nothing in a night without news, and in an empty lake', async () => {
  const lake = await lakeAfter(night)
  expect(lake.objects.has(compactedName)).toBe(false)
  await lake.take(arrive(1, [1, 1]))
  await lake.take(night)
  const before = lake.objects.get(compactedName)
  await lake.take(night)
  expect(lake.objects.get(compactedName)).toBe(before)
  expect(lake.log.map(({ code }) => code)).toEqual(['lake-unchanged', 'lake-compacted', 'lake-unchanged'])
})

it('reads an object again that was written over with more after it was compacted', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1]), night, arrive(1, [2, 1]))
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
  await lake.take(night)
  await lake.take(lifecycle)
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
})

it('has changed nothing where it breaks before its one write', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1]), night, arrive(2, [2, 1]))
  const before = new Map(lake.objects)
  await lake.take({ step: 'compact', breaks: 'before-writing' })
  expect(lake.objects).toEqual(before)
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
})

it('fails out loud, so that the alarm rings and the clock tries again', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1]))
  await expect(lake.compactor({ put: () => Promise.reject(new Error('away')) })()).rejects.toThrow('away')
})

it('leaves what arrives while it works to readers and to the next night', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1]), {
    step: 'compact',
    meanwhile: [arrive(2, [2, 1]), arrive(1, [3, 1])],
  })
  await lake.take(lifecycle)
  expect(lake.factObjects()).toBe(2)
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
  await lake.take(night)
  await lake.take(lifecycle)
  expect(lake.factObjects()).toBe(0)
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
})

it('is harmless where a slow run writes over the file of a faster one that knew more', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1]), { step: 'compact', meanwhile: [arrive(2, [2, 1]), night] })
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
  await lake.take(night)
  await lake.take(lifecycle)
  expect(await lake.read(lake.coldReader())).toEqual(await lake.expected())
})

it('shows a warm reader the same before and after the night', async () => {
  const lake = await lakeAfter(arrive(1, [1, 1]))
  const warm = lake.coldReader()
  const before = await lake.read(warm)
  await lake.take(night)
  expect(await lake.read(warm)).toEqual(before)
  await lake.take(lifecycle)
  await lake.take(arrive(2, [1, 2], [2, 1]))
  expect(await lake.read(warm)).toEqual(await lake.expected())
})

const object = fc.integer({ min: 1, max: 4 })
const facts = fc.array(
  fc.record({ of: fc.integer({ min: 0, max: subjects - 1 }), revision: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 6 },
)
const arrival: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ step: fc.constant('arrive' as const), object, facts }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('halve' as const), object }) },
)
const anyNight: fc.Arbitrary<Step> = fc.record(
  {
    step: fc.constant('compact' as const),
    breaks: fc.constantFrom('before-writing' as const, 'after-writing' as const),
    meanwhile: fc.array(fc.oneof(arrival, fc.constant(night)), { maxLength: 3 }),
  },
  { requiredKeys: ['step'] },
)
const history = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: arrival },
    { weight: 3, arbitrary: anyNight },
    { weight: 1, arbitrary: fc.constant(lifecycle) },
  ),
  { minLength: 3, maxLength: 9 },
)

it('leaves every report as it is over all lines that ever came, whatever the nights were like', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(8), async (steps, readAfter) => {
      const lake = aLakeOfFacts(folder)
      const warm = lake.coldReader()
      for (const [at, step] of steps.entries()) {
        await lake.take(step)
        if (at === readAfter) expect(await lake.read(warm)).toEqual(await lake.expected())
      }
      expect(await lake.read(warm)).toEqual(await lake.expected())
      expect(await lake.report(lake.coldReader())).toEqual(await lake.expectedReport())
    }),
    { seed: 81_026, numRuns: 30 },
  )
})
