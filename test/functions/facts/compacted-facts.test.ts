import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readMadeOf, writeCompacted } from '../../../functions/facts/compacted-facts.ts'
import type { Fact } from '../../../functions/facts/fact.ts'
import { withDuckDb, withFactTable } from '../../../functions/facts/fact-table.ts'
import { jsonLines } from '../../../functions/platform/bucket.ts'
import { aPlanFact, aVisitFact, reference } from '../../builders/facts.ts'

const folder = mkdtempSync(join(tmpdir(), "kamohelo-it's-compacted-"))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0
const newFile = (ending: string): string => {
  made += 1
  return join(folder, `${made}.${ending}`)
}
const linesOf = (...facts: readonly Fact[]): string => {
  const file = newFile('jsonl')
  writeFileSync(file, jsonLines(facts))
  return file
}
const factsIn = (...files: readonly string[]) =>
  withFactTable(files, async connection =>
    (await connection.runAndReadAll('SELECT * FROM facts ORDER BY kind, id')).getRowObjectsJson(),
  )
const compacted = async (files: readonly string[], objects: readonly string[] = []) => {
  const file = newFile('parquet')
  return { file, ...(await writeCompacted(file, files, objects)) }
}

const plan = aPlanFact({ assistance: [] })
const started = aPlanFact({ revision: 2, state: 'STARTED', startedMonth: '2026-12' })
const visit = aVisitFact({ composite: 0.1 + 0.2, social: null })
const noDistrict: Fact = {
  ...{ factVersion: 1, kind: 'TASK', id: reference('t'), revision: 3 },
  ...{ month: '2026-11', quarter: '2026-Q4', state: 'OPEN', family: 'CALL' },
}

describe('a compacted file', () => {
  it('holds each fact as the lines did, to the last digit and the empty list', async () => {
    const lines = linesOf(plan, visit, noDistrict)
    const { file, facts } = await compacted([lines])
    expect(facts).toBe(3)
    expect(await factsIn(file)).toEqual(await factsIn(lines))
    expect(await factsIn(file)).toMatchObject([
      { kind: 'PLAN', assistance: [], factVersion: 1 },
      { kind: 'TASK', district: null, items: null },
      { kind: 'VISIT', composite: 0.1 + 0.2, social: null, reached: true },
    ])
  })

  it('holds the highest revision, whether it was compacted before or came since', async () => {
    const [older, newer] = [await compacted([linesOf(plan)]), await compacted([linesOf(started)])]
    for (const files of [
      [older.file, linesOf(started)],
      [newer.file, linesOf(plan)],
    ]) {
      const { file, facts } = await compacted(files)
      expect(facts).toBe(1)
      expect(await factsIn(file)).toMatchObject([{ revision: 2, state: 'STARTED' }])
    }
  })

  it('is the same bytes for the same facts and names', async () => {
    const [one, other] = [
      await compacted([linesOf(plan, visit)], ['a']),
      await compacted([linesOf(visit, plan, visit)], ['a']),
    ]
    expect(await readFile(one.file)).toEqual(await readFile(other.file))
  })

  it('names what it was made of, sixty days of it too', async () => {
    const objects = Array.from({ length: 60 * 1440 }, (_, index) => String(index).padStart(32, '0'))
    const { file } = await compacted([linesOf(plan)], objects)
    expect(await readMadeOf(file)).toEqual(objects)
    expect(await readMadeOf((await compacted([linesOf(plan)])).file)).toEqual([])
  })

  it('is not taken for whole where it is not ours', async () => {
    const file = newFile('parquet')
    await withDuckDb(connection =>
      connection.run(`COPY (SELECT 'PLAN' AS kind) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`),
    )
    await expect(readMadeOf(file)).rejects.toThrow()
  })

  it('may be of another version of ours: a column it lacks is empty, one too many is left', async () => {
    const file = newFile('parquet')
    await withDuckDb(connection =>
      connection.run(
        `COPY (SELECT 'of tomorrow' AS added, 'PLAN' AS kind, 'x' AS id, 1 AS revision)
         TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`,
      ),
    )
    const [fact, ...others] = await factsIn(file)
    expect(fact).toMatchObject({ kind: 'PLAN', id: 'x', revision: 1, district: null })
    expect(fact).not.toHaveProperty('added')
    expect(others).toEqual([])
  })
})
