/** A try to reach somebody, as it is being told: how it was tried, and what happened. */
import { type Signal, signal } from '@preact/signals'
import type { ContactAttempt } from '../../../functions/follow-up/contract.ts'

export interface AttemptDraft {
  readonly channel: Signal<ContactAttempt['channel'] | undefined>
  readonly code: Signal<ContactAttempt['code'] | undefined>
}

export const attemptDraft = (): AttemptDraft => ({ channel: signal(undefined), code: signal(undefined) })

/** Undefined until both are said. */
export const readAttempt = ({ channel, code }: AttemptDraft): ContactAttempt | undefined =>
  channel.value === undefined || code.value === undefined ? undefined : { channel: channel.value, code: code.value }
