import { Button } from '../ui/button.tsx'
import { homePath } from './is-practice.ts'
import { practicePost } from './practice-answers.ts'
import { practised } from './practice-records.ts'
import { t } from './words.ts'

/** Loads another page: all that practice held goes with this one. */
const leave = () => location.assign(practicePost === undefined ? '/' : `/reception/${practicePost}`)

/** In the frame of every page of practice, on screen and on paper. */
export function PracticeBand() {
  const count = practised.value.length
  return (
    <section class="practice-band" aria-label={t('practice')}>
      <strong>{t('band')}</strong>
      <div class="practice-ways">
        <nav aria-label={t('practice')}>
          <a href={homePath}>{t('desk')}</a>
          <a href={`${homePath}/record`}>{t('record')}</a>
          <a href={`${homePath}/tray`}>{count === 0 ? t('kept.none') : t('kept', { count })}</a>
        </nav>
        <Button onPress={leave}>{t('leave')}</Button>
      </div>
    </section>
  )
}

/** On whatever is handed over or laid over the page. */
export const PracticeLine = ({ language }: { language?: 'en' | 'st-LS' }) => (
  <p class="practice-line">{t('band', {}, language)}</p>
)
