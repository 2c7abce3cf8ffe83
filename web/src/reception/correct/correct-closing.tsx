import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { CloseBatch } from '../../../../functions/arrivals/contract.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { NoNotice } from '../../ui/no-notice.tsx'
import { CloseBatchDialog } from '../close-batch-dialog.tsx'
import { useBatch } from '../kept/use-known.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

interface RefusedProps {
  readonly recordId: string
  readonly batchId: string
  readonly reason: string | undefined
}

/** The arrival as it stands now: whether it balances is counted anew. */
function Refused({ recordId, batchId, reason }: RefusedProps) {
  const { route } = useLocation()
  const isKept = useSignal(false)
  const { value: view, no, ask } = useBatch(batchId)
  if (isKept.value) return <SavedAgain />
  if (view === undefined)
    return no === undefined ? <p class="quiet">{shared('app.loading')}</p> : <NoNotice no={no} onAgain={ask} />
  return (
    <CloseBatchDialog
      view={view}
      refused={{ closingId: recordId, reason }}
      onDone={() => {
        isKept.value = true
      }}
      onClose={() => route('/unsent')}
    />
  )
}

export function CorrectClosing({ record }: { record: ToCorrect }) {
  const body = CloseBatch.safeParse(record.command.body)
  const batchId = /^\/v1\/batches\/([^/]+)\/closings\//.exec(record.command.path)?.[1]
  if (!body.success || batchId === undefined) return <AsItIs record={record} />
  return <Refused recordId={record.recordId} batchId={batchId} reason={body.data.reason} />
}
