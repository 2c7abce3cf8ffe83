import { useRoute } from 'preact-iso'
import { PostCode, postOf } from '../../../functions/platform/places.ts'
import { catalogueOn } from '../../../functions/support/items.ts'
import { may } from '../sign-in/may.ts'
import { dateToday } from '../time/date-today.ts'
import { NotHere } from '../ui/not-here.tsx'
import { Page } from '../ui/page.tsx'
import { PersonSupport } from './person-support.tsx'
import { Requests } from './requests.tsx'
import { Sample } from './sample.tsx'
import { Turns } from './turns.tsx'
import { t } from './words.ts'

/** Support after registration: given later, asked for, answered, undone, and held against what people say. */
export function GivingDesk() {
  const post = PostCode.safeParse(useRoute().params['post'])
  if (!post.success || !may('support.give', post.data)) return <NotHere title={t('desk.wrong-place')} />
  const at = post.data
  return (
    <Page title={t('desk.title', { place: postOf(at).name })} back="/" wide>
      {catalogueOn(dateToday())?.approval === 'APPROVED' ? null : <p class="quiet">{t('unapproved')}</p>}
      <PersonSupport post={at} />
      <Requests post={at} />
      <Turns post={at} />
      {may('support.verify', at) ? <Sample post={at} /> : null}
    </Page>
  )
}
