import { attemptChannels, attemptCodes } from '../../../functions/follow-up/task-words.ts'
import { code as inWords } from '../code-lists/words.ts'
import { Choice } from '../ui/choice.tsx'
import type { AttemptDraft } from './attempt-draft.ts'
import { t } from './words.ts'

/** Asked of who was not reached: it decides whether they are tried again, and in which way. */
export function AttemptQuestions({ draft: { channel, code }, asked }: { draft: AttemptDraft; asked: boolean }) {
  const problem = (value: unknown) => (asked && value === undefined ? t('complete.outcome.problem') : undefined)
  return (
    <>
      <Choice
        legend={t('attempt.channel')}
        columns={2}
        options={attemptChannels.map(value => ({ value, label: inWords(`channel.${value}`) }))}
        value={channel}
        problem={problem(channel.value)}
      />
      <Choice
        legend={t('attempt.code')}
        columns={2}
        options={attemptCodes.map(value => ({ value, label: t(`attempt.${value}`) }))}
        value={code}
        problem={problem(code.value)}
      />
      {code.value === undefined ? null : (
        <p class="quiet" role="status">
          {t(code.value === 'REFUSED' ? 'attempt.ends' : 'attempt.comes-back')}
        </p>
      )}
    </>
  )
}
