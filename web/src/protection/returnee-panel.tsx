import { maseruDate } from '../../../functions/platform/clock.ts'
import { districts, posts } from '../../../functions/platform/places.ts'
import type { Returnee } from '../../../functions/protection/contract.ts'
import { ageOn } from '../../../functions/registration/age.ts'
import { code } from '../code-lists/words.ts'
import { localBirth } from '../i18n/local-time.ts'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { spacedPhone } from '../ui/spaced-phone.ts'
import { t } from './words.ts'

const nameIn = (places: readonly { code: string; name: string }[], wanted: string): string =>
  places.find(place => place.code === wanted)?.name ?? wanted

const Phone = ({ phone }: { phone: NonNullable<Returnee['phone']> }) => (
  <>
    {phone.mayCall ? <a href={`tel:${phone.number}`}>{spacedPhone(phone.number)}</a> : spacedPhone(phone.number)}
    {` (${code(`channel.${phone.channel}`)}): ${t(phone.mayCall ? 'returnee.call.yes' : 'returnee.call.no')}, ${t(
      phone.mayLeaveMessage ? 'returnee.message.yes' : 'returnee.message.no',
    )}`}
  </>
)

/** Whom the record is about and how they agreed to be reached; or that nobody is registered under its number yet. */
export function ReturneePanel({ returnee }: { returnee: Returnee | undefined }) {
  if (returnee === undefined)
    return (
      <section class="panel">
        <h2>{t('returnee.title')}</h2>
        <p class="quiet">{t('returnee.unknown')}</p>
      </section>
    )
  const { givenNames, surname, sex, birth, phone, reachBy, homeDistrict, destination, language } = returnee
  const home = destination ?? { district: homeDistrict }
  return (
    <section class="panel">
      <h2>{t('returnee.title')}</h2>
      <FactList>
        <Fact name={t('returnee.name')}>{`${givenNames} ${surname}`}</Fact>
        <Fact name={t('returnee.born')}>
          {`${localBirth(birth)} (${ageOn(birth, maseruDate(new Date()))}), ${code(`sex.${sex}`)}`}
        </Fact>
        <Fact name={t('returnee.home')}>
          {[home.village, home.council, nameIn(districts, home.district)].filter(Boolean).join(', ')}
        </Fact>
        <Fact name={t('returnee.phone')}>{phone === undefined ? undefined : <Phone phone={phone} />}</Fact>
        <Fact name={t('returnee.reach')}>{reachBy === undefined ? undefined : code(`channel.${reachBy}`)}</Fact>
        <Fact name={t('returnee.language')}>{language === undefined ? undefined : code(`language.${language}`)}</Fact>
        <Fact name={t('returnee.post')}>{returnee.posts.map(post => nameIn(posts, post)).join(', ')}</Fact>
        <Fact name={t('returnee.not-to-contact')}>{returnee.notToContact?.join('; ')}</Fact>
        <Fact name={t('returnee.exclusions')}>{returnee.exclusions?.join(', ')}</Fact>
      </FactList>
    </section>
  )
}
