/** Reports: each is one SQL file over the lake and a row here; disclosure control is applied once, to every one. */
import * as z from 'zod/mini'
import { Instant, noQuery } from '../platform/fields.ts'
import { route } from '../platform/route.ts'

export const reportNames = ['livelihood-funnel'] as const
export const ReportName = z.enum(reportNames)
export type ReportName = z.infer<typeof ReportName>

export const ReportColumn = z.strictObject({
  name: z.string(),
  title: z.strictObject({ en: z.string(), 'st-LS': z.string() }),
  kind: z.enum(['dimension', 'people', 'mean']),
  unit: z.string(),
  hxl: z.string(),
})
export type ReportColumn = z.infer<typeof ReportColumn>

/** A suppressed cell is null: the reader sees "–", and no other cell gives it away. */
export const ReportCell = z.nullable(z.union([z.string(), z.number()]))

export const ReportTable = z.strictObject({
  name: ReportName,
  title: z.strictObject({ en: z.string(), 'st-LS': z.string() }),
  note: z.strictObject({ en: z.string(), 'st-LS': z.string() }),
  columns: z.array(ReportColumn),
  rows: z.array(z.array(ReportCell)),
  /** The national total, always printed. */
  total: z.array(ReportCell),
  suppressedCells: z.int(),
  asOf: Instant,
  chart: z.strictObject({ x: z.string(), series: z.array(z.string()) }),
})
export type ReportTable = z.infer<typeof ReportTable>

/** Any name is a question; one that there is no report of is refused as such. */
const report = z.strictObject({ report: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)) })

export const reportsRoutes = {
  readReport: route({
    name: 'readReport',
    method: 'GET',
    path: '/v1/reports/{report}',
    summary: 'A report as a table; small cells are suppressed',
    permission: 'report.read',
    recording: 'read',
    params: report,
    query: noQuery,
    maxBodyBytes: 0,
    response: ReportTable,
    refusals: ['report-unknown'],
    examples: {
      params: { report: 'livelihood-funnel' },
      response: {
        name: 'livelihood-funnel',
        title: { en: 'Livelihood funnel', 'st-LS': 'Mehato ea boipheliso' },
        note: { en: 'Counts of people', 'st-LS': 'Palo ea batho' },
        columns: [],
        rows: [],
        total: [],
        suppressedCells: 0,
        asOf: '2026-11-22T08:00:00.000Z',
        chart: { x: 'district', series: ['eligible'] },
      },
    },
  }),
  downloadReport: route({
    name: 'downloadReport',
    method: 'GET',
    path: '/v1/reports/{report}/file',
    summary: 'The same report as XLSX, or as CSV with HXL tags',
    permission: 'report.read',
    recording: 'read',
    params: report,
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']), language: z.optional(z.enum(['en', 'st-LS'])) }),
    maxBodyBytes: 0,
    response: z.unknown(),
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    refusals: ['report-unknown'],
    examples: { params: { report: 'livelihood-funnel' }, response: {} },
  }),
} as const
