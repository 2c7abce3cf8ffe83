import type { Audit } from '../platform/audit.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { rolesAt } from '../platform/permissions.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { districtOfPerson } from './basic-facts.ts'
import { confirmsCaregiver } from './caregiver.ts'
import { type CompletionDecision, decideCompletion } from './completion.ts'
import { registrationRoutes } from './contract.ts'
import { anywhere, atTheirPosts } from './person-access.ts'
import type { Person } from './person-record.ts'
import type { Completion, CompletionCommit, PersonStore } from './person-store.ts'
import { correctionsFor } from './person-tasks.ts'
import type { PersonTasksStore } from './person-tasks-store.ts'
import { versionReplaced } from './person-version.ts'

export interface CompletePersonParts {
  readonly persons: PersonStore
  readonly personTasks: PersonTasksStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** How often a task may be raised or moved by another command between our look and our write. */
const tries = 5

/** Whether tasks that stand may have to follow: whom the person rules out, where they live, whether they are a child. */
function bearsOnTasks(person: Person, { fast, full }: CompletionDecision): boolean {
  const ruledOut = (of: Pick<Person, 'full'>) => of.full?.exclusions?.length ?? 0
  return (
    ruledOut({ full }) > ruledOut(person) ||
    districtOfPerson({ fast, full }) !== districtOfPerson(person) ||
    contentHash(fast.birth) !== contentHash(person.fast.birth)
  )
}

/** What must be raised, and which tasks and plans of any return must follow what the record says now. */
async function taskWork(
  { persons, personTasks }: Pick<CompletePersonParts, 'persons' | 'personTasks'>,
  person: Person,
  decision: CompletionDecision,
  now: string,
): Promise<Pick<CompletionCommit, 'newTasks' | 'corrections'>> {
  const standing = await persons.standing(decision.tasks.map(task => task.taskId))
  const newTasks = decision.tasks.filter(task => !standing.some(({ taskId }) => taskId === task.taskId))
  const raisesForSomeRuledOut = newTasks.length > 0 && (decision.full.exclusions?.length ?? 0) > 0
  if (!bearsOnTasks(person, decision) && !raisesForSomeRuledOut) return { newTasks, corrections: [] }
  const work = await personTasks.workOf(person.returns.map(({ returnEventId }) => returnEventId))
  const { fast, full } = decision
  return { newTasks, corrections: correctionsFor({ ...person, fast, full }, work, now, newTasks) }
}

/**
 * Adds the full tier to a person who is registered already, or corrects their basic facts. What is sent replaces the
 * fields it names, under the revision the officer saw, and what they held is kept; the whole record is judged again, and
 * what it now asks for is raised in the same transaction, under the ids the intake would have used. Refuses
 * `revision-stale` where somebody changed the person first.
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
    const { full: said, basic, cleared, versions, deviceTime } = body
    const { officerId } = caller
    const decision = decideCompletion({
      ...{ person, returnEvent, said, basic, cleared, rulesVersion: versions.rules, officerId, receivedAt },
      mayConfirmCustody: rolesAt('custody.confirm', caller.grants, returned.post).length > 0,
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
          otherReturns: person.returns.filter(each => each !== returned),
          said,
          basic,
          cleared,
          version: versionReplaced(person, decision, {
            ...{ commandId: completionId, officerId, deviceTime, replacedAt: now },
          }),
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
