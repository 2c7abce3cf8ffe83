import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { arrivalsRoutes } from '../../../../functions/arrivals/contract.ts'
import { maseruDate } from '../../../../functions/platform/clock.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { useBatch } from '../kept/use-known.ts'
import { ChooseList, type ReadFile, readList } from '../list/choose-list.tsx'
import { ChosenList } from '../list/chosen-list.tsx'
import { t } from '../words.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

interface ListFormProps {
  readonly recordId: string
  readonly batchId: string
  readonly text: string
  /** When it was captured. */
  readonly at: string
}

function ListForm({ recordId, batchId, text, at }: ListFormProps) {
  const { value: view } = useBatch(batchId)
  const arrivedOn = maseruDate(new Date(view?.batch.openedAt ?? at))
  const other = useSignal<ReadFile | undefined>(undefined)
  const asCaptured = useMemo(() => readList(text, arrivedOn), [text, arrivedOn])
  return (
    <>
      <ChooseList
        arrivedOn={arrivedOn}
        onRead={read => {
          other.value = read
        }}
      />
      <ChosenList
        key={other.value?.key ?? recordId}
        batchId={batchId}
        manifestId={recordId}
        file={other.value ?? asCaptured}
        action={t('correct.again')}
      >
        {() => <SavedAgain />}
      </ChosenList>
    </>
  )
}

/** A list that was not taken: every row as it was read, and another file in its place where there is one. */
export function CorrectList({ record: { recordId, command }, record }: { record: ToCorrect }) {
  const body = arrivalsRoutes.importManifest.body.safeParse(command.body)
  const batchId = /^\/v1\/batches\/([^/]+)\/manifest$/.exec(command.path)?.[1]
  if (!body.success || batchId === undefined) return <AsItIs record={record} />
  const { text, deviceTime } = body.data
  return <ListForm recordId={recordId} batchId={batchId} text={text} at={deviceTime} />
}
