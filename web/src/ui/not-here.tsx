import { t as shared } from '../i18n/shared-words.ts'
import { ButtonLink, Buttons } from './button.tsx'
import { Page } from './page.tsx'

/** An address within a desk that is not for this officer, or leads nowhere: both look the same. */
export function NotHere({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Buttons>
        <ButtonLink kind="primary" href="/">
          {shared('app.missing.home')}
        </ButtonLink>
      </Buttons>
    </Page>
  )
}
