/** What the full tier must satisfy beyond its shape. Pure: no clock, no network, no AWS; the tablet may run the same checks. */
import type { FullTier } from './person-fields.ts'

export type FullTierRefusal = 'invalid-fields' | 'date-in-future'

/** Each check by the word it refuses with, and the fields it refuses. `today` is the date in Lesotho. */
export function checkFullTier(
  full: FullTier | undefined,
  today: string,
): { refusal: FullTierRefusal; fields: string[] } | undefined {
  const loose = looseParts(full ?? {})
  if (loose.length > 0) return { refusal: 'invalid-fields', fields: loose }
  const future = futureDates(full ?? {}, today)
  return future.length > 0 ? { refusal: 'date-in-future', fields: future } : undefined
}

/**
 * Parts that stand for nothing without another that is missing, or beside an answer that rules them out. Papers and owed
 * wages are not looked at: what a tablet took down before there were such checks is still taken.
 */
function looseParts({ mobileMoney, employment }: FullTier): string[] {
  const { agreedCents, paidCents, currency, per } = employment ?? {}
  const loose: [string, boolean][] = [
    ['full.mobileMoney.whose', mobileMoney?.operator === 'NONE' && mobileMoney.whose !== undefined],
    ['full.employment.currency', (agreedCents !== undefined || paidCents !== undefined) && currency === undefined],
    ['full.employment.per', agreedCents !== undefined && per === undefined],
  ]
  return loose.flatMap(([path, isLoose]) => (isLoose ? [path] : []))
}

/**
 * Typed dates that lie after today. A paper's expiry may; a device's own time stamps are not typed and never a reason to
 * refuse.
 */
function futureDates({ migration, stopped }: FullTier, today: string): string[] {
  const typed = {
    'full.migration.firstDepartureOn': migration?.firstDepartureOn,
    'full.migration.lastEntryOn': migration?.lastEntryOn,
    'full.stopped.on': stopped?.on,
  }
  return Object.entries(typed).flatMap(([path, date]) => (date !== undefined && date > today ? [path] : []))
}
