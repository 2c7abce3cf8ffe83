import { useSignal } from '@preact/signals'
import { type Sex, sexes } from '../../../functions/registration/code-lists.ts'
import type { Match } from '../../../functions/registration/contract.ts'
import { useCommand } from '../api/use-command.ts'
import { code } from '../code-lists/words.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { deskPath, usePost } from './desk-address.ts'
import { FoundPeople } from './found-people.tsx'
import { lookForMatches } from './kept/look-for-matches.ts'
import { isWithoutServer } from './kept/without-server.ts'
import { NumberSearch } from './number-search.tsx'
import { ScanPart } from './scan-part.tsx'
import { WordSearch } from './word-search.tsx'
import { t } from './words.ts'

/** Finds somebody who is registered already, to complete their record. Names travel in the body, never in an address. */
export function PersonSearchPage() {
  const post = usePost()
  const givenNames = useSignal('')
  const surname = useSignal('')
  const sex = useSignal<Sex | undefined>(undefined)
  const found = useSignal<readonly Match[] | undefined>(undefined)
  const onlyHere = useSignal(false)
  const { busy, no, send } = useCommand()
  const ready = givenNames.value.trim() !== '' && surname.value.trim() !== '' && sex.value !== undefined

  const search = () => {
    if (sex.value === undefined) return
    const body = { givenNames: givenNames.value.trim(), surname: surname.value.trim(), sex: sex.value }
    void send(
      async () => {
        const { no: unheard, found: value } = await lookForMatches(body)
        onlyHere.value = isWithoutServer(unheard)
        return unheard === undefined || onlyHere.value ? { ok: true, value } : unheard
      },
      matches => {
        found.value = matches
      },
    )
  }
  return (
    <Page title={t('find.title')} lead={t('find.lead')} back={deskPath(post)}>
      <ScanPart />
      <NumberSearch />
      <WordSearch />
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault()
          search()
        }}
      >
        <TextField label={t('find.given-names')} capitals="words" value={givenNames} />
        <TextField label={t('find.surname')} capitals="words" value={surname} />
        <Choice
          legend={t('find.sex')}
          columns={3}
          options={[...sexes].reverse().map(value => ({ value, label: code(`sex.${value}`) }))}
          value={sex}
        />
        <Buttons>
          <Button kind="primary" type="submit" busy={busy.value} disabled={!ready}>
            {shared('action.search')}
          </Button>
        </Buttons>
      </form>
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.search')} onAgain={search} />}
      {found.value === undefined ? null : (
        <section class="stack" aria-live="polite">
          {onlyHere.value ? <p class="quiet">{t('find.only-here')}</p> : null}
          <p>{found.value.length === 0 ? t('find.none') : t('find.found', { count: found.value.length })}</p>
          <FoundPeople people={found.value} />
        </section>
      )}
    </Page>
  )
}
