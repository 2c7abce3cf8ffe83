import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { PostCode, postOf } from '../../../functions/platform/places.ts'
import { code } from '../code-lists/words.ts'
import { localTime } from '../i18n/local-time.ts'
import { readDuty } from '../screening/duty.ts'
import { OnDuty } from '../screening/on-duty.tsx'
import { Button, ButtonLink, Buttons } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Age } from './age.tsx'
import { BoardView } from './board-view.tsx'
import { askBoard } from './kept-answer.ts'
import { boardQuestion, isOpen, useArrivals, useBoard, useHome, useStock } from './known-arrivals.ts'
import { seenAt } from './seen.ts'
import { StockLeft, StockUnknown } from './stock-left.tsx'
import { tallyOf } from './tally.ts'
import { TallyForm } from './tally-form.tsx'
import { t } from './words.ts'

const tickMilliseconds = 30_000

/** The time, twice a minute; and whoever asks is asked again, so that nothing on screen is older. */
function useTick(onTick: () => void): string {
  const now = useSignal(new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = new Date().toISOString()
      if (document.visibilityState === 'visible') onTick()
    }, tickMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return now.value
}

function Home({ batchId }: { batchId: string }) {
  const { value } = useHome(batchId)
  if (value === undefined || value.asked === 0) return null
  return <p class="home-count">{t('home', { count: value.asked, home: value.home })}</p>
}

function Arrival({ batch, post }: { batch: BatchSummary; post: PostCode }) {
  const board = useBoard(batch.batchId)
  const stock = useStock(post)
  const now = useTick(() => {
    board.ask()
    stock.ask()
  })
  const keeper = useMemo(() => seenAt(batch.batchId), [batch.batchId])
  const tally = useMemo(() => tallyOf(batch), [batch.batchId])
  const needs = tally.needs.value
  return (
    <>
      <Age known={board} />
      {board.value === undefined ? null : (
        <>
          <BoardView board={board.value} keeper={keeper} now={now} />
          <Home batchId={batch.batchId} />
          {isOpen(batch) ? (
            <TallyForm batchId={batch.batchId} tally={tally} everybody={board.value.balance.headcount} />
          ) : null}
        </>
      )}
      {stock.value === undefined ? <StockUnknown known={stock} /> : <StockLeft levels={stock.value} needs={needs} />}
    </>
  )
}

const nameOf = ({ transport, openedAt }: BatchSummary): string =>
  t('batch.name', { transport: code(`transport.${transport}`), time: localTime(openedAt) })

const mostShown = 4

/** Which of several arrivals is on the board; the open ones first. */
function Chosen({ batches, post }: { batches: readonly BatchSummary[]; post: PostCode }) {
  const chosen = useSignal<string | undefined>(undefined)
  const shown = [...batches.filter(isOpen), ...batches.filter(batch => !isOpen(batch))].slice(0, mostShown)
  const batch = shown.find(({ batchId }) => batchId === chosen.value) ?? shown[0]
  if (batch === undefined) return <p class="quiet">{t('none')}</p>
  return (
    <>
      <fieldset class="chips choose-batch">
        <legend class="unseen">{t('batch.choose')}</legend>
        {shown.map(each => (
          <Button
            key={each.batchId}
            pressed={each.batchId === batch.batchId}
            onPress={() => {
              chosen.value = each.batchId
            }}
          >
            {nameOf(each)}
          </Button>
        ))}
      </fieldset>
      <Arrival key={batch.batchId} batch={batch} post={post} />
    </>
  )
}

/** The supervisor's board: from one shared tablet, with or without a network. */
export function BoardPage() {
  const post = PostCode.parse(useRoute().params['post'])
  const arrivals = useArrivals(post)
  const { value: batches, isAway } = arrivals
  const open = batches?.filter(isOpen).slice(0, mostShown) ?? []
  useEffect(() => void readDuty(undefined), [])
  useEffect(() => {
    // ready for when the network goes, whichever of them was looked at
    if (!isAway) for (const { batchId } of open) void askBoard(boardQuestion(batchId))
  }, [open.map(({ batchId }) => batchId).join(), isAway])
  return (
    <Page title={t('title', { post: postOf(post).name })} back="/" wide>
      <Buttons>
        <ButtonLink href={`/board/${post}/hand-over`}>{t('hand.open')}</ButtonLink>
      </Buttons>
      {arrivals.value === undefined ? <Age known={arrivals} /> : <Chosen batches={arrivals.value} post={post} />}
      <OnDuty />
    </Page>
  )
}
