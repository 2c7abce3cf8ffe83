import { useSignal } from '@preact/signals'
import { type FoundPerson, registrationRoutes } from '../../../functions/registration/contract.ts'
import { readWordPair } from '../../../functions/registration/remembered-words.ts'
import { call } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { usePost } from './desk-address.ts'
import { FoundPeople } from './found-people.tsx'
import { peopleWithWords } from './intake/local-matches.ts'
import { standing } from './kept/effects.ts'
import { isWithoutServer } from './kept/without-server.ts'
import { t } from './words.ts'

/** Finds who took two words instead of a slip, in either order and language. Several may have the same ones. */
export function WordSearch() {
  const post = usePost()
  const said = useSignal('')
  const asked = useSignal(false)
  const found = useSignal<readonly FoundPerson[] | undefined>(undefined)
  const onlyHere = useSignal(false)
  const { busy, no, send } = useCommand()
  const words = readWordPair(said.value)

  const search = () => {
    asked.value = true
    if (words === undefined) return
    void send(
      async () => {
        const answer = await call(registrationRoutes.findByWords, { body: { post, words } })
        onlyHere.value = isWithoutServer(answer)
        if (!answer.ok && !onlyHere.value) return answer
        const told = answer.ok ? answer.value.people : []
        const here = peopleWithWords(standing.value, words)
        return {
          ok: true,
          value: [...told, ...here.filter(({ personId }) => !told.some(each => each.personId === personId))],
        }
      },
      people => {
        found.value = people
      },
    )
  }
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        search()
      }}
    >
      <TextField
        label={t('find.words')}
        hint={t('find.words.hint')}
        longest={60}
        value={said}
        problem={asked.value && said.value.trim() !== '' && words === undefined ? t('find.words.problem') : undefined}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.search')} onAgain={search} />}
      <Buttons>
        <Button kind="secondary" type="submit" busy={busy.value} disabled={said.value.trim() === ''}>
          {t('find.by-words')}
        </Button>
      </Buttons>
      {found.value === undefined ? null : (
        <section class="stack" aria-live="polite">
          {onlyHere.value ? <p class="quiet">{t('find.only-here')}</p> : null}
          <p>{found.value.length === 0 ? t('find.words.none') : t('find.found', { count: found.value.length })}</p>
          <FoundPeople people={found.value} />
        </section>
      )}
    </form>
  )
}
