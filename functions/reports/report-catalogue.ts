/** Every report, by its name in the address. */
import type { ReportName } from './contract.ts'
import { livelihoodFunnel } from './livelihood-funnel.ts'
import type { ReportDefinition } from './report-definition.ts'

const reports: Readonly<Record<ReportName, ReportDefinition>> = { 'livelihood-funnel': livelihoodFunnel }

export const findReport = (name: string): ReportDefinition | undefined =>
  Object.values(reports).find(report => report.name === name)
