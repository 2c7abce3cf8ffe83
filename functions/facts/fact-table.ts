/** Facts of the lake as a table of DuckDB, in memory and on this machine alone: it fetches nothing. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { factColumns } from './fact-columns.ts'

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const quotedList = (texts: readonly string[]): string => texts.map(quoted).join(', ')

/** A connection to an empty database that ends with the use. */
export async function withDuckDb<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' })
  try {
    const connection = await instance.connect()
    try {
      return await use(connection)
    } finally {
      connection.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}

const columns = Object.entries(factColumns)
const isParquet = (file: string): boolean => file.endsWith('.parquet')

async function load(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await connection.run(`CREATE TABLE kept (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`)
  const lines = files.filter(file => !isParquet(file))
  if (lines.length > 0)
    await connection.run(
      `INSERT INTO kept SELECT * FROM read_json([${quotedList(lines)}], format = 'newline_delimited',
       columns = {${columns.map(([name, type]) => `${name}: ${quoted(type)}`).join(', ')}})`,
    )
  // By name: what was compacted by an older or a newer version of ours has fewer columns, or more.
  for (const file of files.filter(isParquet))
    await connection.run(
      `INSERT INTO kept BY NAME
       SELECT COLUMNS(c -> c IN (${quotedList(Object.keys(factColumns))})) FROM read_parquet(${quoted(file)})`,
    )
}

/**
 * Loads files of facts, JSON lines or `.parquet`, for one use: `facts` holds each fact once. Facts are delivered at
 * least once, and again with each change: the highest revision of each is the fact.
 */
export const withFactTable = <T>(
  files: readonly string[],
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> =>
  withDuckDb(async connection => {
    await load(connection, files)
    await connection.run(
      `CREATE VIEW facts AS SELECT * FROM kept
       QUALIFY row_number() OVER (PARTITION BY kind, id ORDER BY revision DESC) = 1`,
    )
    return use(connection)
  })
