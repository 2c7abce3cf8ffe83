import type { BatchView } from '../../../functions/arrivals/contract.ts'
import { Notice } from '../ui/notice.tsx'
import { t } from './words.ts'

const Figure = ({ figure, words, tone = '' }: { figure: number; words: string; tone?: string }) => (
  <div class={`figure ${tone}`}>
    <dt>{words}</dt>
    <dd>{figure}</dd>
  </div>
)

/** Everybody who stepped off against what became of each (domain.md 1.1): it must come to nothing left. */
export function BalancePanel({ view: { batch, balance } }: { view: BatchView }) {
  const { headcount, difference, outcomes } = balance
  const registered = outcomes.REGISTERED ?? 0
  const others = Object.values(outcomes).reduce((sum, each) => sum + each, 0) - registered
  return (
    <section class="panel" aria-label={t('balance.title')}>
      <dl class="figures-row">
        <Figure figure={headcount} words={batch.heads === undefined ? t('balance.announced') : t('balance.counted')} />
        <Figure figure={registered} words={t('balance.registered')} tone="figure-green" />
        <Figure figure={others} words={t('balance.others')} />
        <Figure
          figure={Math.abs(difference)}
          words={difference < 0 ? t('balance.over') : t('balance.left')}
          tone={difference === 0 ? 'figure-green' : 'figure-blue'}
        />
      </dl>
      {batch.heads === undefined ? <p class="quiet small">{t('balance.not-counted')}</p> : null}
      {difference === 0 && headcount > 0 ? (
        <Notice kind="good">
          <p>{t('balance.zero')}</p>
        </Notice>
      ) : null}
    </section>
  )
}
