import type { ReportTable } from '../../../functions/reports/contract.ts'
import { inLanguage } from '../i18n/words.ts'
import { cellText, shownColumns } from './report-reading.ts'
import { t } from './words.ts'

/** A number that is left out: a dash for the eye, two words for who listens. */
const LeftOut = () => (
  <>
    <span aria-hidden="true">–</span>
    <span class="unseen">{t('table.hidden')}</span>
  </>
)

const sideOf = (kind: ReportTable['columns'][number]['kind']): string => (kind === 'dimension' ? '' : 'figures')

interface RowProps {
  readonly table: ReportTable
  readonly cells: ReportTable['total']
}

/** The first column names the row, and stays in view while a phone slides the others by. */
const Row = ({ table, cells }: RowProps) => (
  <tr>
    {shownColumns(table).map(({ column, place }, index) => {
      const text = cellText(cells[place] ?? null, column) ?? <LeftOut />
      return index === 0 ? (
        <th key={column.name} scope="row">
          {text}
        </th>
      ) : (
        <td key={column.name} class={sideOf(column.kind)}>
          {text}
        </td>
      )
    })}
  </tr>
)

/** The whole report: a row for each group, and the whole country below. */
export const ReportTableView = ({ table }: { table: ReportTable }) => (
  <section class="stack">
    <h2>{t('table.title')}</h2>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what slides must be slid by keys too */}
    <section class="report-slide" aria-label={inLanguage(table.title)} tabIndex={0}>
      <table class="report-table">
        <thead>
          <tr>
            {shownColumns(table).map(({ column, title }) => (
              <th key={column.name} scope="col" class={sideOf(column.kind)}>
                {inLanguage(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, index) => (
            <Row key={index} table={table} cells={cells} />
          ))}
        </tbody>
        <tfoot>
          <Row table={table} cells={table.total} />
        </tfoot>
      </table>
    </section>
    <p class="quiet">{inLanguage(table.note)}</p>
    {table.suppressedCells === 0 ? null : (
      <p class="quiet">
        {t('table.dash', { count: table.suppressedCells })} {t('table.dash.why')}
      </p>
    )}
  </section>
)
