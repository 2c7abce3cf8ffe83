import { useSignal } from '@preact/signals'
import { type FoundPerson, registrationRoutes } from '../../../functions/registration/contract.ts'
import { readWordPair } from '../../../functions/registration/remembered-words.ts'
import { call } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'
import { usePost } from './desk-address.ts'
import { FoundPeople } from './found-people.tsx'
import { peopleWithWords } from './intake/local-matches.ts'
import { standing } from './kept/effects.ts'
import { isWithoutServer } from './kept/without-server.ts'
import { SearchForm } from './search-form.tsx'
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
    <SearchForm
      label={t('find.words')}
      hint={t('find.words.hint')}
      longest={60}
      typed={said}
      problem={asked.value && words === undefined ? t('find.words.problem') : undefined}
      sending={{ busy, no }}
      action={t('find.by-words')}
      onSearch={search}
    >
      {found.value === undefined ? null : (
        <section class="stack" aria-live="polite">
          {onlyHere.value ? <p class="quiet">{t('find.only-here')}</p> : null}
          <p>{found.value.length === 0 ? t('find.words.none') : t('find.found', { count: found.value.length })}</p>
          <FoundPeople people={found.value} />
        </section>
      )}
    </SearchForm>
  )
}
