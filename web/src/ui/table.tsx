import type { ComponentChildren } from 'preact'
import { t } from '../i18n/shared-words.ts'

export interface Column<Row> {
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  readonly figures?: boolean
}

interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
  readonly empty?: string
}

/** A table on a wide screen; on a phone each row becomes a block whose cells name themselves. */
export const Table = <Row,>({ caption, columns, rows, rowKey, empty }: TableProps<Row>) => (
  <table class="table">
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ heading, figures }) => (
          <th key={heading} scope="col" class={figures === true ? 'figures' : ''}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(row => (
        <tr key={rowKey(row)}>
          {columns.map(({ heading, cell, figures }) => (
            <td key={heading} data-heading={heading} class={figures === true ? 'figures' : ''}>
              {cell(row)}
            </td>
          ))}
        </tr>
      ))}
      {rows.length === 0 ? (
        <tr>
          <td class="table-empty" colSpan={columns.length}>
            {empty ?? t('table.empty')}
          </td>
        </tr>
      ) : null}
    </tbody>
  </table>
)
