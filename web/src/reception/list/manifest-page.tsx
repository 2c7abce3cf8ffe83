import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { arrivalsRoutes } from '../../../../functions/arrivals/contract.ts'
import { type ManifestReading, readManifest } from '../../../../functions/arrivals/manifest.ts'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { maseruDate } from '../../../../functions/platform/clock.ts'
import { refusedAs } from '../../api/client.ts'
import { newId } from '../../api/new-id.ts'
import { useCommand } from '../../api/use-command.ts'
import { deviceTime, versions } from '../../api/versions.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { batchPath, useBatchId, usePost } from '../desk-address.ts'
import { dependsOn } from '../kept/depends-on.ts'
import { standing } from '../kept/effects.ts'
import { submit } from '../kept/submit.ts'
import { useBatch } from '../kept/use-known.ts'
import { decodeText } from './decode-text.ts'
import { ReadCells } from './read-cells.tsx'
import { RowResult } from './row-result.tsx'
import { t } from './words.ts'

/** Refusals that another try may outlast; after any other this file cannot be imported here. */
const passing = ['try-again', 'not-signed-in', 'fault'] as const

interface ReadFile {
  /** One choice of a file. */
  readonly key: string
  readonly text: string
  readonly reading: ManifestReading
}

const needsALook = ({ status, notes }: ReadRow): boolean => status === 'REJECTED' || notes.length > 0

interface RowsProps {
  readonly rows: readonly ReadRow[]
}

/** Every row, or only those with something to look at; what is left out is always said. */
function Rows({ rows }: RowsProps) {
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

interface StoredList {
  readonly importedBefore: boolean
  readonly rows: readonly ReadRow[]
}

interface ChosenListProps {
  readonly batchId: string
  readonly back: string
  readonly file: ReadFile
}

/** One chosen file, read and then sent: another file begins anew, with nothing said about the one before. */
function ChosenList({ batchId, back, file: { text, reading } }: ChosenListProps) {
  const stored = useSignal<StoredList | undefined>(undefined)
  const [manifestId, at] = useMemo(() => [newId(), deviceTime()], [])
  const { busy, no, send } = useCommand()
  if ('refusal' in reading) return <NoNotice no={refusedAs(reading.refusal)} title={shared('refused.read')} />
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
            dependsOn: dependsOn(standing.value, { batchId }),
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
      {stored.value === undefined ? null : (
        <Notice kind="good" title={t(stored.value.importedBefore ? 'list.stored-before' : 'list.stored')}>
          <Buttons>
            <ButtonLink kind="primary" href={back}>
              {t('list.to-batch')}
            </ButtonLink>
          </Buttons>
        </Notice>
      )}
      {stored.value === undefined && mayTryAgain ? (
        <Buttons>
          <Button kind="primary" busy={busy.value} onPress={save}>
            {t('list.do')}
          </Button>
        </Buttons>
      ) : null}
      {reading.blankLines === 0 ? null : <p class="quiet">{t('list.blank', { count: reading.blankLines })}</p>}
      {reading.columnsNotKept.length === 0 ? null : (
        <p class="quiet">{t('list.columns-not-kept', { columns: reading.columnsNotKept.join(', ') })}</p>
      )}
      <Rows rows={stored.value?.rows ?? rows} />
    </>
  )
}

/** The browser's own field says "Choose file" in the language of the device: it is there, and the words are ours. */
function FileChoice({ onChoose }: { onChoose: (chosen: File | undefined) => void }) {
  const name = useSignal<string | undefined>(undefined)
  return (
    <div class="field">
      <label class="file-choice">
        <span>{t('list.file')}</span>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={event => {
            const chosen = event.currentTarget.files?.[0]
            name.value = chosen?.name
            onChoose(chosen)
          }}
        />
        <span class="button button-secondary" aria-hidden="true">
          {t('list.choose')}
        </span>
        <span class="quiet">{name.value ?? t('list.none-chosen')}</span>
      </label>
    </div>
  )
}

/**
 * Import of the list a sending office typed. The device reads it by the same rules as the server, so that the officer
 * sees every row's result before anything is sent; the server's own reading is shown once it is stored. An arrival
 * takes one list.
 */
export function ManifestPage() {
  const post = usePost()
  const batchId = useBatchId()
  const back = batchPath(post, batchId)
  const file = useSignal<ReadFile | undefined>(undefined)
  const unreadable = useSignal(false)
  const { value: view } = useBatch(batchId)
  const listed = view?.rows.length ?? 0
  // what was just imported here stays on screen with every row's result
  const isOurs = file.value !== undefined

  const choose = async (chosen: File | undefined) => {
    file.value = undefined
    unreadable.value = false
    if (chosen === undefined) return
    try {
      const text = decodeText(new Uint8Array(await chosen.arrayBuffer()))
      // ages are true on the day the arrival was opened, as the server takes them
      const arrivedOn = maseruDate(new Date(view?.batch.openedAt ?? Date.now()))
      file.value = { key: newId(), text, reading: readManifest(text, { arrivedOn }) }
    } catch {
      unreadable.value = true // a file that went away while it was read
    }
  }
  if (listed > 0 && !isOurs)
    return (
      <Page title={t('list.title')} back={back}>
        <Notice kind="look" title={t('list.there')}>
          <p>{t('list.there.what', { count: listed })}</p>
          <Buttons>
            <ButtonLink kind="primary" href={back}>
              {t('list.to-batch')}
            </ButtonLink>
          </Buttons>
        </Notice>
      </Page>
    )
  return (
    <Page title={t('list.title')} lead={t('list.lead')} back={back} wide>
      <FileChoice onChoose={chosen => void choose(chosen)} />
      {unreadable.value ? <p class="field-says">{t('list.unreadable')}</p> : null}
      {file.value === undefined ? null : (
        <ChosenList key={file.value.key} batchId={batchId} back={back} file={file.value} />
      )}
    </Page>
  )
}
