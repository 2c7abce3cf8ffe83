import { useSignal } from '@preact/signals'
import { useRoute } from 'preact-iso'
import { maseruDate } from '../../../functions/platform/clock.ts'
import { PostCode, postOf } from '../../../functions/platform/places.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { countedIn, quantityWords } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { NotHere } from '../ui/not-here.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { type ReceivedStock, ReceiveForm } from './receive-form.tsx'
import { StockTable } from './stock-table.tsx'
import { t } from './words.ts'

function Stock({ post }: { post: PostCode }) {
  const { value, no, ask } = useAnswer(post, () => call(supportRoutes.readStock, { params: { post } }))
  const received = useSignal<readonly ReceivedStock[]>([])
  const [latest] = received.value
  return (
    <>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {latest === undefined ? null : (
        <Notice kind="good">
          <p>
            {t('receive.saved', {
              quantity: quantityWords(countedIn(latest.item, maseruDate(new Date())), latest.quantity),
              item: code(`item.${latest.item}`),
            })}
          </p>
        </Notice>
      )}
      {value === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : (
        <>
          <StockTable levels={value.levels} />
          {value.approval === 'UNAPPROVED' ? <p class="quiet">{t('stock.unapproved')}</p> : null}
        </>
      )}
      {may('stock.receive', post) ? (
        <ReceiveForm
          key={received.value.length} // a new form for the next delivery
          post={post}
          onReceived={stock => {
            received.value = [stock, ...received.value]
            scrollTo(0, 0)
            ask()
          }}
        />
      ) : null}
    </>
  )
}

/** What a post holds, and what a delivery brings. */
export function SuppliesDesk() {
  const post = PostCode.safeParse(useRoute().params['post'])
  if (!post.success || !may('stock.read', post.data)) return <NotHere title={t('desk.wrong-post')} />
  return (
    <Page title={t('desk.title', { post: postOf(post.data).name })} back="/">
      <Stock key={post.data} post={post.data} />
    </Page>
  )
}
