import type * as z from 'zod/mini'
import type { VisitView } from '../../../../functions/reintegration/contract.ts'
import { provisionalEqual, weightSetLabel } from '../../../../functions/reintegration/survey-scoring.ts'
import { inLanguage } from '../../i18n/words.ts'
import { t } from './words.ts'

type Scores = NonNullable<z.infer<typeof VisitView>['scores']>

/** Weights that are not ours to name are named by their own id. */
const labelOf = (weightSet: string): string =>
  weightSet === provisionalEqual.id ? inLanguage(weightSetLabel(provisionalEqual)) : weightSet

const ScoreRow = ({ name, score }: { name: string; score: number | null }) => (
  <div class="score">
    <dt>{name}</dt>
    <dd>
      {score === null ? (
        <span class="quiet">{t('scores.none')}</span>
      ) : (
        <>
          <meter min={0} max={1} value={score} aria-hidden="true" />
          <span class="score-figure">{score.toFixed(2)}</span>
        </>
      )}
    </dd>
  </div>
)

/** One person's index, with what it is and is not beside it (domain.md 6.4). */
export const ScoreList = ({ scores }: { scores: Scores }) => (
  <section class="scores">
    <p class="scores-label">{labelOf(scores.weightSet)}</p>
    <dl>
      <ScoreRow name={t('scores.ECONOMIC')} score={scores.economic} />
      <ScoreRow name={t('scores.SOCIAL')} score={scores.social} />
      <ScoreRow name={t('scores.PSYCHOSOCIAL')} score={scores.psychosocial} />
      <ScoreRow name={t('scores.composite')} score={scores.composite} />
    </dl>
    <p class="quiet small">{t('scores.how')}</p>
  </section>
)
