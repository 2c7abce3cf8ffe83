/** What a labour officer must know to act on wages owed, from what the record says (domain.md 3.5, 5.3). Pure: no clock, no network, no AWS. */
import { maseruDate } from '../platform/clock.ts'
import type { Person } from '../registration/person-record.ts'
import type { WageClaim } from './contract.ts'
import { dayMilliseconds } from './working-days.ts'

/**
 * A dismissal is disputed in South Africa within thirty calendar days of it (domain.md 5.3). Other claims for wages have
 * other limits, which the labour officer knows.
 */
const disputeDays = 30

/** The last day, `YYYY-MM-DD`, of a dispute about a dismissal of that date. */
export const lastDisputeDay = (dismissedOn: string): string =>
  new Date(Date.parse(dismissedOn) + disputeDays * dayMilliseconds).toISOString().slice(0, 10)

/**
 * The day of a dismissal is not asked. Work had ended when the person was stopped, and at the latest when they came
 * back: the limit is counted from there and says so, since an earlier dismissal would make it earlier.
 */
export function wageClaim({ full, returns }: Pick<Person, 'full' | 'returns'>, returnEventId?: string): WageClaim {
  const { amountCents, currency, daysBeforePayday } = full?.wages ?? {}
  const returned = returns.find(each => each.returnEventId === returnEventId)?.receivedAt
  const stoppedOn = full?.stopped?.on
  const ended = stoppedOn ?? (returned === undefined ? undefined : maseruDate(new Date(returned)))
  return {
    ...(amountCents === undefined ? {} : { amountCents }),
    ...(amountCents === undefined || currency === undefined ? {} : { currency }),
    ...(daysBeforePayday === undefined ? {} : { daysBeforePayday }),
    ...(full?.employment?.job === undefined ? {} : { job: full.employment.job }),
    ...(ended === undefined
      ? {}
      : { dispute: { lastDay: lastDisputeDay(ended), countedFrom: stoppedOn === undefined ? 'RETURNED' : 'STOPPED' } }),
  }
}
