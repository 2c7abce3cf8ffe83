/** Whether a task opens to somebody, and what of the person opens with it (domain.md 5.2). Pure: no clock, no network, no AWS. */
import type { Caller } from '../platform/caller.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import type { Person } from '../registration/person-record.ts'
import type { PersonName } from './contract.ts'
import { isHeldBy } from './masked-task.ts'
import { isExcluded } from './task-access.ts'
import { lostBasis } from './task-basis.ts'
import type { Task } from './task-record.ts'

/** Undefined where it opens. `at`: UTC instant. Whom the person ruled out learns no more than that nothing is there. */
export function whyNotOpened(
  { task, person }: { readonly task: Task; readonly person: Person | undefined },
  caller: Caller,
  at: string,
): Extract<RefusalWord, 'not-found' | 'task-finished' | 'task-not-yours'> | undefined {
  if (isExcluded(caller, person?.full?.exclusions)) return 'not-found'
  if (task.state === 'DONE' || lostBasis(task, person)) return 'task-finished'
  return isHeldBy(task, caller.officerId, at) ? undefined : 'task-not-yours'
}

/** Enough to know of whom a line is, and no more. */
export const nameAndVillage = ({ fast: { names }, full }: Pick<Person, 'fast' | 'full'>): PersonName => ({
  givenNames: names.givenNames,
  surname: names.surname,
  ...(full?.destination?.village === undefined ? {} : { village: full.destination.village }),
})
