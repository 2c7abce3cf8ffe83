import type { ReportTable } from '../../../functions/reports/contract.ts'
import { inLanguage } from '../i18n/words.ts'
import { cellText } from './report-reading.ts'
import { t } from './words.ts'

/** A number that is left out: a dash for the eye, two words for who listens. */
const LeftOut = () => (
  <>
    <span aria-hidden="true">–</span>
    <span class="unseen">{t('table.hidden')}</span>
  </>
)

function Row({ table, cells }: { table: ReportTable; cells: ReportTable['total'] }) {
  return (
    <tr>
      {table.columns.map((column, index) => {
        const text = cellText(cells[index] ?? null, column)
        return (
          <td
            key={column.name}
            data-heading={inLanguage(column.title)}
            class={column.kind === 'dimension' ? '' : 'figures'}
          >
            {text ?? <LeftOut />}
          </td>
        )
      })}
    </tr>
  )
}

/** The whole report: a row for each group, and the whole country below. */
export const ReportTableView = ({ table }: { table: ReportTable }) => (
  <section class="stack">
    <h2>{t('table.title')}</h2>
    <table class="table report-table">
      <caption class="unseen">{inLanguage(table.title)}</caption>
      <thead>
        <tr>
          {table.columns.map(({ name, title, kind }) => (
            <th key={name} scope="col" class={kind === 'dimension' ? '' : 'figures'}>
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
    <p class="quiet">{inLanguage(table.note)}</p>
    {table.suppressedCells === 0 ? null : (
      <p class="quiet">
        {t('table.dash', { count: table.suppressedCells })} {t('table.dash.why')}
      </p>
    )}
  </section>
)
