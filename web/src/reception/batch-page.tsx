import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { BatchView } from '../../../functions/arrivals/contract.ts'
import { code } from '../code-lists/words.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { Button, ButtonLink, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { BalancePanel } from './balance-panel.tsx'
import { BatchBadge } from './batch-list-page.tsx'
import { CloseBatchDialog } from './close-batch-dialog.tsx'
import { batchPath, deskPath, intakePath, useBatchId, usePost } from './desk-address.ts'
import { HeadCount } from './head-count.tsx'
import { AsOf } from './kept/as-of.tsx'
import { useBatch } from './kept/use-known.ts'
import { waitingOn } from './listed-people.ts'
import { OutcomeDialog, type Subject } from './outcome-dialog.tsx'
import { DoneList, PickList } from './pick-list.tsx'
import { t } from './words.ts'

/** Colleagues count and register at the same time: the balance on screen is never older than this. */
const refreshMilliseconds = 30_000

function useRefresh(ask: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask()
    }, refreshMilliseconds)
    return () => clearInterval(timer)
  }, [])
}

interface OpenBatchProps {
  readonly view: BatchView
  readonly ask: () => void
}

function OpenBatch({ view, ask }: OpenBatchProps) {
  const { batch } = view
  const subject = useSignal<Subject | undefined>(undefined)
  const closing = useSignal(false)
  const done = () => {
    subject.value = undefined
    closing.value = false
    ask()
  }
  return (
    <>
      <HeadCount key={batch.batchId} batch={batch} onAsk={ask} />
      <Buttons>
        {may('intake.register', batch.post) ? (
          <ButtonLink kind="primary" href={intakePath(batch.post, batch.batchId)}>
            {t('people.new')}
          </ButtonLink>
        ) : null}
        <Button
          onPress={() => {
            subject.value = {}
          }}
        >
          {t('people.other')}
        </Button>
        {may('manifest.import', batch.post) && view.rows.length === 0 ? (
          <ButtonLink href={`${batchPath(batch.post, batch.batchId)}/list`}>{t('list.import')}</ButtonLink>
        ) : null}
      </Buttons>
      <PickList
        view={view}
        onOutcome={chosen => {
          subject.value = chosen
        }}
      />
      {may('batch.close', batch.post) ? (
        <Buttons>
          <Button
            onPress={() => {
              closing.value = true
            }}
          >
            {t('close.title')}
          </Button>
        </Buttons>
      ) : null}
      {subject.value === undefined ? null : (
        <OutcomeDialog
          batchId={batch.batchId}
          subject={subject.value}
          onDone={done}
          onClose={() => {
            subject.value = undefined
          }}
        />
      )}
      {closing.value ? (
        <CloseBatchDialog
          view={view}
          onDone={done}
          onClose={() => {
            closing.value = false
          }}
        />
      ) : null}
    </>
  )
}

/** What the count came to when it was closed, and who of the list nothing is recorded on. */
function ClosedBatch({ view }: { view: BatchView }) {
  const reason = view.closing?.reason
  const waiting = waitingOn(view)
  return (
    <>
      <Notice>
        <p>{t('closed.text')}</p>
        {reason === undefined ? null : <p>{t('closed.reason', { reason })}</p>}
      </Notice>
      {waiting.length === 0 ? null : (
        <section class="stack">
          <h2>{t('closed.waiting', { count: waiting.length })}</h2>
          <ul class="done">
            {waiting.map(({ row, name }) => (
              <li key={row}>
                <span>{name}</span>
                <span class="quiet small">{t('people.row', { row })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** One arrival: its live balance, who is waiting, and what to do next. */
export function BatchPage() {
  const post = usePost()
  const batchId = useBatchId()
  const { value: view, no, since, ask } = useBatch(batchId)
  useRefresh(ask)
  const title =
    view === undefined
      ? shared('app.loading')
      : t('batch.title', { transport: code(`transport.${view.batch.transport}`), time: localTime(view.batch.openedAt) })
  const isOpen = view !== undefined && (view.batch.state === 'EXPECTED' || view.batch.state === 'ARRIVED')
  return (
    <Page
      title={title}
      back={deskPath(post)}
      lead={view === undefined ? undefined : code(`facility.${view.batch.sendingFacility}`)}
    >
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {view === undefined ? null : (
        <>
          <BatchBadge state={view.batch.state} />
          <AsOf since={since} />
          <BalancePanel view={view} />
          {isOpen ? (
            <OpenBatch view={view} ask={ask} />
          ) : (
            <>
              <ClosedBatch view={view} />
              <DoneList view={view} />
            </>
          )}
        </>
      )}
    </Page>
  )
}
