import { useSignal } from '@preact/signals'
import { t as shared } from '../../i18n/shared-words.ts'
import { loadedPart } from '../../ui/loaded-part.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { deskPath, usePersonId, usePost } from '../desk-address.ts'
import { AsOf } from '../kept/as-of.tsx'
import { usePerson } from '../kept/use-known.ts'
import { EarlierPanel } from './basic/earlier-panel.tsx'
import { CompletionForm } from './completion-form.tsx'
import { ConsentPanel } from './consent-panel.tsx'
import { t } from './words.ts'

const PhotoPanel = loadedPart(async () => (await import('../photo/photo-panel.tsx')).PhotoPanel)

/** The full tier of a registered person, taken later or by another officer (domain.md 2.3). */
export function CompletionPage() {
  const post = usePost()
  const personId = usePersonId()
  const saved = useSignal(false)
  const section = useSignal(0)
  const emptied = useSignal(0)
  const { value: person, no, since, ask } = usePerson(personId)
  const { names: name } = person?.fast ?? {}
  return (
    <Page
      title={t('title')}
      lead={name === undefined ? t('lead') : `${name.givenNames} ${name.surname}. ${t('lead')}`}
      back={deskPath(post)}
    >
      {no === undefined ? null : <NoNotice no={no} onAgain={ask} />}
      {saved.value ? (
        <Notice kind="good">
          <p>{t('saved')}</p>
        </Notice>
      ) : null}
      {person === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : (
        <>
          <AsOf since={since} />
          <EarlierPanel person={person} />
          <ConsentPanel person={person} onStored={ask} />
          <PhotoPanel person={person} />
          <CompletionForm
            // An answer about consents leaves what is typed here alone; other content of the record starts it anew.
            key={JSON.stringify([person.fast, person.full, emptied.value])}
            person={person}
            section={section}
            onSaved={() => {
              saved.value = true
              ask()
            }}
            onEmpty={() => {
              emptied.value += 1
            }}
          />
        </>
      )}
    </Page>
  )
}
