import { useSignal } from '@preact/signals'
import { RecordConsents, registrationRoutes } from '../../../../functions/registration/contract.ts'
import { ConsentForm } from '../../consents/consent-form.tsx'
import { t as shared } from '../../i18n/shared-words.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { NoNotice } from '../../ui/no-notice.tsx'
import { dependsOn } from '../kept/depends-on.ts'
import { standing } from '../kept/effects.ts'
import { submit } from '../kept/submit.ts'
import { usePerson } from '../kept/use-known.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

interface RefusedProps {
  readonly recordId: string
  readonly personId: string
  readonly answers: RecordConsents['answers']
}

function Refused({ recordId, personId, answers }: RefusedProps) {
  const isKept = useSignal(false)
  const { value: person, no, ask } = usePerson(personId)
  if (isKept.value) return <SavedAgain />
  if (person === undefined)
    return no === undefined ? <p class="quiet">{shared('app.loading')}</p> : <NoNotice no={no} onAgain={ask} />
  return (
    <ConsentForm
      person={{ personId, birth: person.fast.birth }}
      wanted="ANY"
      refused={{ consentId: recordId, answers }}
      store={(consentId, body) =>
        submit(
          registrationRoutes.recordConsents,
          { params: { personId, consentId }, body },
          {
            ...{ recordId: consentId, kind: 'consents', copy: { typed: [] } },
            dependsOn: dependsOn(standing.value, { people: [personId], except: recordId }),
            effect: { is: 'consents', recordId: consentId, at: body.deviceTime, personId, answers: body.answers },
          },
        )
      }
      onStored={() => {
        isKept.value = true
      }}
    />
  )
}

/** What somebody agreed to, as it was answered. */
export function CorrectConsents({ record }: { record: ToCorrect }) {
  const body = RecordConsents.safeParse(record.command.body)
  const personId = /^\/v1\/persons\/([^/]+)\/consents\//.exec(record.command.path)?.[1]
  if (!body.success || personId === undefined) return <AsItIs record={record} />
  return <Refused recordId={record.recordId} personId={personId} answers={body.data.answers} />
}
