/** A lake with a history: facts arrive, nights compact or break, the bucket lets old objects go. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compactLake } from '../../../functions/compaction/compact-lake.ts'
import { compactedName, readMadeOf } from '../../../functions/facts/compacted-facts.ts'
import type { Fact } from '../../../functions/facts/fact.ts'
import { withFactTable } from '../../../functions/facts/fact-table.ts'
import { type LakeCopy, lakeCopy } from '../../../functions/facts/lake-copy.ts'
import { type Bucket, jsonLines } from '../../../functions/platform/bucket.ts'
import { lakePrefixes } from '../../../functions/platform/lake.ts'
import { queryFacts } from '../../../functions/reports/lake-query.ts'
import { livelihoodFunnel } from '../../../functions/reports/livelihood-funnel.ts'
import { aPlanFact, aVisitFact, reference } from '../../builders/facts.ts'
import { keptBucket } from '../../harness/kept-bucket.ts'
import { keptLog } from '../../harness/sealed-zone.ts'

/** Of the first eight numbers a plan at one of three revisions; of the next eight one of two visits to the first four. */
export interface FactOf {
  readonly of: number
  readonly revision: number
}
export const subjects = 16
const plans = 8

export type Step =
  /** A batch comes in; under the name of an earlier one it holds that one's facts too, as a repeated stream does. */
  | { readonly step: 'arrive'; readonly object: number; readonly facts: readonly FactOf[] }
  /** The first half of a batch that failed comes again alone, after the other half under a name of its own. */
  | { readonly step: 'halve'; readonly object: number }
  | {
      readonly step: 'compact'
      readonly breaks?: 'before-writing' | 'after-writing'
      /** What happens between its reading and its writing. */
      readonly meanwhile?: readonly Step[]
    }
  /** Every object of facts that the compacted file names is old enough to go. */
  | { readonly step: 'expire' }

/** The same number and revision is always the same fact. */
function factAt({ of, revision }: FactOf): Fact {
  if (of < plans)
    return aPlanFact({
      ...{ id: reference(`plan-${of}`), revision, district: of % 2 === 0 ? 'LS-A' : 'LS-C' },
      ...(revision > 1 ? { state: 'STARTED', startedMonth: '2026-12' } : {}),
      ...(revision > 2 ? { state: 'COMPLETED', completedMonth: '2027-03' } : {}),
    })
  return aVisitFact({
    ...{ id: reference(`visit-${of}`), planRef: reference(`plan-${Math.floor((of - plans) / 2)}`) },
    ...{ occasion: of % 2 === 0 ? 'BASELINE' : 'END', composite: of / 16 }, // whole sixteenths add up the same in any order
  })
}

const rowsOf = (files: readonly string[]) =>
  withFactTable(files, async connection =>
    (await connection.runAndReadAll('SELECT * FROM facts ORDER BY kind, id')).getRowObjectsJson(),
  )

export function aLakeOfFacts(parent: string) {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'lake-'))
  const newFolder = (): string => mkdtempSync(join(folder, 'copy-'))
  const { bucket, objects, asked } = keptBucket()
  const { log, lines } = keptLog()
  /** What each object of facts was last written with, and every fact that ever arrived. */
  const batches = new Map<number, readonly FactOf[]>()
  const arrived: FactOf[] = []
  let named = 1000

  async function keep(object: number, facts: readonly FactOf[]): Promise<void> {
    batches.set(object, facts)
    await bucket.put(`${lakePrefixes.facts}${object}.jsonl`, jsonLines(facts.map(factAt)), 'application/x-ndjson')
  }

  const compactor = (override: Partial<Bucket> = {}) => {
    const mine: Bucket = { ...bucket, ...override }
    const copies = newFolder()
    return compactLake({ lake: lakeCopy(mine, copies), bucket: mine, file: join(copies, 'made.parquet'), log })
  }

  const compactedObjects = async (): Promise<ReadonlySet<string>> => {
    const content = objects.get(compactedName)
    if (content === undefined) return new Set()
    const file = join(newFolder(), 'newest.parquet')
    writeFileSync(file, content)
    return new Set(await readMadeOf(file))
  }

  /** The highest revision of each fact that ever arrived, picked without DuckDB. */
  const everyFact = (): string => {
    const rising = arrived.toSorted((one, other) => one.revision - other.revision)
    const highest = new Map(rising.map(each => [each.of, factAt(each)]))
    const file = join(newFolder(), 'all.jsonl')
    writeFileSync(file, jsonLines([...highest.values()]))
    return file
  }

  async function compact({ breaks, meanwhile = [] }: Extract<Step, { step: 'compact' }>): Promise<void> {
    const away = new Error('away')
    const run = compactor({
      async put(...object) {
        for (const step of meanwhile) await take(step)
        if (breaks === 'before-writing') throw away
        await bucket.put(...object)
        if (breaks === 'after-writing') throw away
      },
    })
    await run().catch(error => {
      if (error !== away) throw error
    })
  }

  async function take(step: Step): Promise<void> {
    switch (step.step) {
      case 'arrive':
        arrived.push(...step.facts)
        return keep(step.object, [...(batches.get(step.object) ?? []), ...step.facts])
      case 'halve': {
        const facts = batches.get(step.object) ?? []
        const half = Math.ceil(facts.length / 2)
        if (half === facts.length) return
        named += 1
        await keep(named, facts.slice(half))
        return keep(step.object, facts.slice(0, half))
      }
      case 'compact':
        return compact(step)
      case 'expire': {
        const old = await compactedObjects()
        for (const { name, etag } of await bucket.list(lakePrefixes.facts)) if (old.has(etag)) objects.delete(name)
      }
    }
  }

  return {
    objects,
    asked,
    log: lines,
    take,
    compactor,
    coldReader: (): LakeCopy => lakeCopy(bucket, newFolder()),
    read: (reader: LakeCopy) => reader.withFiles(({ files }) => rowsOf(files)),
    report: (reader: LakeCopy) => reader.withFiles(({ files }) => queryFacts(files, livelihoodFunnel)),
    expected: () => rowsOf([everyFact()]),
    expectedReport: () => queryFacts([everyFact()], livelihoodFunnel),
    factObjects: (): number => [...objects.keys()].filter(name => name.startsWith(lakePrefixes.facts)).length,
  }
}
