/** Runs a report's SQL over files of facts, in memory, with no way out of this process. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import * as z from 'zod/mini'
import type { ReportRow } from './disclosure.ts'
import type { ReportDefinition } from './report-definition.ts'

/** What the SQL of a report may ask for: the fields of every kind of fact, empty where a kind has none. */
const factColumns = {
  kind: 'VARCHAR',
  id: 'VARCHAR',
  revision: 'INTEGER',
  district: 'VARCHAR',
  month: 'VARCHAR',
  quarter: 'VARCHAR',
  personRef: 'VARCHAR',
  returnRef: 'VARCHAR',
  planRef: 'VARCHAR',
  post: 'VARCHAR',
  returnType: 'VARCHAR',
  sex: 'INTEGER',
  ageBand: 'VARCHAR',
  priority: 'VARCHAR',
  items: 'VARCHAR[]',
  state: 'VARCHAR',
  family: 'VARCHAR',
  startedMonth: 'VARCHAR',
  completedMonth: 'VARCHAR',
  assistance: 'VARCHAR[]',
  reached: 'BOOLEAN',
  occasion: 'VARCHAR',
  instrument: 'VARCHAR',
  weightSet: 'VARCHAR',
  economic: 'DOUBLE',
  social: 'DOUBLE',
  psychosocial: 'DOUBLE',
  composite: 'DOUBLE',
} as const

const Rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const asList = (pairs: (name: string, type: string) => string): string =>
  Object.entries(factColumns)
    .map(([name, type]) => pairs(name, type))
    .join(', ')

async function load(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await connection.run(`CREATE TABLE kept (${asList((name, type) => `${name} ${type}`)})`)
  if (files.length > 0)
    await connection.run(
      `INSERT INTO kept SELECT * FROM read_json([${files.map(quoted).join(', ')}], format = 'newline_delimited',
       columns = {${asList((name, type) => `${name}: ${quoted(type)}`)}})`,
    )
  // Delivered at least once, and again with each change: the highest revision of each fact is the fact.
  await connection.run(
    `CREATE VIEW facts AS SELECT * FROM kept
     QUALIFY row_number() OVER (PARTITION BY kind, id ORDER BY revision DESC) = 1`,
  )
  await connection.run('SET enable_external_access = false')
}

/** The rows of the SQL: text, numbers, or null. Counts must be cast to INTEGER: a BIGINT comes out as text. */
export async function queryFacts(
  files: readonly string[],
  { sql, variables }: Pick<ReportDefinition, 'sql' | 'variables'>,
): Promise<ReportRow[]> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' })
  try {
    const connection = await instance.connect()
    try {
      await load(connection, files)
      for (const [name, value] of Object.entries(variables))
        await connection.run(`SET VARIABLE ${name} = ${quoted(value)}`)
      return Rows.parse((await connection.runAndReadAll(sql)).getRowObjectsJson())
    } finally {
      connection.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}
