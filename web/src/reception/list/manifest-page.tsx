import { useSignal } from '@preact/signals'
import { useId, useMemo } from 'preact/hooks'
import { arrivalsRoutes } from '../../../../functions/arrivals/contract.ts'
import { type ManifestReading, readManifest } from '../../../../functions/arrivals/manifest.ts'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { maseruDate } from '../../../../functions/platform/clock.ts'
import { call, refusedAs } from '../../api/client.ts'
import { newId } from '../../api/new-id.ts'
import { useCommand } from '../../api/use-command.ts'
import { deviceTime, versions } from '../../api/versions.ts'
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { batchPath, useBatchId, usePost } from '../desk-address.ts'
import { decodeText } from './decode-text.ts'
import { ReadCells, RowResult } from './row-result.tsx'
import { t } from './words.ts'

interface ReadFile {
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

/**
 * Import of the list a sending office typed. The device reads it by the same rules as the server, so that the officer
 * sees every row's result before anything is sent; the server's own reading is shown once it is stored.
 */
export function ManifestPage() {
  const post = usePost()
  const batchId = useBatchId()
  const fileId = useId()
  const file = useSignal<ReadFile | undefined>(undefined)
  const unreadable = useSignal(false)
  const stored = useSignal<readonly ReadRow[] | undefined>(undefined)
  const { busy, no, send } = useCommand()
  const manifestId = useMemo(newId, [file.value?.text])

  const choose = async (chosen: File | undefined) => {
    stored.value = undefined
    file.value = undefined
    unreadable.value = false
    if (chosen === undefined) return
    try {
      const text = decodeText(new Uint8Array(await chosen.arrayBuffer()))
      file.value = { text, reading: readManifest(text, { arrivedOn: maseruDate(new Date()) }) }
    } catch {
      unreadable.value = true // a file that went away while it was read
    }
  }
  const save = (text: string) =>
    void send(
      () =>
        call(arrivalsRoutes.importManifest, {
          params: { batchId },
          body: { versions, manifestId, text, deviceTime: deviceTime() },
        }),
      ({ rows }) => {
        stored.value = rows
      },
    )
  const reading = file.value?.reading
  return (
    <Page title={t('list.title')} lead={t('list.lead')} back={batchPath(post, batchId)} wide>
      <div class="field">
        <label for={fileId}>{t('list.file')}</label>
        <input
          id={fileId}
          class="input"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={event => void choose(event.currentTarget.files?.[0])}
        />
        {unreadable.value ? <p class="field-says">{t('list.unreadable')}</p> : null}
      </div>
      {reading !== undefined && 'refusal' in reading ? <NoNotice no={refusedAs(reading.refusal)} /> : null}
      {no.value === undefined || file.value === undefined ? null : <NoNotice no={no.value} />}
      {stored.value === undefined ? null : (
        <Notice kind="good" title={t('list.stored')}>
          <Buttons>
            <ButtonLink kind="primary" href={batchPath(post, batchId)}>
              {t('list.to-batch')}
            </ButtonLink>
          </Buttons>
        </Notice>
      )}
      {reading === undefined || 'refusal' in reading || file.value === undefined ? null : (
        <>
          {stored.value === undefined ? (
            <Buttons>
              <Button kind="primary" busy={busy.value} onPress={() => save(file.value?.text ?? '')}>
                {t('list.do')}
              </Button>
            </Buttons>
          ) : null}
          {reading.blankLines === 0 ? null : <p class="quiet">{t('list.blank', { count: reading.blankLines })}</p>}
          {reading.columnsNotKept.length === 0 ? null : (
            <p class="quiet">{t('list.columns-not-kept', { columns: reading.columnsNotKept.join(', ') })}</p>
          )}
          <Rows rows={stored.value ?? reading.rows} />
        </>
      )}
    </Page>
  )
}
