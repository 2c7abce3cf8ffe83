import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { RecordOutcome } from '../../../../functions/arrivals/contract.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { OutcomeDialog } from '../outcome-dialog.tsx'
import { t } from '../words.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

/** What became of somebody, once more: also of somebody who stands on another row, or on none. */
export function CorrectOutcome({ record }: { record: ToCorrect }) {
  const { route } = useLocation()
  const isKept = useSignal(false)
  const onList = useSignal(true)
  const body = RecordOutcome.safeParse(record.command.body)
  const batchId = /^\/v1\/batches\/([^/]+)\/outcomes\//.exec(record.command.path)?.[1]
  if (!body.success || batchId === undefined) return <AsItIs record={record} />
  if (isKept.value) return <SavedAgain />
  const { row, outcome, reason } = body.data
  return (
    <>
      {row === undefined || !onList.value ? null : (
        <Buttons>
          <span>{t('people.row', { row })}</span>
          <Button
            onPress={() => {
              onList.value = false
            }}
          >
            {t('correct.off-list')}
          </Button>
        </Buttons>
      )}
      <OutcomeDialog
        batchId={batchId}
        subject={onList.value && row !== undefined ? { row } : {}}
        refused={{ outcomeId: record.recordId, outcome, reason }}
        onDone={() => {
          isKept.value = true
        }}
        onClose={() => route('/unsent')}
      />
    </>
  )
}
