import { taskId } from '../follow-up/task-id.ts'
import { taskTypeNames, taskTypes } from '../follow-up/task-types.ts'
import type { Audit } from '../platform/audit.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { type CompletionDecision, decideCompletion } from './completion.ts'
import { registrationRoutes } from './contract.ts'
import { atTheirPosts } from './person-access.ts'
import type { Person } from './person-record.ts'
import type { Completion, CompletionCommit, PersonStore } from './person-store.ts'

export interface CompletePersonParts {
  readonly persons: PersonStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** How often a task may be raised by another command between our look and our write. */
const tries = 3

/** Every task that a return event can have raised, whether it did or not. */
const possibleTasks = (returnEventId: string): string[] =>
  taskTypeNames.flatMap(type => taskTypes[type].dues.map((_, index) => taskId(returnEventId, type, index + 1)))

/** What must be raised, and which tasks under way must learn whom the person has ruled out since. */
async function taskWork(
  persons: PersonStore,
  person: Person,
  decision: CompletionDecision,
): Promise<Pick<CompletionCommit, 'newTasks' | 'keptFrom'>> {
  const ruledOutMore = (decision.full.exclusions?.length ?? 0) > (person.full?.exclusions?.length ?? 0)
  const asked = decision.tasks.map(task => task.taskId)
  const others = ruledOutMore ? person.returns.flatMap(({ returnEventId }) => possibleTasks(returnEventId)) : []
  const standing = await persons.standing([...new Set([...asked, ...others])])
  const ids = new Set(standing.map(task => task.taskId))
  return {
    newTasks: decision.tasks.filter(task => !ids.has(task.taskId)),
    keptFrom: ruledOutMore ? standing.filter(({ state }) => state !== 'DONE') : [],
  }
}

/**
 * Adds the full tier to a person who is registered already. What is sent replaces the fields it names, under the revision
 * the officer saw; the whole record is judged again, and what it now asks for is raised in the same transaction, under the
 * ids the intake would have used. Refuses `revision-stale` where somebody changed the person first.
 */
export const completePerson = ({ persons, audit, receipt }: CompletePersonParts) =>
  endpoint(registrationRoutes.completePerson, async ({ params, body, sent, caller, scope, receivedAt }) => {
    const { personId, completionId } = params
    const hash = contentHash(sent)
    const answer = (earlier: Completion) =>
      earlier.contentHash === hash ? created(receipt(completionId, earlier.receivedAt)) : refused('identifier-reused')

    const before = await persons.findCompletion(personId, completionId)
    if (before) return answer(before)
    const person = await persons.findPerson(personId, atTheirPosts(caller, scope))
    const returned = person?.returns.find(({ returnEventId }) => returnEventId === body.returnEventId)
    if (!person || !returned) return notFound()
    if (person.revision !== body.revision) return refused('revision-stale')

    const returnEvent = await persons.getReturnEvent(returned)
    const { full: said, versions, deviceTime } = body
    const decision = decideCompletion({ person, returnEvent, said, rulesVersion: versions.rules, receivedAt })
    if ('refusal' in decision)
      return 'detail' in decision ? refused(decision.refusal, decision.detail) : refused(decision.refusal)

    const now = receivedAt.toISOString()
    const entry = audit.entry({ caller, action: 'completePerson', subjectId: personId, commandId: completionId })
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const outcome = await persons.complete(
        {
          personId,
          completionId,
          returned,
          said,
          contentHash: hash,
          receivedAt: now,
          officerId: caller.officerId,
          deviceTime,
          seenRevision: body.revision,
          decision,
          ...(await taskWork(persons, person, decision)),
        },
        entry,
      )
      if (outcome === 'stored') return created(receipt(completionId, now))
      if (outcome === 'revision-stale') return refused(outcome)
      if (outcome !== 'task-raised-meanwhile') return answer(outcome.earlier)
    }
    return refused('try-again')
  })
