/** A report as a workbook: what it counts, then the table with its HXL tags. Text is stored as text, never as a formula. */
import writeWorkbook, { type Cell, type Row } from 'write-excel-file/node'
import type * as z from 'zod/mini'
import { maseruDate } from '../platform/clock.ts'
import type { LocalText } from '../platform/local-text.ts'
import type { ReportCell, ReportTable } from './contract.ts'

const bold = { fontWeight: 'bold' } as const
const titled = (value: string): Cell => ({ value, type: String, ...bold })
const text = (value: string): Cell => ({ value, type: String })

function cellOf(value: z.infer<typeof ReportCell>, isMean: boolean, style: object = {}): Cell {
  if (value === null) return { value: '–', type: String, align: 'right', ...style }
  if (typeof value === 'string') return { value, type: String, ...style }
  return { value, type: Number, format: isMean ? '0.00' : '0', ...style }
}

export async function reportXlsx(
  { title, note, columns, rows, total, asOf }: ReportTable,
  language: keyof LocalText,
): Promise<Uint8Array> {
  const cellsOf = (row: ReportTable['total'], style?: object): Row =>
    row.map((value, column) => cellOf(value, columns[column]?.kind === 'mean', style))
  const sheet = [
    [titled(title[language])],
    [text(note[language])],
    [text(`${maseruDate(new Date(asOf))} (Africa/Maseru)`)],
    [],
    columns.map(column => titled(column.title[language])),
    columns.map(column => text(column.hxl)),
    ...rows.map(row => cellsOf(row)),
    cellsOf(total, bold),
  ]
  const workbook = writeWorkbook(sheet, { sheet: 'Report', columns: columns.map(() => ({ width: 18 })) })
  return new Uint8Array(await workbook.toBuffer())
}
