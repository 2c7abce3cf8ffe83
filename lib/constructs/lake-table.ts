/**
 * The compacted lake as a table of the data catalogue, for Athena: where it outgrows one Lambda, the same file is asked
 * there (docs/adr/0009-lake-compaction.md). It holds no data and lets nobody in: who asks needs a role of their own.
 */
import { Stack } from 'aws-cdk-lib'
import * as glue from 'aws-cdk-lib/aws-glue'
import { Construct } from 'constructs'
import { factColumns } from '../../functions/facts/fact-columns.ts'
import { lakePrefixes } from '../../functions/platform/lake.ts'
import type { PrivateBucket } from './private-bucket.ts'

type ColumnType = (typeof factColumns)[keyof typeof factColumns]

/** DuckDB's types, in which the file is written, as the catalogue calls them. */
const catalogueTypes: Readonly<Record<ColumnType, string>> = {
  INTEGER: 'int',
  VARCHAR: 'string',
  'VARCHAR[]': 'array<string>',
  BOOLEAN: 'boolean',
  DOUBLE: 'double',
}

/** Athena knows lower-case names alone, and finds the file's columns by name whatever their case. */
export const catalogueColumns = Object.entries(factColumns).map(([name, type]) => ({
  name: name.toLowerCase(),
  type: catalogueTypes[type],
}))

export interface LakeTableProps {
  readonly lake: PrivateBucket
  readonly databaseName: string
}

export class LakeTable extends Construct {
  constructor(scope: Construct, id: string, { lake, databaseName }: LakeTableProps) {
    super(scope, id)
    const catalogId = Stack.of(this).account
    const database = new glue.CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: databaseName, description: 'Kamohelo: de-identified facts' },
    })
    const table = new glue.CfnTable(this, 'Facts', {
      catalogId,
      databaseName,
      tableInput: {
        name: 'facts',
        description: 'The highest revision of each fact as of the last nightly compaction; not suppressed',
        tableType: 'EXTERNAL_TABLE',
        parameters: { classification: 'parquet', EXTERNAL: 'TRUE' },
        storageDescriptor: {
          // A folder, as the catalogue wants it: compaction keeps one object there and writes it over.
          location: `s3://${lake.bucket.bucketName}/${lakePrefixes.compacted}`,
          columns: catalogueColumns,
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    })
    table.addDependency(database)
  }
}
