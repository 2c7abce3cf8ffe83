import { answersAboutPhotos, type WithdrawnPhotos } from '../attachments/withdrawn-photos.ts'
import type { Audit } from '../platform/audit.ts'
import { tabletOf } from '../platform/carried-by.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, type Refused, type Reply, refused } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import type { PersonTasksStore } from '../registration/person-tasks-store.ts'
import type { IntakeReceipt } from './contract.ts'
import { intakeRoutes } from './contract.ts'
import { decideIntake } from './intake-decision.ts'
import type { IntakeOutcome, IntakeStore } from './intake-store.ts'
import type { StoredReceipt } from './return-event.ts'

export interface PutIntakeParts {
  readonly intakes: IntakeStore
  readonly personTasks: PersonTasksStore
  readonly photos: WithdrawnPhotos
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** How often a known person's record may change under us before the tablet is asked to send again. */
const tries = 4

/** One officer, one returnee, one command: everything is stored with the receipt, or nothing is. */
export const putIntake = ({ intakes, personTasks, photos, audit, receipt }: PutIntakeParts) =>
  endpoint(intakeRoutes.putIntake, async (received): Promise<Reply<IntakeReceipt>> => {
    const { intakeId } = received.params
    const hash = contentHash(received.sent)
    const entryOf = (subjectId: string) =>
      audit.entry({ caller: received.caller, action: 'putIntake', subjectId, commandId: intakeId })
    const entries = [intakeId, received.body.personId].map(entryOf)

    const tablet = tabletOf(received.claims)
    if (tablet === undefined && received.body.support.some(({ drawn }) => drawn !== undefined))
      return refused('device-unknown')

    const attempt = async (): Promise<IntakeOutcome | Refused> => {
      const { batchId, row, knownPerson, personId } = received.body
      const [batch, hasRow, person] = await Promise.all([
        intakes.findBatch(batchId, received.scope),
        row === undefined || intakes.hasRow(batchId, row),
        // A repeat returnee may have come through any post; to whom they ruled out, they are not there.
        knownPerson ? intakes.findPerson(personId, anywhere(received.caller)) : undefined,
      ])
      if (!batch) return refused('batch-unknown')
      if (!hasRow) return refused('row-unknown')
      if (knownPerson && !person) return refused('person-unknown')
      const helped = person?.helped && (await intakes.standing(person.helped))
      const decision = decideIntake({
        intakeId,
        intake: received.body,
        batch,
        person: person && (helped === undefined ? person : { ...person, helped }),
        officerId: received.caller.officerId,
        receivedAt: received.receivedAt,
        contentHash: hash,
        tablet,
      })
      return 'refusal' in decision
        ? refused(decision.refusal, decision.detail)
        : intakes.commit({ ...decision.commit, audit: entries })
    }

    // What a known person says now counts for the tasks of earlier returns too; a retry finishes what a first try left.
    const answer = async (stored: StoredReceipt): Promise<Reply<IntakeReceipt>> => {
      const { knownPerson, personId, consents } = received.body
      const by = { commandId: intakeId, at: stored.receivedAt }
      if (knownPerson) await personTasks.settle(personId, by, entryOf(personId))
      if (knownPerson && answersAboutPhotos(consents))
        await photos.settle(personId, stored.receivedAt, () => entryOf(personId))
      return created(answerOf(receipt, intakeId, stored))
    }

    for (let attempts = 1; ; attempts += 1) {
      const outcome = await attempt()
      if ('stored' in outcome) return answer(outcome.stored)
      if (outcome.refusal === 'revision-stale') {
        if (attempts === tries) return refused('try-again')
        continue
      }
      // A retry of what was stored gets its receipt, even where today's rules or stock would refuse it.
      const earlier = await intakes.findEarlier(intakeId, hash)
      if (earlier && 'stored' in earlier) return answer(earlier.stored)
      if (earlier) return refused('identifier-reused')
      return 'items' in outcome ? refused(outcome.refusal, { items: outcome.items }) : outcome
    }
  })

const answerOf = (receipt: MakeReceipt, intakeId: string, stored: StoredReceipt): IntakeReceipt => ({
  ...receipt(intakeId, stored.receivedAt),
  personId: stored.personId,
  displayNumber: stored.displayNumber,
  priority: stored.priority,
  granted: stored.granted,
  disputed: stored.disputed,
  taskCount: stored.taskCount,
  withheldCount: stored.withheldCount,
})
