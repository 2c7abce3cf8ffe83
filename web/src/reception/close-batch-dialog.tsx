import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { arrivalsRoutes, type BatchView } from '../../../functions/arrivals/contract.ts'
import { call } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { useCommand } from '../api/use-command.ts'
import { deviceTime, versions } from '../api/versions.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { waitingOn } from './listed-people.ts'
import { t } from './words.ts'

interface CloseBatchDialogProps {
  readonly view: BatchView
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Closing an arrival; one that does not balance takes a supervisor and a reason (domain.md 1.1). */
export function CloseBatchDialog({ view, onDone, onClose }: CloseBatchDialogProps) {
  const { batch, balance } = view
  const reason = useSignal('')
  const closingId = useMemo(newId, [reason.value])
  const { busy, no, send } = useCommand()
  const balanced = balance.difference === 0
  const waiting = waitingOn(view).length
  const allowed = balanced || may('batch.close-unexplained', batch.post)

  const save = () => {
    const body = {
      versions,
      reason: reason.value.trim() === '' ? undefined : reason.value.trim(),
      deviceTime: deviceTime(),
    }
    void send(() => call(arrivalsRoutes.closeBatch, { params: { batchId: batch.batchId, closingId }, body }), onDone)
  }
  return (
    <Dialog open title={t('close.title')} onClose={onClose}>
      <p>{balanced ? t('close.balanced') : t('close.unbalanced', { count: Math.abs(balance.difference) })}</p>
      {balanced || waiting === 0 ? null : <p>{t('close.waiting', { count: waiting })}</p>}
      {balanced || allowed ? null : <p>{t('close.supervisor')}</p>}
      {!balanced && allowed ? <TextField label={t('close.reason')} longest={600} lines={3} value={reason} /> : null}
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      <Buttons>
        {allowed ? (
          <Button kind="primary" busy={busy.value} disabled={!balanced && reason.value.trim() === ''} onPress={save}>
            {balanced ? t('close.do') : t('close.do-unbalanced', { count: Math.abs(balance.difference) })}
          </Button>
        ) : null}
        <Button kind="quiet" onPress={onClose}>
          {shared('action.cancel')}
        </Button>
      </Buttons>
    </Dialog>
  )
}
