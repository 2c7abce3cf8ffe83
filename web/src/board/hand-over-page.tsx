import { useEffect, useMemo } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { BatchSummary } from '../../../functions/arrivals/batch.ts'
import type { Board } from '../../../functions/arrivals/board.ts'
import { boardFigures } from '../../../functions/arrivals/board-figures.ts'
import { PostCode, postOf } from '../../../functions/platform/places.ts'
import { code } from '../code-lists/words.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { unsent as unsentOnTablet } from '../outbox/outbox-news.ts'
import { onDuty, readDuty } from '../screening/duty.ts'
import { unsent as unsentRecords } from '../screening/record-news.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Age } from './age.tsx'
import { handOverLines } from './hand-over.ts'
import { isOpen, useArrivals, useBoards, useStock } from './known-arrivals.ts'
import { seenAt } from './seen.ts'
import { shortLevels } from './stock-left.tsx'
import { t } from './words.ts'

function ArrivalLines({ board, now }: { board: Board; now: string }) {
  const { batch } = board
  const seen = useMemo(() => seenAt(batch.batchId), [batch.batchId]).seen.value
  const { counted, registered } = boardFigures(board, seen, now)
  const transport = code(`transport.${batch.transport}`)
  return (
    <section class="hand-over">
      <h2>{t('hand.arrival', { transport, time: localTime(batch.openedAt), counted, registered })}</h2>
      <ul>
        {handOverLines(board, seen, now).map(({ key, count }) => (
          <li key={key}>{t(key, { count })}</li>
        ))}
      </ul>
    </section>
  )
}

/** What holds for the post as a whole: interviewers, stock, what this tablet has not sent. */
function PostLines({ post, open }: { post: PostCode; open: readonly BatchSummary[] }) {
  const { value: stock } = useStock(post)
  const short = stock === undefined ? undefined : shortLevels(stock, open.find(({ needs }) => needs)?.needs)
  const items = short?.map(({ item }) => code(`item.${item}`)).join(', ')
  const unsent = unsentOnTablet.value ?? unsentRecords.value
  return (
    <section class="hand-over">
      <h2>{t('hand.post')}</h2>
      <ul>
        <li>{onDuty.value === undefined ? t('hand.duty.unsaid') : t('hand.duty', { count: onDuty.value })}</li>
        {items === undefined ? null : <li>{items === '' ? t('hand.stock.enough') : t('hand.stock', { items })}</li>}
        <li>{unsent === 0 ? t('hand.sent') : t('hand.unsent', { count: unsent })}</li>
      </ul>
    </section>
  )
}

function OpenArrivals({ open, now }: { open: readonly BatchSummary[]; now: string }) {
  const known = useBoards(open.map(({ batchId }) => batchId))
  return (
    <>
      <Age known={known} />
      {known.value?.map(board => (
        <ArrivalLines key={board.batch.batchId} board={board} now={now} />
      ))}
    </>
  )
}

/** What is open at the end of a shift, in sentences to read out to the next one. */
export function HandOverPage() {
  const post = PostCode.parse(useRoute().params['post'])
  const arrivals = useArrivals(post)
  const now = useMemo(() => new Date().toISOString(), [])
  useEffect(() => void readDuty(undefined), [])
  const open = arrivals.value?.filter(isOpen)
  return (
    <Page title={t('hand.title', { post: postOf(post).name })} back={`/board/${post}`} lead={t('hand.lead')}>
      {open === undefined ? (
        <Age known={arrivals} />
      ) : (
        <>
          {open.length === 0 ? <p>{t('hand.nothing')}</p> : <OpenArrivals open={open} now={now} />}
          <PostLines post={post} open={open} />
        </>
      )}
      <Buttons>
        <Button onPress={() => print()}>{shared('action.print')}</Button>
      </Buttons>
    </Page>
  )
}
