import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { CompletePerson } from '../../../../functions/registration/contract.ts'
import type { PersonView } from '../../../../functions/registration/person-view.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { dateToday } from '../../time/date-today.ts'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CompletionForm } from '../completion/completion-form.tsx'
import { partOf } from '../completion/parts-of-fields.ts'
import { type ChangedMeanwhile, changedMeanwhile, LeftCompletion, valuesFrom } from '../completion/whole-form.ts'
import { t as completion } from '../completion/words.ts'
import { usePerson } from '../kept/use-known.ts'
import { t } from '../words.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

const lineOf = ({ place, before, now, both }: ChangedMeanwhile): string => {
  const part = completion(`section.${partOf(place)}`)
  const change = before === '' && now === '' ? part : t('correct.change', { part, before, now })
  return both ? `${change} ${t('correct.both')}` : change
}

/** What stands otherwise in the record than when this form was opened: seen before anything is sent again. */
const Meanwhile = ({ changes }: { changes: readonly ChangedMeanwhile[] }) =>
  changes.length === 0 ? null : (
    <Notice kind="look" title={t('correct.meanwhile')}>
      <ul>
        {[...new Set(changes.map(lineOf))].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('correct.meanwhile.form')}</p>
    </Notice>
  )

interface OnRecordProps {
  readonly recordId: string
  readonly body: CompletePerson
  readonly draft: unknown
  readonly person: PersonView
  readonly onSaved: () => void
}

function OnRecord({ recordId, body, draft, person, onSaved }: OnRecordProps) {
  const section = useSignal(0)
  const today = dateToday()
  const left = useMemo(() => LeftCompletion.safeParse(draft), [])
  const values = useMemo(() => (left.success ? left.data.values : valuesFrom(body, person, today)), [])
  const changes = useMemo(() => (left.success ? changedMeanwhile(left.data, person, today) : []), [])
  return (
    <>
      <Meanwhile changes={changes} />
      <CompletionForm person={person} section={section} refused={{ recordId, values }} onSaved={onSaved} />
    </>
  )
}

/** What the officer filled, laid on the record as it stands now: it goes again under the revision that they see here. */
function Refused({ record, personId, body }: { record: ToCorrect; personId: string; body: CompletePerson }) {
  const isKept = useSignal(false)
  const { value: person, no, ask } = usePerson(personId)
  // first: saved, the record is another one at once
  if (isKept.value) return <SavedAgain />
  if (person === undefined)
    return no === undefined ? <p class="quiet">{shared('app.loading')}</p> : <NoNotice no={no} onAgain={ask} />
  return (
    <OnRecord
      key={String(person.revision)}
      recordId={record.recordId}
      body={body}
      draft={record.draft}
      person={person}
      onSaved={() => {
        isKept.value = true
      }}
    />
  )
}

export function CorrectCompletion({ record }: { record: ToCorrect }) {
  const body = CompletePerson.safeParse(record.command.body)
  const personId = /^\/v1\/persons\/([^/]+)\/completions\//.exec(record.command.path)?.[1]
  if (!body.success || personId === undefined) return <AsItIs record={record} />
  return <Refused record={record} personId={personId} body={body.data} />
}
