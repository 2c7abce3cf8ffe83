import { useSignal } from '@preact/signals'
import { OpenBatch } from '../../../../functions/arrivals/contract.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { OpenBatchForm } from '../open-batch-page.tsx'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

/** An arrival that was not taken; what was captured of it waits, and goes on after it. */
export function CorrectBatch({ record }: { record: ToCorrect }) {
  const isKept = useSignal(false)
  const body = OpenBatch.safeParse(record.command.body)
  if (!body.success) return <AsItIs record={record} />
  if (isKept.value) return <SavedAgain />
  return (
    <OpenBatchForm
      refused={{ batchId: record.recordId, body: body.data }}
      onSaved={() => {
        isKept.value = true
      }}
    />
  )
}
