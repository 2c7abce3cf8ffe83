import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ReportTable } from '../../../functions/reports/contract.ts'
import { inLanguage } from '../i18n/words.ts'
import { Field } from '../ui/field.tsx'
import { chartBars, chartFilter, shownColumns } from './report-reading.ts'
import { t } from './words.ts'

const titleOf = (table: ReportTable, name: string): string => {
  const shown = shownColumns(table).find(({ column }) => column.name === name)
  return shown === undefined ? name : inLanguage(shown.title)
}

/** The width the chart has, as the window is turned or made smaller. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null)
  const width = useSignal(0)
  useEffect(() => {
    const watched = place.current
    if (watched === null) return
    const observer = new ResizeObserver(() => {
      width.value = Math.round(watched.clientWidth)
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return { place, width: width.value }
}

/** The report's own picture; the drawing library is loaded once there is something to draw. */
export function ReportChart({ table }: { table: ReportTable }) {
  const filter = chartFilter(table)
  const chosen = useSignal<string | undefined>(undefined)
  const value = chosen.value ?? filter?.values[0]
  const { place, width } = useWidth()
  const bars = chartBars(
    table,
    filter === undefined || value === undefined ? undefined : { name: filter.column.name, value },
  ).map(bar => ({ ...bar, series: titleOf(table, bar.series) }))
  const series = table.chart.series.map(name => titleOf(table, name))
  const said = { series: series.join(', '), place: titleOf(table, table.chart.x) }
  const says = value === undefined ? t('chart.says', said) : t('chart.says.of', { ...said, filter: value })

  useEffect(() => {
    if (width === 0) return
    let current = true
    void import('./draw-bars.ts').then(({ drawBars }) => {
      if (current) place.current?.replaceChildren(drawBars({ bars, series, widthPixels: width, says }))
    })
    return () => {
      current = false
    }
  }, [width, says, table])

  return (
    <section class="panel">
      <h2>{t('chart.title')}</h2>
      {filter === undefined ? null : (
        <Field label={inLanguage(filter.column.title)}>
          {described => (
            <select
              {...described}
              class="input input-short"
              value={value ?? ''}
              onChange={event => {
                chosen.value = event.currentTarget.value
              }}
            >
              {filter.values.map(each => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <ul class="chart-key">
        {series.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <div class="chart" ref={place} />
    </section>
  )
}
