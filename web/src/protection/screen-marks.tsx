import type { OpenedScreen } from '../../../functions/protection/contract.ts'
import { DueBadge } from '../time/due-badge.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { t } from './words.ts'

/** How long is left, and what is odd about the record. */
export const ScreenMarks = ({ screen: { dueAt, differs, problem }, now }: { screen: OpenedScreen; now: Date }) => (
  <>
    {dueAt === undefined ? null : <DueBadge due={{ dueAt, overdue: new Date(dueAt) < now }} now={now} />}
    {problem === undefined ? null : <StatusBadge tone="sand">{t(`mark.${problem}`)}</StatusBadge>}
    {differs ? <StatusBadge tone="sand">{t('mark.differs')}</StatusBadge> : null}
  </>
)
