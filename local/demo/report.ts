/** Asks for the report until it has caught up with what the offices recorded: facts follow the registry, seconds behind. */
import { setTimeout as pause } from 'node:timers/promises'
import type * as z from 'zod/mini'
import { type ReportTable, reportsRoutes } from '../../functions/reports/contract.ts'
import type { Desk } from './desk.ts'

const mostTries = 60

export async function askForReport(analyst: Desk): Promise<z.infer<typeof ReportTable>> {
  let before = ''
  for (let attempt = 1; ; attempt += 1) {
    const report = await analyst.must(reportsRoutes.readReport, { params: { report: 'livelihood-funnel' } })
    const now = JSON.stringify([report.rows, report.total])
    if ((now === before && report.rows.length > 0) || attempt === mostTries) return report
    before = now
    await pause(2_000)
  }
}
