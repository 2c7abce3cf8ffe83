/** A report as CSV: a heading, a row of HXL tags, the rows, the national total. Pure. */
import Papa from 'papaparse'
import type { LocalText } from '../platform/local-text.ts'
import type { ReportTable } from './contract.ts'

/**
 * UTF-8, RFC 4180. A number that was left out is an empty field. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers, which may be negative, stay as they are.
 */
export const reportCsv = ({ columns, rows, total }: ReportTable, language: keyof LocalText): Uint8Array =>
  new TextEncoder().encode(
    `${Papa.unparse([columns.map(({ title }) => title[language]), columns.map(({ hxl }) => hxl), ...rows, total], {
      escapeFormulae: true,
    })}\r\n`,
  )
