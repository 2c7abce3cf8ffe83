/** Whoever signs in again beside their work gets a new pass with it; the form that is open stays open. */
import { effect } from '@preact/signals'
import { freshSignIn } from '../sign-in/session.ts'
import { working } from './working.ts'

/** Once, when the application starts. */
export function renewPassesWhileWorking(): void {
  effect(() => {
    const officerId = freshSignIn.value?.officerId
    if (officerId === undefined || working.value?.officerId !== officerId) return
    freshSignIn.value = undefined
    void import('./open-pass.ts').then(({ openPass }) => openPass(officerId))
  })
}
