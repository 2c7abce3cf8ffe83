/** What a gift after the intake asks of a district: the call that hears, weeks later, whether it came (domain.md 4.5). Pure. */
import { consentsGiven } from '../follow-up/consents-given.ts'
import { nobodyLeft } from '../follow-up/task-access.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { tasksForGift } from '../follow-up/task-triggers.ts'
import { districtTask, otherHandlerTask } from '../intake/intake-tasks.ts'
import { maseruDate } from '../platform/clock.ts'
import { isMinor } from '../registration/age.ts'
import { subjectOfReturn } from '../registration/return-tasks.ts'
import type { ItemCode } from './items.ts'
import type { Returned } from './returned.ts'

/** By what the person agrees to now. One call asks for everything of a return: while one is under way, none is added. */
export function tasksAfterGift({ event, person }: Returned, items: readonly ItemCode[], at: Date): NewTask[] {
  const givenAt = at.toISOString()
  const { fast, full } = person
  const ground = {
    district: full?.destination?.district ?? fast.homeDistrict,
    isMinor: isMinor(fast.birth, maseruDate(at)),
    consentsGiven: consentsGiven(person),
  }
  const subject = subjectOfReturn({ person, full, returnEvent: event }, givenAt)
  const calls = tasksForGift(ground, givenAt, items).tasks.map(task => districtTask(subject, task))
  return calls.some(nobodyLeft) ? [...calls, otherHandlerTask(subject, event.post)] : calls
}
