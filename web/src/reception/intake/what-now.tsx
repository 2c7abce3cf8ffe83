import type { UrgentFlag } from '../../../../functions/registration/code-lists.ts'
import { Notice } from '../../ui/notice.tsx'
import { t } from './words.ts'

/** For the officer: a child whom nobody has taken custody of stays (domain.md 2.5). */
export const StaysHere = () => (
  <Notice kind="look" title={t('stays.title')}>
    <p>{t('stays')}</p>
  </Notice>
)

interface WhatNowProps {
  readonly flags: readonly UrgentFlag[]
  readonly staysHere: boolean
}

/** What each urgent flag asks of the officer before the next person comes (domain.md 2.8). Not on the slip. */
export const WhatNow = ({ flags, staysHere }: WhatNowProps) => (
  <>
    {staysHere ? <StaysHere /> : null}
    {flags.length === 0 ? null : (
      <Notice kind="look" title={t('now.title')}>
        <ul>
          {flags.map(flag => (
            <li key={flag}>{t(`now.${flag}`)}</li>
          ))}
        </ul>
      </Notice>
    )}
  </>
)
