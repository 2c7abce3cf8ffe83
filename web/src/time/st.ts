/** st-LS, a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'left.minutes_one': 'ho setse motsotso o le {{count}}',
  'left.minutes_other': 'ho setse metsotso e {{count}}',
  'left.hours_one': 'ho setse hora e le {{count}}',
  'left.hours_other': 'ho setse lihora tse {{count}}',
  'left.days_one': 'ho setse letsatsi le le {{count}}',
  'left.days_other': 'ho setse matsatsi a {{count}}',
  'over.minutes_one': 'ho fetile motsotso o le {{count}}',
  'over.minutes_other': 'ho fetile metsotso e {{count}}',
  'over.hours_one': 'ho fetile hora e le {{count}}',
  'over.hours_other': 'ho fetile lihora tse {{count}}',
  'over.days_one': 'ho fetile letsatsi le le {{count}}',
  'over.days_other': 'ho fetile matsatsi a {{count}}',
}
