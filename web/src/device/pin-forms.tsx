/** The three forms of a PIN: type it, choose it, change it. What was typed leaves memory with the form. */
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Button, Buttons } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { PinProblem } from '../vault/pin.ts'
import { warmPinKey } from '../vault/pin-key.ts'
import { changePin, setPin, type Unlocking, unlock } from '../vault/vault.ts'
import { PinField } from './pin-field.tsx'
import { t } from './words.ts'

/** What an attempt that opened nothing says to the officer. */
export function saysOf(answer: Unlocking): string | undefined {
  if (answer.is === 'wrong-pin') return t('pin.wrong', { count: answer.attemptsLeft })
  if (answer.is === 'wait') return t('pin.wait', { count: Math.max(1, Math.ceil(answer.waitMilliseconds / 60_000)) })
  if (answer.is === 'no-pass' || answer.is === 'no-vault') return t(`pin.${answer.is}`)
  return undefined
}

const problemWords = (problem: PinProblem): string => t(`pin.problem.${problem}`)

interface PinFormProps {
  readonly action: string
  readonly says: string | undefined
  readonly busy: Signal<boolean>
  readonly onSubmit: () => Promise<void>
  readonly children: ComponentChildren
}

function PinForm({ action, says, busy, onSubmit, children }: PinFormProps) {
  const failed = useSignal(false)
  const said = failed.value ? t('pin.cannot') : says
  return (
    <form
      class="panel"
      onSubmit={event => {
        event.preventDefault()
        if (busy.value) return
        busy.value = true
        failed.value = false
        void onSubmit()
          .catch(() => {
            failed.value = true
          })
          .finally(() => {
            busy.value = false
          })
      }}
    >
      {children}
      {said === undefined ? null : (
        <Notice kind="look">
          <p>{said}</p>
        </Notice>
      )}
      <Buttons>
        <Button kind="primary" type="submit" busy={busy.value}>
          {action}
        </Button>
      </Buttons>
    </form>
  )
}

export function TypePin({ officerId, onOpen }: { officerId: string; onOpen: () => void }) {
  const pin = useSignal('')
  const busy = useSignal(false)
  const says = useSignal<string | undefined>(undefined)
  useEffect(() => {
    warmPinKey()
  }, [])
  const submit = async () => {
    const answer = await unlock(officerId, pin.value)
    pin.value = ''
    says.value = saysOf(answer)
    if (answer.is === 'unlocked') onOpen()
  }
  return (
    <PinForm action={t('pin.do')} says={says.value} busy={busy} onSubmit={submit}>
      <PinField label={t('pin.type')} value={pin} />
    </PinForm>
  )
}

interface Officer {
  readonly officerId: string
  readonly name: string
}

export function ChoosePin({ officer, onDone }: { officer: Officer; onDone: () => void }) {
  const pin = useSignal('')
  const again = useSignal('')
  const busy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const says = useSignal<string | undefined>(undefined)
  const submit = async () => {
    problem.value = undefined
    says.value = pin.value === again.value ? undefined : t('pin.set.differs')
    if (says.value !== undefined) return
    const no = await setPin(officer, pin.value)
    if (no === undefined) onDone()
    else if (no === 'no-pass') says.value = t('pin.no-pass')
    else problem.value = problemWords(no)
  }
  return (
    <PinForm action={t('pin.set.do')} says={says.value} busy={busy} onSubmit={submit}>
      <h2>{t('pin.set.title')}</h2>
      <p>{t('pin.set.lead')}</p>
      <PinField label={t('pin.set.new')} hint={t('pin.set.hint')} problem={problem.value} value={pin} />
      <PinField label={t('pin.set.again')} value={again} />
      <p class="quiet">{t('pin.set.forgotten')}</p>
    </PinForm>
  )
}

export function ChangePin({ officerId }: { officerId: string }) {
  const old = useSignal('')
  const pin = useSignal('')
  const busy = useSignal(false)
  const done = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const says = useSignal<string | undefined>(undefined)
  const submit = async () => {
    done.value = false
    const answer = await changePin(officerId, old.value, pin.value)
    problem.value = typeof answer === 'string' ? problemWords(answer) : undefined
    says.value = typeof answer === 'string' ? undefined : saysOf(answer)
    done.value = typeof answer !== 'string' && answer.is === 'unlocked'
    if (done.value) {
      old.value = ''
      pin.value = ''
    }
  }
  return (
    <PinForm action={t('pin.set.do')} says={says.value} busy={busy} onSubmit={submit}>
      <h2>{t('pin.change.title')}</h2>
      <PinField label={t('pin.change.old')} value={old} />
      <PinField label={t('pin.set.new')} hint={t('pin.set.hint')} problem={problem.value} value={pin} />
      {done.value ? (
        <Notice kind="good">
          <p>{t('pin.change.done')}</p>
        </Notice>
      ) : null}
    </PinForm>
  )
}
