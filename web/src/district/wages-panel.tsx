import type { WageClaim } from '../../../functions/follow-up/contract.ts'
import { maseruDate } from '../../../functions/platform/clock.ts'
import { localDay } from '../i18n/local-time.ts'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { t } from './words.ts'

/** `1 250.50`, whatever the device is set to. */
const amountOf = (cents: number): string => (cents / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d)(?=\.))/g, '\u00a0')

const amountSaid = ({ amountCents, currency }: WageClaim): string =>
  amountCents === undefined
    ? t('wages.amount.unsaid')
    : t(currency === undefined ? 'wages.currency-unsaid' : `wages.${currency}`, { amount: amountOf(amountCents) })

/** What is owed by what was said at reception, and until when a dismissal can be disputed (domain.md 5.3). */
export function WagesPanel({ claim }: { claim: WageClaim }) {
  const { job, daysBeforePayday, dispute } = claim
  const isPast = dispute !== undefined && dispute.lastDay < maseruDate(new Date())
  return (
    <section class="panel" aria-label={t('wages.title')}>
      <h2>{t('wages.title')}</h2>
      <FactList>
        <Fact name={t('wages.amount')}>{amountSaid(claim)}</Fact>
        <Fact name={t('wages.payday')}>
          {daysBeforePayday === undefined ? undefined : t('wages.days', { count: daysBeforePayday })}
        </Fact>
        <Fact name={t('wages.job')}>{job}</Fact>
        <Fact name={t('wages.last-day')}>
          {dispute === undefined
            ? undefined
            : t(isPast ? 'wages.passed' : 'wages.until', { day: localDay(dispute.lastDay) })}
        </Fact>
      </FactList>
      {dispute === undefined ? null : (
        <p class="quiet">
          {t(`wages.${dispute.countedFrom}`)} {t('wages.earlier')}
        </p>
      )}
    </section>
  )
}
