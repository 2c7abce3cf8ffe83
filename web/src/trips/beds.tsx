import type { OnwardView } from '../../../functions/trips/trip.ts'
import { localClock } from '../i18n/local-time.ts'
import { Notice } from '../ui/notice.tsx'
import { PeopleByPlace } from './people-by-place.tsx'
import { t } from './words.ts'

/** Who has no seat before dark, and until when a bed must be found for them. */
export function Beds({ view: { people, darkFrom, approval } }: { view: OnwardView }) {
  const without = people.filter(({ needsBed }) => needsBed)
  const time = localClock(darkFrom)
  if (people.length === 0) return null
  return (
    <Notice
      kind={without.length === 0 ? 'good' : 'look'}
      {...(without.length === 0 ? {} : { title: t('beds.title', { count: without.length }) })}
    >
      <p>
        {without.length === 0
          ? t('beds.none', { time })
          : t(Date.now() < Date.parse(darkFrom) ? 'beds.until' : 'beds.dark', { time })}
      </p>
      {without.length === 0 ? null : (
        <details class="more">
          <summary>{t('beds.numbers')}</summary>
          <PeopleByPlace people={without} />
        </details>
      )}
      {approval === 'PROPOSAL' ? <p class="quiet small">{t('beds.proposal')}</p> : null}
    </Notice>
  )
}
