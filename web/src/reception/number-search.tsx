import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { registrationRoutes } from '../../../functions/registration/contract.ts'
import { type Answer, call } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { readDisplayNumber } from '../slips/read-number.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { personPath, usePost } from './desk-address.ts'
import { peopleKnownHere } from './intake/local-matches.ts'
import { standing } from './kept/effects.ts'
import { t } from './words.ts'

/** Opens the person whose slip it is. A number that does not check out was misread, and is not sent at all. */
export function NumberSearch() {
  const post = usePost()
  const { route } = useLocation()
  const number = useSignal('')
  const asked = useSignal(false)
  const { busy, no, send } = useCommand()
  const displayNumber = readDisplayNumber(number.value)

  const search = () => {
    asked.value = true
    if (displayNumber === undefined) return
    const here = peopleKnownHere(standing.value).find(person => person.displayNumber === displayNumber)
    void send(
      async (): Promise<Answer<{ readonly personId: string }>> => {
        const answer = await call(registrationRoutes.findByNumber, { body: { displayNumber } })
        // a slip of this tablet's own that the system has not received yet
        return here !== undefined && !answer.ok ? { ok: true, value: here } : answer
      },
      ({ personId }) => route(personPath(post, personId)),
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
        label={t('find.number')}
        capitals="characters"
        longest={30}
        value={number}
        problem={
          asked.value && number.value.trim() !== '' && displayNumber === undefined
            ? t('find.number.problem')
            : undefined
        }
      />
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.search')} onAgain={search} />}
      <Buttons>
        <Button kind="secondary" type="submit" busy={busy.value} disabled={number.value.trim() === ''}>
          {t('find.by-number')}
        </Button>
      </Buttons>
    </form>
  )
}
