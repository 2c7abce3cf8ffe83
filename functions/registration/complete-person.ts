import type { Audit } from '../platform/audit.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { confirmsCaregiver } from './caregiver.ts'
import { type CompletionDecision, decideCompletion } from './completion.ts'
import { registrationRoutes } from './contract.ts'
import { anywhere, atTheirPosts } from './person-access.ts'
import type { FullTier } from './person-fields.ts'
import type { Person } from './person-record.ts'
import type { Completion, CompletionCommit, PersonStore } from './person-store.ts'
import { correctionsFor } from './person-tasks.ts'
import type { PersonTasksStore } from './person-tasks-store.ts'

export interface CompletePersonParts {
  readonly persons: PersonStore
  readonly personTasks: PersonTasksStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** How often a task may be raised or moved by another command between our look and our write. */
const tries = 5

/** What must be raised, and which tasks and plans of any return must learn whom the person has ruled out since. */
async function taskWork(
  { persons, personTasks }: Pick<CompletePersonParts, 'persons' | 'personTasks'>,
  person: Person,
  decision: CompletionDecision,
  now: string,
): Promise<Pick<CompletionCommit, 'newTasks' | 'corrections'>> {
  const standing = await persons.standing(decision.tasks.map(task => task.taskId))
  const newTasks = decision.tasks.filter(task => !standing.some(({ taskId }) => taskId === task.taskId))
  const ruledOut = decision.full.exclusions?.length ?? 0
  const ruledOutMore = ruledOut > (person.full?.exclusions?.length ?? 0)
  if (ruledOut === 0 || (!ruledOutMore && newTasks.length === 0)) return { newTasks, corrections: [] }
  const work = await personTasks.workOf(person.returns.map(({ returnEventId }) => returnEventId))
  return { newTasks, corrections: correctionsFor({ ...person, full: decision.full }, work, now, newTasks) }
}

/** What the record said before in the fields that this command fills anew or empties: nothing is overwritten for good. */
function replacedBy(known: FullTier | undefined, said: FullTier, cleared: readonly string[] = []): FullTier {
  const touched = new Set([...Object.keys(said), ...cleared])
  return Object.fromEntries(
    Object.entries(known ?? {}).filter(([field]) => touched.has(field) && field !== 'exclusions'),
  )
}

/**
 * Adds the full tier to a person who is registered already. What is sent replaces the fields it names, under the revision
 * the officer saw; the whole record is judged again, and what it now asks for is raised in the same transaction, under the
 * ids the intake would have used. Refuses `revision-stale` where somebody changed the person first.
 */
export const completePerson = ({ persons, personTasks, audit, receipt }: CompletePersonParts) =>
  endpoint(registrationRoutes.completePerson, async ({ params, body, sent, caller, scope, receivedAt }) => {
    const { personId, completionId } = params
    const hash = contentHash(sent)
    const entry = audit.entry({ caller, action: 'completePerson', subjectId: personId, commandId: completionId })
    // What one transaction could not hold is done before the receipt, by a retry if need be.
    const stored = async (at: string) => {
      await personTasks.settle(personId, { commandId: completionId, at }, entry)
      return created(receipt(completionId, at))
    }
    const answer = (earlier: Completion) =>
      earlier.contentHash === hash ? stored(earlier.receivedAt) : refused('identifier-reused')

    const before = await persons.findCompletion(personId, completionId)
    if (before) return answer(before)
    const person = await persons.findPerson(personId, atTheirPosts(caller, scope))
    const returned = person?.returns.find(({ returnEventId }) => returnEventId === body.returnEventId)
    if (!person || !returned) return notFound()
    if (person.revision !== body.revision) return refused('revision-stale')

    const returnEvent = await persons.getReturnEvent(returned)
    const { full: said, cleared, versions, deviceTime } = body
    const { officerId } = caller
    const decision = decideCompletion({
      ...{ person, returnEvent, said, cleared, rulesVersion: versions.rules, officerId, receivedAt },
    })
    if ('refusal' in decision)
      return 'detail' in decision ? refused(decision.refusal, decision.detail) : refused(decision.refusal)
    const caregiverId = decision.full.care?.caregiver?.personId
    // A claim may name somebody whose own record is still on its way; what is confirmed must be there.
    if (caregiverId !== undefined && confirmsCaregiver(person.full, decision.full)) {
      const caregiver = await persons.findPerson(caregiverId, anywhere(caller))
      if (!caregiver) return refused('person-unknown')
    }

    const now = receivedAt.toISOString()
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const outcome = await persons.complete(
        {
          personId,
          completionId,
          returned,
          said,
          cleared,
          replaced: replacedBy(person.full, said, cleared),
          contentHash: hash,
          receivedAt: now,
          officerId,
          deviceTime,
          seenRevision: body.revision,
          decision,
          ...(await taskWork({ persons, personTasks }, person, decision, now)),
        },
        entry,
      )
      if (outcome === 'stored') return stored(now)
      if (outcome === 'revision-stale') return refused(outcome)
      if (outcome !== 'task-moved-meanwhile') return answer(outcome.earlier)
    }
    return refused('try-again')
  })
