import type { ManifestNote, ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { localDay } from '../../i18n/local-time.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { t } from './words.ts'

/** What an officer should look at, in words. */
export function noteWords(note: ManifestNote): string {
  if (note.note === 'DATE_AMBIGUOUS')
    return t('note.DATE_AMBIGUOUS', { readings: note.readings.map(localDay).join(', ') })
  if (note.note === 'POSSIBLE_REPEAT') return t('note.POSSIBLE_REPEAT', { rows: note.rows.join(', ') })
  return t(`note.${note.note}`)
}

function reasonWords({ reason, repeats }: ReadRow): string {
  if (reason === undefined) return ''
  return reason === 'REPEATED_ROW' ? t('reason.REPEATED_ROW', { repeats: repeats ?? '' }) : t(`reason.${reason}`)
}

/** What became of a row, and everything an officer should look at beside it. */
export const RowResult = ({ row }: { row: ReadRow }) => (
  <div class="stack-small">
    {row.status === 'ACCEPTED' ? (
      <StatusBadge tone="green">{t('list.taken')}</StatusBadge>
    ) : (
      <>
        <StatusBadge tone="sand">{t('list.not-taken')}</StatusBadge>
        <span>{reasonWords(row)}</span>
      </>
    )}
    {row.notes.map(note => (
      <span key={note.note} class="small quiet">
        {noteWords(note)}
      </span>
    ))}
  </div>
)
