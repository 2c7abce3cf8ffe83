/** How the desk says places, times and ways, in the language on screen. */
import { maseruDate } from '../../../functions/platform/clock.ts'
import { type DistrictCode, districts } from '../../../functions/platform/places.ts'
import { localClock, localTime } from '../i18n/local-time.ts'
import { dateToday } from '../time/date-today.ts'
import { dayAfter } from './plan-times.ts'
import { t } from './words.ts'

export const districtName = (code: DistrictCode): string => districts.find(each => each.code === code)?.name ?? code

/** `Berea → Leribe` */
export const wayWords = (stops: readonly DistrictCode[]): string => stops.map(districtName).join(' → ')

/** `today, 14:30`; another day by its date. */
export function whenWords(instant: string): string {
  const day = maseruDate(new Date(instant))
  const today = dateToday()
  const time = localClock(instant)
  if (day === today) return t('when.today', { time })
  return day === dayAfter(today) ? t('when.tomorrow', { time }) : localTime(instant)
}
