import type { DateInput } from '../../ui/date-input.ts'
import { ThreePartDate } from '../../ui/three-part-date.tsx'
import type { DueDay } from '../due-day.ts'
import { t } from '../words.ts'

interface DueFieldProps {
  readonly value: DateInput
  readonly until: DueDay
  readonly problem: (isWrong: boolean, words: string) => string | undefined
}

/** Until the end of which day. */
export const DueField = ({ value, until, problem }: DueFieldProps) => (
  <>
    <ThreePartDate
      legend={t('lease.due')}
      value={value}
      problem={problem(typeof until === 'string', t(until === 'wrong' ? 'date.problem' : 'lease.due.problem'))}
    />
    <p class="quiet small">{t('lease.due.hint')}</p>
  </>
)
