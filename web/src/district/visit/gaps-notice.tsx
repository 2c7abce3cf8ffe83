import { useEffect, useRef } from 'preact/hooks'
import { surveyDimensions } from '../../../../functions/reintegration/survey-1.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { SurveyGaps } from './survey-gaps.ts'
import { t } from './words.ts'

/** Said once before a survey is saved with questions unmarked: nobody can ask them afterwards. */
export function GapsNotice({ gaps: { parts, scored }, onGo }: { gaps: SurveyGaps; onGo: (part: number) => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [])
  return (
    <div ref={place}>
      <Notice kind="look" title={t('gaps.title')}>
        <ul class="plain-list">
          {parts.map(({ dimension, missing, scored }) => (
            <li key={dimension}>
              {t('gaps.missing', { part: t(`part.${dimension}`), count: missing })}
              {scored ? null : <>. {t('gaps.no-score')}</>}
            </li>
          ))}
        </ul>
        <p>{t(scored ? 'gaps.text' : 'gaps.text.no-score')}</p>
        <Buttons>
          {parts.map(({ dimension }) => (
            <Button key={dimension} onPress={() => onGo(surveyDimensions.indexOf(dimension) + 1)}>
              {t('gaps.go', { part: t(`part.${dimension}`) })}
            </Button>
          ))}
        </Buttons>
      </Notice>
    </div>
  )
}
