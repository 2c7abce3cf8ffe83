/** Whether the ground on which a task left reception still bears it (domain.md 2.7). Pure: no clock, no network, no AWS. */
import { maseruDate } from '../platform/clock.ts'
import { isMinor } from '../registration/age.ts'
import type { ConsentPurpose } from '../registration/consent-purposes.ts'
import type { FastLane } from '../registration/person-fields.ts'
import type { Person } from '../registration/person-record.ts'
import { consentsGiven } from './consents-given.ts'
import type { Task } from './task-record.ts'
import { findTaskType } from './task-types.ts'

type Grounded = Pick<Task, 'type' | 'basis'>

/**
 * The ground of a task as the record has it now. What was raised for a child rests on the duty to protect them; where
 * they turn out to have been grown when it was raised, it rests on what they agreed to, as it would have from the start.
 */
export const groundFor = (
  { type, basis, raisedAt }: Grounded & Pick<Task, 'raisedAt'>,
  { birth }: Pick<FastLane, 'birth'>,
): Grounded =>
  basis === 'PROTECTION_DUTY' &&
  findTaskType(type)?.basis === 'SHARE_DISTRICT' &&
  !isMinor(birth, maseruDate(new Date(raisedAt)))
    ? { type, basis: 'SHARE_DISTRICT' }
    : { type, basis }

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
  task: Grounded & Pick<Task, 'state' | 'raisedAt'>,
  person: Pick<Person, 'fast' | 'consents'> | undefined,
): boolean =>
  person !== undefined && task.state !== 'DONE' && !hasBasis(groundFor(task, person.fast), consentsGiven(person))
