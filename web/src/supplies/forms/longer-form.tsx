import { useMemo } from 'preact/hooks'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import type { StorePlace } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { itemName } from '../../code-lists/item-amount.ts'
import { localDay } from '../../i18n/local-time.ts'
import { dateToday } from '../../time/date-today.ts'
import { dateInput, readDate } from '../../ui/date-input.ts'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { dueDay } from '../due-day.ts'
import { type Lease, whereLeased } from '../said.ts'
import { t } from '../words.ts'
import { DueField } from './due-field.tsx'

/** Lets a holder keep what it has until another day. */
export function LongerForm({ place, lease, onSaved, onClose }: FormEnds & { place: StorePlace; lease: Lease }) {
  const { holder, item, leaseId, dueAt } = lease
  const due = useMemo(() => dateInput(), [])
  const moving = useMove()
  const until = dueDay(readDate(due), dateToday())
  const where = whereLeased(lease)

  const save = () => {
    moving.tried()
    if (typeof until === 'string') return
    const { id: moveId, body } = moving.makeCommand({ holder, item, leaseId, ...until })
    void moving.send(
      () => call(suppliesRoutes.extendLease, { params: { place, moveId }, body }),
      () => onSaved(t('longer.saved', { item: itemName(item), where, date: localDay(until.dueAt) })),
    )
  }
  return (
    <MoveDialog title={t('longer.title')} act={t('longer.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>
        <strong>{`${itemName(item)}, ${where}`}</strong>
      </p>
      {dueAt === undefined ? null : <p>{t('longer.until', { date: localDay(dueAt) })}</p>}
      <DueField value={due} until={until} problem={moving.problem} />
    </MoveDialog>
  )
}
