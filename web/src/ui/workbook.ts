/** One sheet as a workbook. Text is stored as text, never as a formula: what somebody typed runs on no machine. */
import writeWorkbook, { type Cell } from 'write-excel-file/browser'

export type { Cell }

export const text = (value: string | undefined): Cell => (value === undefined ? null : { value, type: String })
export const figure = (value: number): Cell => ({ value, type: Number, format: '0' })

const titled = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })

interface Sheet {
  readonly name: string
  readonly titles: readonly string[]
  readonly rows: readonly Cell[][]
}

export const workbookOf = ({ name, titles, rows }: Sheet): Promise<Blob> =>
  writeWorkbook([titles.map(titled), ...rows], { sheet: name, columns: titles.map(() => ({ width: 18 })) }).toBlob()
