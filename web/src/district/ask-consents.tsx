import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { TaskDetail } from '../../../functions/follow-up/contract.ts'
import { ConsentForm } from '../consents/consent-form.tsx'
import { t } from '../consents/words.ts'
import { Notice } from '../ui/notice.tsx'

interface AskedWithin {
  readonly taskId: string
  readonly person: NonNullable<TaskDetail['person']>
  readonly onDone: () => void
}

/** The task that asks again: both questions, and the answers finish it; or nobody could be asked. */
export const AskAgain = ({
  taskId,
  person,
  onDone,
  children,
}: AskedWithin & { readonly children: ComponentChildren }) => (
  <>
    <section class="panel stack">
      <h2>{t('ask.again')}</h2>
      <ConsentForm taskId={taskId} person={person} wanted="BOTH" onStored={onDone} />
    </section>
    <details class="more">
      <summary>{t('not-reached')}</summary>
      {children}
    </details>
  </>
)

/** Within any other task: somebody may change their mind while it is done. A no may end this very task: back to the list. */
export function ChangedMind({ taskId, person, onDone, onAnswered }: AskedWithin & { readonly onAnswered: () => void }) {
  const asking = useSignal(false)
  const saved = useSignal(false)
  return (
    <>
      {saved.value ? (
        <Notice kind="good">
          <p>{t('saved')}</p>
        </Notice>
      ) : null}
      <details
        class="more"
        open={asking.value}
        onToggle={event => {
          asking.value = event.currentTarget.open
        }}
      >
        <summary>{t('change')}</summary>
        {asking.value ? (
          <ConsentForm
            taskId={taskId}
            person={person}
            wanted="ANY"
            onStored={answers => {
              if (answers.some(({ given }) => !given)) return onDone()
              saved.value = true
              asking.value = false
              onAnswered()
            }}
          />
        ) : null}
      </details>
    </>
  )
}
