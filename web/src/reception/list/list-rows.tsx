import { useSignal } from '@preact/signals'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { Table } from '../../ui/table.tsx'
import { ReadCells } from './read-cells.tsx'
import { RowResult } from './row-result.tsx'
import { t } from './words.ts'

const needsALook = ({ status, notes }: ReadRow): boolean => status === 'REJECTED' || notes.length > 0

/** Every row, or only those with something to look at; what is left out is always said. */
export function ListRows({ rows }: { rows: readonly ReadRow[] }) {
  const onlyNoted = useSignal(false)
  const shown = onlyNoted.value ? rows.filter(needsALook) : rows
  const accepted = rows.filter(({ status }) => status === 'ACCEPTED').length
  return (
    <section class="stack">
      <p>
        <strong>{t('list.accepted', { count: accepted })}</strong>,{' '}
        {t('list.rejected', { count: rows.length - accepted })}.
      </p>
      <div class="switch">
        {[false, true].map(noted => (
          <button
            key={String(noted)}
            type="button"
            aria-pressed={onlyNoted.value === noted}
            onClick={() => {
              onlyNoted.value = noted
            }}
          >
            {noted ? t('list.show-noted') : t('list.show-all')}
          </button>
        ))}
      </div>
      <Table
        caption={`${shown.length} / ${rows.length}`}
        rows={shown}
        rowKey={({ row }) => row}
        columns={[
          { heading: t('list.row'), cell: ({ row }) => row },
          {
            heading: t('list.typed'),
            cell: ({ typed }) => <span class="small">{Object.values(typed).join(' · ')}</span>,
          },
          { heading: t('list.read'), cell: row => <ReadCells row={row} /> },
          { heading: t('list.result'), cell: row => <RowResult row={row} /> },
        ]}
      />
    </section>
  )
}
