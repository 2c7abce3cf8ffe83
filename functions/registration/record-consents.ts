import { answersAboutPhotos, type WithdrawnPhotos } from '../attachments/withdrawn-photos.ts'
import { isHeldBy } from '../follow-up/masked-task.ts'
import { taskScope } from '../follow-up/task-access.ts'
import { lostBasis } from '../follow-up/task-basis.ts'
import { finishedWith } from '../follow-up/task-desks.ts'
import type { Task } from '../follow-up/task-record.ts'
import type { TaskStore } from '../follow-up/task-store.ts'
import type { Audit } from '../platform/audit.ts'
import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint, type Received } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, type Refused, refused } from '../platform/reply.ts'
import { agreesToMore, checkAnswers, decideAnswers } from './consent-decision.ts'
import type { AnswersCommit, ConsentStore } from './consent-store.ts'
import { registrationRoutes } from './contract.ts'
import { keptAnswers } from './kept-consent.ts'
import { anywhere, atTheirPosts } from './person-access.ts'
import type { Person } from './person-record.ts'
import type { PersonStore } from './person-store.ts'
import type { PersonTasksStore } from './person-tasks-store.ts'

export interface RecordConsentsParts {
  readonly persons: PersonStore
  readonly tasks: TaskStore
  readonly consents: ConsentStore
  readonly personTasks: PersonTasksStore
  readonly photos: WithdrawnPhotos
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

type Asked = Received<typeof registrationRoutes.recordConsents>
type Reached = { readonly person: Person; readonly task?: Task }

/** How often others may move the person or a task of theirs between our look and our write. */
const tries = 6

/**
 * Records what a person agrees to or takes back after the intake (domain.md 2.7), with all that follows for their tasks,
 * in one transaction; a photograph without a yes goes before the receipt. Where the task asked for these answers, they
 * finish it. Refuses `guardian-needed` for a child's
 * answer that says not whose it is.
 */
export const recordConsents = (parts: RecordConsentsParts) =>
  endpoint(registrationRoutes.recordConsents, async asked => {
    const { persons, consents, personTasks, photos, audit, receipt } = parts
    const { params, body, sent, caller, receivedAt } = asked
    const { personId, consentId } = params
    const hash = contentHash(sent)
    const entry = (subjectId: string) =>
      audit.entry({ caller, action: 'recordConsents', subjectId, commandId: consentId })
    // What one transaction could not hold, and what an interrupted first try left undone, is done before the receipt.
    const answer = async (at: string) => {
      await personTasks.settle(personId, { commandId: consentId, at }, entry(personId))
      if (answersAboutPhotos(body.answers)) await photos.settle(personId, at, () => entry(personId))
      return created(receipt(consentId, at))
    }

    const now = receivedAt.toISOString()
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const earlier = await consents.findEarlier(personId, consentId)
      if (earlier) return earlier.contentHash === hash ? answer(earlier.receivedAt) : refused('identifier-reused')
      const reached = await reach(parts, asked)
      if ('refusal' in reached) return reached
      const { person, task } = reached
      const problem = checkAnswers(person, body.answers, maseruDate(receivedAt))
      if (problem) return refused(problem)

      const by = { officerId: caller.officerId, deviceTime: body.deviceTime, receivedAt: now }
      const after = { ...person, consents: [...person.consents, ...keptAnswers(body.answers, by)] }
      const [work, returnEvents] = await Promise.all([
        personTasks.workOf(person.returns.map(({ returnEventId }) => returnEventId)),
        agreesToMore(person, after) ? Promise.all(person.returns.map(persons.getReturnEvent)) : [],
      ])
      const commit: AnswersCommit = {
        personId,
        consentId,
        contentHash: hash,
        receivedAt: now,
        consents: after.consents,
        added: body.answers.length,
        seenRevision: person.revision,
        within: task && { task, finish: finishing(task, asked, hash) },
        corrections: decideAnswers({ before: person, after, work, returnEvents, now }),
      }
      const moved = commit.corrections.flatMap(each => ('plan' in each ? [each.plan.planId] : []))
      const subjects = [personId, ...(task ? [task.taskId] : []), ...moved]
      if ((await consents.record(commit, subjects.map(entry))) === 'stored') return answer(now)
    }
    return refused('try-again')
  })

/** The person, to reception where they came back, or to who holds the named task about them; out of scope is absent. */
async function reach({ persons, tasks }: RecordConsentsParts, asked: Asked): Promise<Reached | Refused> {
  const { params, body, caller, scope, receivedAt } = asked
  if (body.taskId === undefined) {
    const person = await persons.findPerson(params.personId, atTheirPosts(caller, scope))
    return person ? { person } : notFound()
  }
  const task = await tasks.find(body.taskId, taskScope(caller, 'consent.record'))
  const person = await persons.findPerson(params.personId, anywhere(caller))
  if (!task || !person || task.personId !== person.personId) return notFound()
  if (task.state === 'DONE' || lostBasis(task, person)) return refused('task-finished')
  return isHeldBy(task, caller.officerId, receivedAt.toISOString()) ? { person, task } : refused('task-not-yours')
}

/** Answers finish the task that asked for them, whatever they are: it is done once the person was asked in peace. */
const finishing = (task: Task, { params, body, caller, receivedAt }: Asked, hash: string) =>
  finishedWith(task.type) === 'CONSENTS'
    ? {
        task,
        completionId: params.consentId,
        officerId: caller.officerId,
        outcome: 'PROVIDED' as const,
        deviceTime: body.deviceTime,
        finishedAt: receivedAt.toISOString(),
        contentHash: hash,
      }
    : undefined
