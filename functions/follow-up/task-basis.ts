/** Whether the ground on which a task left reception still bears it (domain.md 2.7). Pure: no clock, no network, no AWS. */
import type { ConsentPurpose } from '../registration/consent-purposes.ts'
import { consentsGiven } from './consents-given.ts'
import type { Task } from './task-record.ts'
import { findTaskType } from './task-types.ts'

type Grounded = Pick<Task, 'type' | 'basis'>

/** A duty or a vital interest bears a task whatever was answered; consent only as long as every purpose it needs is given. */
export function hasBasis({ type, basis }: Grounded, given: readonly ConsentPurpose[]): boolean {
  if (basis !== 'SHARE_DISTRICT') return true
  const needed: readonly ConsentPurpose[] = ['SHARE_DISTRICT', ...(findTaskType(type)?.alsoNeeds ?? [])]
  return needed.every(purpose => given.includes(purpose))
}

/**
 * Whether an unfinished task has lost its ground by what the person answered last. Of who is not on record nothing can
 * be said, and a finished task needs none.
 */
export const lostBasis = (
  task: Grounded & Pick<Task, 'state'>,
  person: Parameters<typeof consentsGiven>[0] | undefined,
): boolean => person !== undefined && task.state !== 'DONE' && !hasBasis(task, consentsGiven(person))
