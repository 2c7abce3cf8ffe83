import { districts } from '../../../../../functions/platform/places.ts'
import type { PersonView } from '../../../../../functions/registration/person-view.ts'
import { code } from '../../../code-lists/words.ts'
import { localBirth, localDay } from '../../../i18n/local-time.ts'
import { Fact, FactList } from '../../../ui/fact-list.tsx'
import { spacedPhone } from '../../../ui/spaced-phone.ts'
import { type EarlierFact, earlierFacts } from './earlier-facts.ts'
import { t } from './words.ts'

function saying(fact: EarlierFact): string {
  switch (fact.what) {
    case 'birth':
      return localBirth(fact.said)
    case 'sex':
      return code(`sex.${fact.said}`)
    case 'home':
      return districts.find(district => district.code === fact.said)?.name ?? fact.said
    case 'phone':
    case 'other-phone':
      return spacedPhone(fact.said)
    default:
      return fact.said
  }
}

/** Earlier spellings, numbers and homes, as text: none of these numbers is there to be pressed. */
export function EarlierPanel({ person }: { person: PersonView }) {
  const facts = earlierFacts(person)
  if (facts.length === 0) return null
  return (
    <section class="panel stack" aria-label={t('earlier')}>
      <h2>{t('earlier')}</h2>
      <p class="quiet small">{t('earlier.lead')}</p>
      <FactList>
        {facts.map((fact, index) => (
          <Fact key={`${fact.until}-${index}`} name={t(`earlier.${fact.what}`)}>
            {t('earlier.until', { said: saying(fact), day: localDay(fact.until) })}
          </Fact>
        ))}
      </FactList>
    </section>
  )
}
