import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { arrivalsRoutes, type BatchView } from '../../../functions/arrivals/contract.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { dependsOnAllOf } from './kept/depends-on.ts'
import { standing } from './kept/effects.ts'
import { useKeptForm } from './kept/form-keeper.ts'
import { submit } from './kept/submit.ts'
import { waitingOn } from './listed-people.ts'
import { t } from './words.ts'

interface CloseBatchDialogProps {
  readonly view: BatchView
  /** A closing that was refused: it goes again under its own id. */
  readonly refused?: { readonly closingId: string; readonly reason: string | undefined }
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Closing an arrival; one that does not balance takes a supervisor and a reason (domain.md 1.1). */
export function CloseBatchDialog({ view, refused, onDone, onClose }: CloseBatchDialogProps) {
  const { batch, balance } = view
  const form = useMemo(() => ({ reason: signal(refused?.reason ?? '') }), [])
  const { reason } = form
  const kept = useKeptForm(refused === undefined ? `closing ${batch.batchId}` : `correction ${refused.closingId}`, form)
  const command = useMemo(() => commandMaker(kept.recordId), [])
  const { busy, no, send } = useCommand()
  const balanced = balance.difference === 0
  const waiting = waitingOn(view).length
  const allowed = balanced || may('batch.close-unexplained', batch.post)

  const save = () => {
    const { batchId } = batch
    const given = reason.value.trim() === '' ? undefined : reason.value.trim()
    const { id, body } = command({ reason: given })
    const closingId = refused?.closingId ?? id
    const typed = given === undefined ? [] : [{ label: t('close.reason'), answer: given }]
    const to = balanced ? 'CLOSED' : 'CLOSED_UNEXPLAINED'
    void send(
      () =>
        submit(
          arrivalsRoutes.closeBatch,
          { params: { batchId, closingId }, body },
          {
            recordId: closingId,
            kind: 'closing',
            dependsOn: dependsOnAllOf(standing.value, batchId, closingId),
            copy: { typed },
            effect: { is: 'closing', recordId: closingId, batchId, at: body.deviceTime, to, reason: given },
          },
        ),
      () => {
        kept.forget()
        onDone()
      },
    )
  }
  return (
    <Dialog
      open
      title={t('close.title')}
      onClose={onClose}
      foot={
        <>
          {allowed ? (
            <Button kind="primary" busy={busy.value} disabled={!balanced && reason.value.trim() === ''} onPress={save}>
              {balanced ? t('close.do') : t('close.do-unbalanced', { count: Math.abs(balance.difference) })}
            </Button>
          ) : null}
          <Button kind="quiet" onPress={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <p>{balanced ? t('close.balanced') : t('close.unbalanced', { count: Math.abs(balance.difference) })}</p>
      {balanced || waiting === 0 ? null : <p>{t('close.waiting', { count: waiting })}</p>}
      {balanced || allowed ? null : <p>{t('close.supervisor')}</p>}
      {!balanced && allowed ? <TextField label={t('close.reason')} longest={600} lines={3} value={reason} /> : null}
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
    </Dialog>
  )
}
