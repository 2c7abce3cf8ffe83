import { endpoint } from '../platform/endpoint.ts'
import { ok, refused } from '../platform/reply.ts'
import { reportsRoutes } from './contract.ts'
import type { RunReport } from './run-report.ts'

/** A report as a table. Refuses `report-unknown`. */
export const readReport = (run: RunReport) =>
  endpoint(reportsRoutes.readReport, async ({ params: { report }, scope, receivedAt }) => {
    const table = await run(report, scope, receivedAt)
    return table ? ok(table, [`report:${report}`]) : refused('report-unknown')
  })
