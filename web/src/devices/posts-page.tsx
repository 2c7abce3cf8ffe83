import { posts } from '../../../functions/platform/places.ts'
import { may } from '../sign-in/may.ts'
import { Page } from '../ui/page.tsx'
import { devicesPath } from './desk-address.ts'
import { t } from './words.ts'

export const PostsPage = () => (
  <Page title={t('desk.title')} back="/" lead={t('posts.lead')}>
    <ul class="doors">
      {posts
        .filter(({ code }) => may('device.read', code))
        .map(({ code, name }) => (
          <li key={code}>
            <a class="door" href={devicesPath(code)}>
              <span class="door-name">{name}</span>
            </a>
          </li>
        ))}
    </ul>
  </Page>
)
