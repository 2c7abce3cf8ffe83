import type { ComponentChildren } from 'preact'
import type { TaskDetail } from '../../../functions/follow-up/contract.ts'
import { maseruDate } from '../../../functions/platform/clock.ts'
import { districts } from '../../../functions/platform/places.ts'
import { ageOn } from '../../../functions/registration/age.ts'
import { code } from '../code-lists/words.ts'
import { askedPurposes } from '../consents/spoken-questions.ts'
import { t as consents } from '../consents/words.ts'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { Notice } from '../ui/notice.tsx'
import { spacedPhone } from '../ui/spaced-phone.ts'
import { t } from './words.ts'

type Person = NonNullable<TaskDetail['person']>

const Phone = ({ phone }: { phone: NonNullable<Person['phone']> }) => (
  <div class="phone">
    <a class="button button-secondary" href={`tel:${phone.number}`}>
      {t('person.call', { number: spacedPhone(phone.number) })}
    </a>
    <p class="quiet small">
      {code(`channel.${phone.channel}`)}. {t(phone.mayLeaveMessage ? 'person.message' : 'person.no-message')}
    </p>
  </div>
)

/** Said before anybody asks around in the village; a number stands here to be known, not to be pressed. */
const NotToContact = ({ people }: { people: NonNullable<Person['notToContact']> }) => (
  <Notice kind="look" title={t('person.not-to-contact')}>
    <ul>
      {people.map(({ name, relation, phone }) => (
        <li key={`${name}${phone ?? ''}`}>
          {[name, relation, phone === undefined ? undefined : spacedPhone(phone)].filter(Boolean).join(', ')}
        </li>
      ))}
    </ul>
  </Notice>
)

/** Who it is and where to find them. A number stands here only where the person agreed to be called on it. */
export function PersonPanel({ person, children }: { person: Person; children?: ComponentChildren }) {
  const { agreesTo, givenNames, surname, sex, birth, phone, otherPhone, reachBy } = person
  const { district, council, village, chief, notToContact } = person
  const years = ageOn(birth, maseruDate(new Date()))
  return (
    <section class="panel" aria-label={t('person.title')}>
      <h2>
        {givenNames} {surname}
      </h2>
      <FactList>
        <Fact name={t('person.sex-age')}>
          {`${code(`sex.${sex}`)}, ${t(birth.precision === 'DAY' ? 'person.years' : 'person.years.about', { count: years })}`}
        </Fact>
        <Fact name={t('person.village')}>{village}</Fact>
        <Fact name={t('person.chief')}>{chief}</Fact>
        <Fact name={t('person.place')}>
          {[council, districts.find(each => each.code === district)?.name].filter(Boolean).join(', ')}
        </Fact>
        <Fact name={consents('title')}>
          {askedPurposes
            .filter(purpose => agreesTo.includes(purpose))
            .map(purpose => consents(`purpose.${purpose}`))
            .join(' · ') || undefined}
        </Fact>
      </FactList>
      {phone === undefined ? (
        <p class="quiet">
          {reachBy === undefined ? t('person.no-phone') : t('person.reach-by', { way: code(`channel.${reachBy}`) })}
        </p>
      ) : (
        [phone, ...(otherPhone === undefined ? [] : [otherPhone])].map(each => <Phone key={each.number} phone={each} />)
      )}
      {notToContact === undefined ? null : <NotToContact people={notToContact} />}
      {children}
    </section>
  )
}
