import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { file, refused } from '../platform/reply.ts'
import { reportsRoutes } from './contract.ts'
import { reportCsv } from './report-csv.ts'
import { reportXlsx } from './report-xlsx.ts'
import type { RunReport } from './run-report.ts'

const formats = {
  csv: { mediaType: 'text/csv', write: reportCsv },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: reportXlsx },
} as const

/** The same table as a file. Refuses `report-unknown`. */
export const downloadReport = (run: RunReport) =>
  endpoint(
    reportsRoutes.downloadReport,
    async ({ params: { report }, query: { format, language = 'en' }, scope, receivedAt }) => {
      const table = await run(report, scope, receivedAt)
      if (!table) return refused('report-unknown')
      const { mediaType, write } = formats[format]
      const name = `kamohelo-${table.name}-${maseruDate(receivedAt)}.${format}`
      return file({ name, mediaType, bytes: await write(table, language) }, [`report:${report}`])
    },
  )
