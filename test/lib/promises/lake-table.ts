/** What Athena sees of the lake: the compacted file, under its own columns and types, and nobody let in by it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { compactedName, writeCompacted } from '../../../functions/facts/compacted-facts.ts'
import { factColumns } from '../../../functions/facts/fact-columns.ts'
import { quoted, withDuckDb } from '../../../functions/facts/fact-table.ts'
import { jsonLines } from '../../../functions/platform/bucket.ts'
import { aPlanFact, aVisitFact } from '../../builders/facts.ts'
import { template, theOne } from '../synthesis.ts'

const Table = z.object({
  DatabaseName: z.string(),
  TableInput: z.object({
    Name: z.string(),
    TableType: z.string(),
    StorageDescriptor: z.object({
      Location: z.string(),
      Columns: z.array(z.object({ Name: z.string(), Type: z.string() })),
      SerdeInfo: z.object({ SerializationLibrary: z.string() }),
    }),
  }),
})
const tables = template.declared('AWS::Glue::Table').map(({ properties }) => Table.parse(properties))

/** The column of the file, as the catalogue would have to call its type. */
async function columnsOfFile(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'kamohelo-lake-table-'))
  try {
    const [lines, file] = [join(folder, 'facts.jsonl'), join(folder, 'facts.parquet')]
    writeFileSync(lines, jsonLines([aPlanFact(), aVisitFact()]))
    await writeCompacted(file, [lines], [])
    return await withDuckDb(async connection => {
      const found = await connection.runAndReadAll(
        `SELECT name, type, num_children, converted_type FROM parquet_schema(${quoted(file)})`,
      )
      const Row = z.object({
        name: z.string(),
        type: z.nullable(z.string()),
        num_children: z.nullable(z.coerce.number()),
        converted_type: z.nullable(z.string()),
      })
      const physical: Readonly<Record<string, string>> = {
        INT32: 'int',
        BYTE_ARRAY: 'string',
        BOOLEAN: 'boolean',
        DOUBLE: 'double',
      }
      return Object.fromEntries(
        z
          .array(Row)
          .parse(found.getRowObjectsJson())
          .filter(({ name }) => Object.hasOwn(factColumns, name))
          .map(row => [
            row.name.toLowerCase(),
            row.converted_type === 'LIST' ? 'array<string>' : (physical[row.type ?? ''] ?? `unknown ${row.type}`),
          ]),
      )
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('the table that Athena reads', () => {
  const [table, ...others] = tables
  if (table === undefined || others.length > 0) throw new Error('not exactly one table')
  const { StorageDescriptor: storage } = table.TableInput

  it('is one, of the folder in which the compacted file lies, in the lake', () => {
    const { ref } = theOne('Lake', 'AWS::S3::Bucket')
    const folder = compactedName.slice(0, compactedName.lastIndexOf('/') + 1)
    expect(storage.Location).toBe(`s3://${ref}/${folder}`)
    expect(table.TableInput).toMatchObject({ Name: 'facts', TableType: 'EXTERNAL_TABLE' })
    expect(storage.SerdeInfo.SerializationLibrary).toMatch(/ParquetHiveSerDe$/)
  })

  it('has each column of a fact once, in lower case, under the type the file is written in', async () => {
    const columns = Object.fromEntries(storage.Columns.map(({ Name, Type }) => [Name, Type]))
    expect(Object.keys(columns)).toEqual(Object.keys(factColumns).map(name => name.toLowerCase()))
    expect(Object.keys(columns)).toHaveLength(storage.Columns.length)
    expect(columns).toEqual(await columnsOfFile())
  })

  it('lets nobody in: no role of ours may ask Athena or the catalogue', () => {
    const granting = template.declared('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role')
    const policies = JSON.stringify(granting.map(({ properties }) => properties))
    expect(policies).toMatch(/"s3:PutObject"/)
    expect(policies).not.toMatch(/"(glue|athena|lakeformation):/)
  })
})
