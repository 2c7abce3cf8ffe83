import { expect, it } from 'vitest'
import { cellText, chartBars, chartFilter, shownColumns } from '../../../web/src/reports/report-reading.ts'
import { livelihoodFunnelTable as table } from '../made-up-report.ts'

it('shows a number that is left out as nothing, and a change with its sign', () => {
  expect(cellText(null, { kind: 'people' })).toBeUndefined()
  expect([0, 64].map(cell => cellText(cell, { kind: 'people' }))).toEqual(['0', '64'])
  expect([0.081, -0.024, 0.001].map(cell => cellText(cell, { kind: 'mean' }))).toEqual(['+0.08', '−0.02', '0.00'])
})

it('names a district once on screen, under the title of its code', () => {
  const [first, second] = shownColumns(table)
  expect(first).toMatchObject({ column: { name: 'districtName' }, title: { en: 'District' }, place: 1 })
  expect(second).toMatchObject({ column: { name: 'quarter' }, place: 2 })
  expect(shownColumns(table).map(({ column }) => column.name)).not.toContain('district')
})

it('draws one quarter at a time, the last one first', () => {
  const filter = chartFilter(table)
  expect([filter?.column.name, filter?.values]).toEqual(['quarter', ['2026-Q4', '2026-Q3']])
  const bars = chartBars(table, { name: 'quarter', value: '2026-Q3' })
  expect(bars.map(({ place, series, value }) => [place, series, value])).toEqual([
    ['Maseru', 'eligible', 41],
    ['Maseru', 'started', 30],
    ['Maseru', 'completed', 12],
    ['Leribe', 'eligible', 33],
    ['Leribe', 'started', 25],
    ['Leribe', 'completed', 9],
  ])
})

it('needs no choice where each place has one row, and adds nothing up', () => {
  const one = { ...table, rows: table.rows.filter(row => row[2] === '2026-Q4') }
  expect(chartFilter(one)).toBeUndefined()
  const leftOut = chartBars(one).filter(({ place, value }) => place === 'Quthing' && value === null)
  expect(leftOut.map(({ series }) => series)).toEqual(['started', 'completed'])
})
