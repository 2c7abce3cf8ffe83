import { useSignal } from '@preact/signals'
import { standingAnswers } from '../../../../functions/follow-up/consents-given.ts'
import { registrationRoutes } from '../../../../functions/registration/contract.ts'
import type { PersonView } from '../../../../functions/registration/person-view.ts'
import { ConsentForm } from '../../consents/consent-form.tsx'
import { t } from '../../consents/words.ts'
import { localTime } from '../../i18n/local-time.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Fact, FactList } from '../../ui/fact-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { dependsOn } from '../kept/depends-on.ts'
import { standing as known } from '../kept/effects.ts'
import { submit } from '../kept/submit.ts'

type Answer = PersonView['consents'][number]

function said({ given, receivedAt, guardian }: Answer): string {
  const word = shared(given ? 'answer.yes' : 'answer.no')
  const when = receivedAt === undefined ? word : t('answer.on', { answer: word, time: localTime(receivedAt) })
  return guardian === undefined ? when : `${when}, ${t(`answer.guardian.${guardian}`)}`
}

const AnswerList = ({ answers }: { answers: readonly Answer[] }) => (
  <FactList>
    {answers.map((answer, index) => (
      <Fact key={`${answer.purpose}-${index}`} name={t(`purpose.${answer.purpose}`)}>
        {said(answer)}
      </Fact>
    ))}
  </FactList>
)

/** What the person agrees to as it stands, what was answered before, and where a new answer or a withdrawal is recorded. */
export function ConsentPanel({ person, onStored }: { person: PersonView; onStored: () => void }) {
  const { consents, personId, fast } = person
  const saved = useSignal(false)
  const asking = useSignal(false)
  const standing = standingAnswers(consents)
  const earlier = consents.filter(answer => !standing.includes(answer))
  return (
    <section class="panel stack" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {saved.value ? (
        <Notice kind="good">
          <p>{t('saved')}</p>
        </Notice>
      ) : null}
      {standing.length === 0 ? <p class="quiet">{t('none')}</p> : <AnswerList answers={standing} />}
      {earlier.length === 0 ? null : (
        <details class="more">
          <summary>{t('earlier')}</summary>
          <p class="quiet small">{t('lead')}</p>
          <AnswerList answers={[...earlier].reverse()} />
        </details>
      )}
      <details
        class="more"
        open={asking.value}
        onToggle={event => {
          asking.value = event.currentTarget.open
        }}
      >
        <summary>{t('change')}</summary>
        {asking.value ? (
          <ConsentForm
            person={{ personId, birth: fast.birth }}
            wanted="ANY"
            store={(consentId, body) =>
              submit(
                registrationRoutes.recordConsents,
                { params: { personId, consentId }, body },
                {
                  ...{ recordId: consentId, kind: 'consents', copy: { typed: [] } },
                  dependsOn: dependsOn(known.value, { people: [personId] }),
                  effect: { is: 'consents', recordId: consentId, at: body.deviceTime, personId, answers: body.answers },
                },
              )
            }
            onStored={() => {
              saved.value = true
              asking.value = false
              onStored()
            }}
          />
        ) : null}
      </details>
    </section>
  )
}
