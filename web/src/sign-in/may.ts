import { type Action, covers, scopeFor } from '../../../functions/platform/permissions.ts'
import { session } from './session.ts'

/** Whether the officer's groups allow an action at a place. What is not allowed is not offered; the server decides all the same. */
export function may(action: Action, place: string): boolean {
  const scope = scopeFor(action, session.value?.grants ?? [])
  return scope !== undefined && covers(scope, place)
}
