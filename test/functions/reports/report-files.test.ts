import ExcelJs from 'exceljs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ReportTable } from '../../../functions/reports/contract.ts'
import { livelihoodFunnel } from '../../../functions/reports/livelihood-funnel.ts'
import { reportCsv } from '../../../functions/reports/report-csv.ts'
import { reportTable } from '../../../functions/reports/report-table.ts'
import { reportXlsx } from '../../../functions/reports/report-xlsx.ts'

const row = {
  district: 'LS-F',
  quarter: '2026-Q4',
  eligible: 40,
  started: 30,
  completed: 20,
  surveyed: 10,
  meanChange: -0.125,
}
const table = reportTable(
  livelihoodFunnel,
  [row, { ...row, district: 'LS-A', completed: 2 }, { ...row, district: 'LS-C', completed: 9 }],
  new Date('2026-11-22T10:00:00.000Z'),
)
/** As somebody would name a thing to make a spreadsheet run it. */
const hostile = (text: string): ReportTable => ({ ...table, rows: [[text, text, text, 1, 1, 1, 1, -0.5]] })
const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")']

const parsedCsv = (of: ReportTable) =>
  Papa.parse<string[]>(new TextDecoder().decode(reportCsv(of, 'en')).trimEnd()).data

async function sheetOf(of: ReportTable, language: 'en' | 'st-LS' = 'en') {
  const workbook = new ExcelJs.Workbook()
  await workbook.xlsx.load(Uint8Array.from(await reportXlsx(of, language)).buffer)
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

describe('CSV', () => {
  it('has a row of HXL tags under its heading, one for each column', () => {
    const [heading, tags, ...rows] = parsedCsv(table)
    expect(heading).toHaveLength(8)
    expect(tags).toEqual([
      '#adm1+code',
      '#adm1+name',
      '#date+quarter',
      '#affected+returnees+eligible',
      '#reached+returnees+started',
      '#reached+returnees+completed',
      '#reached+returnees+surveyed',
      '#indicator+change+mean',
    ])
    expect(rows).toHaveLength(table.rows.length + 1)
  })

  it('leaves a field empty where a number was left out, and keeps a negative number a number', () => {
    const [, , maseru, , hoek, total] = parsedCsv(table)
    expect(maseru).toEqual(['LS-A', 'Maseru', '2026-Q4', '40', '30', '', '10', '-0.125'])
    expect(hoek?.[1]).toBe("Mohale's Hoek")
    expect(total).toEqual(['LS', 'Lesotho', 'all', '120', '90', '31', '30', '-0.125'])
  })

  it.each(formulas)('runs nothing: %j', text => {
    const cells = parsedCsv(hostile(text))[2] ?? []
    expect(cells.slice(0, 3)).toEqual([`'${text}`, `'${text}`, `'${text}`])
    expect(cells[7]).toBe('-0.5')
  })
})

describe('XLSX', () => {
  it('speaks the language it was asked for', async () => {
    const sheet = await sheetOf(table, 'st-LS')
    expect(sheet.getCell('A1').value).toBe(table.title['st-LS'])
    expect(sheet.getRow(5).getCell(1).value).toBe('Setereke')
    expect(new TextDecoder().decode(reportCsv(table, 'st-LS'))).toMatch(/^Setereke,.*\r\n$/s)
  })

  it('says what is counted, then shows the table as numbers', async () => {
    const sheet = await sheetOf(table)
    expect(sheet.getCell('A1').value).toBe(table.title.en)
    expect(sheet.getCell('A2').value).toBe(table.note.en)
    expect(sheet.getRow(6).getCell(4).value).toBe('#affected+returnees+eligible')
    expect(sheet.getRow(7).values).toEqual([undefined, 'LS-A', 'Maseru', '2026-Q4', 40, 30, '–', 10, -0.125])
    expect(sheet.getRow(10).getCell(2).value).toBe('Lesotho')
    expect(sheet.getRow(10).getCell(4).value).toBe(120)
    expect(sheet.rowCount).toBe(10)
  })

  it.each(formulas)('runs nothing: %j', async text => {
    const cell = (await sheetOf(hostile(text))).getRow(7).getCell(1)
    expect(cell.type).toBe(ExcelJs.ValueType.String)
    expect(cell.formula).toBeUndefined()
  })
})
