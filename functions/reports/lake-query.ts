/** Runs a report's SQL over files of facts, in memory, with no way out of this process. */
import * as z from 'zod/mini'
import { quoted, withFactTable } from '../facts/fact-table.ts'
import type { ReportRow } from './disclosure.ts'
import type { ReportDefinition } from './report-definition.ts'

const Rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))

/**
 * The rows of the SQL: text, numbers, or null. Counts must be cast to INTEGER: a BIGINT comes out as text. What the SQL
 * may ask for is `facts`, with the columns of `functions/facts/fact-columns.ts`.
 */
export const queryFacts = (
  files: readonly string[],
  { sql, variables }: Pick<ReportDefinition, 'sql' | 'variables'>,
): Promise<ReportRow[]> =>
  withFactTable(files, async connection => {
    await connection.run('SET enable_external_access = false')
    for (const [name, value] of Object.entries(variables))
      await connection.run(`SET VARIABLE ${name} = ${quoted(value)}`)
    return Rows.parse((await connection.runAndReadAll(sql)).getRowObjectsJson())
  })
