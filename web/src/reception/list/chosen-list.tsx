import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { arrivalsRoutes } from '../../../../functions/arrivals/contract.ts'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { refusalOf } from '../../api/any-refusal.ts'
import { useCommand } from '../../api/use-command.ts'
import { deviceTime, versions } from '../../api/versions.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { dependsOn } from '../kept/depends-on.ts'
import { standing } from '../kept/effects.ts'
import { submit } from '../kept/submit.ts'
import type { ReadFile } from './choose-list.tsx'
import { ListRows } from './list-rows.tsx'
import { t } from './words.ts'

/** Refusals that another try may outlast; after any other this file cannot be imported here. */
const passing = ['try-again', 'not-signed-in', 'fault'] as const

export interface StoredList {
  readonly importedBefore: boolean
  readonly rows: readonly ReadRow[]
}

interface ChosenListProps {
  readonly batchId: string
  /** Of the list as a record. */
  readonly manifestId: string
  readonly file: ReadFile
  readonly action: string
  /** What stands there once it is stored. */
  readonly children: (stored: StoredList) => ComponentChildren
}

/** One chosen file, read and then sent: another file begins anew, with nothing said about the one before. */
export function ChosenList({ batchId, manifestId, file: { text, reading }, action, children }: ChosenListProps) {
  const stored = useSignal<StoredList | undefined>(undefined)
  const at = useMemo(deviceTime, [])
  const { busy, no, send } = useCommand()
  if ('refusal' in reading) return <NoNotice no={refusalOf(reading.refusal)} title={shared('refused.read')} />
  const { rows } = reading
  const save = () =>
    void send(
      () =>
        submit(
          arrivalsRoutes.importManifest,
          { params: { batchId }, body: { versions, manifestId, text, deviceTime: at } },
          {
            recordId: manifestId,
            kind: 'list',
            dependsOn: dependsOn(standing.value, { batchId, except: manifestId }),
            copy: { typed: [{ label: t('list.file'), answer: t('list.rows', { count: rows.length }) }] },
            effect: { is: 'list', recordId: manifestId, batchId, at, rows },
          },
        ),
      // a tablet without a network has read the list by the same rules
      submitted => {
        stored.value = submitted.is === 'received' ? submitted.receipt : { importedBefore: false, rows }
      },
    )
  const refusal = no.value
  const mayTryAgain = refusal === undefined || refusal.offline || passing.some(word => word === refusal.word)
  return (
    <>
      {refusal === undefined ? null : <NoNotice no={refusal} />}
      {stored.value === undefined ? null : children(stored.value)}
      {stored.value === undefined && mayTryAgain ? (
        <Buttons>
          <Button kind="primary" busy={busy.value} onPress={save}>
            {action}
          </Button>
        </Buttons>
      ) : null}
      {reading.blankLines === 0 ? null : <p class="quiet">{t('list.blank', { count: reading.blankLines })}</p>}
      {reading.columnsNotKept.length === 0 ? null : (
        <p class="quiet">{t('list.columns-not-kept', { columns: reading.columnsNotKept.join(', ') })}</p>
      )}
      <ListRows rows={stored.value?.rows ?? rows} />
    </>
  )
}
