import { unsent } from './outbox-news.ts'
import { t } from './words.ts'

/** In the frame of every page of an enrolled tablet: the truth in one line, and the way to the list. */
export const UnsentLine = ({ href }: { href: string }) =>
  unsent.value === undefined ? null : (
    <a class="tablet-unsent" href={href}>
      {unsent.value === 0 ? t('unsent.none') : t('unsent', { count: unsent.value })}
    </a>
  )
