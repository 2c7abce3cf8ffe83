import { Stepper } from '../ui/stepper.tsx'
import { mostOnDuty, onDuty, sayOnDuty } from './duty.ts'
import { t } from './words.ts'

/** How many may be promised a talk today: said before anything is promised, and mended at any time (domain.md 3.6). */
export const OnDuty = () => (
  <section class="panel">
    <Stepper
      label={t('duty.label')}
      value={onDuty.value ?? 0}
      most={mostOnDuty}
      onChange={count => void sayOnDuty(count)}
    />
    <p class="quiet small">
      {t(onDuty.value === undefined ? 'duty.unsaid' : onDuty.value === 0 ? 'duty.none' : 'duty.some')}
    </p>
  </section>
)
