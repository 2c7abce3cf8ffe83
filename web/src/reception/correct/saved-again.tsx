import { ButtonLink, Buttons } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { t } from '../words.ts'

/** Kept once more, and waiting. */
export const SavedAgain = () => (
  <Notice kind="good" title={t('correct.saved')}>
    <Buttons>
      <ButtonLink kind="primary" href="/unsent">
        {t('correct.to-list')}
      </ButtonLink>
    </Buttons>
  </Notice>
)
