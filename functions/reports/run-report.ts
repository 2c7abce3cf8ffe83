/** From the lake to a table that may be shown. */
import type { Scope } from '../platform/permissions.ts'
import type { ReportTable } from './contract.ts'
import type { LakeGateway } from './lake-gateway.ts'
import { queryFacts } from './lake-query.ts'
import { findReport } from './report-catalogue.ts'
import { reportTable } from './report-table.ts'

/** Undefined where there is no report of that name. */
export type RunReport = (name: string, scope: Scope, asOf: Date) => Promise<ReportTable | undefined>

export const reportRunner =
  (lake: LakeGateway): RunReport =>
  async (name, scope, asOf) => {
    const report = findReport(name)
    if (!report) return undefined
    const rows = await lake.withFacts(scope, files => queryFacts(files, report))
    return reportTable(report, rows, asOf)
  }
