import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { isEligible } from './allocation.ts'
import { tasksAfterGift } from './gift-tasks.ts'
import type { GivingParts } from './give-support.ts'
import { givingRoutes } from './giving-contract.ts'
import { catalogueOn } from './items.ts'
import type { Request } from './request-record.ts'
import { beneficiaryIn, limitedFor, type Returned, recipientIn } from './returned.ts'
import { helpedBy } from './year-ceiling.ts'

/** How often a person's record may change under us before the supervisor is asked to send again. */
const tries = 4

/** Somebody else than who asked. What is granted is drawn from the desk with the answer, or neither stands. */
export const answerRequest = ({ giving, returned, audit, receipt }: GivingParts) =>
  endpoint(givingRoutes.answerRequest, async ({ params, body, sent, caller, scope, receivedAt }) => {
    const { post, answerId } = params
    const { requestId, decision } = body
    if (!covers(scope, post)) return refused('request-unknown')
    const hash = contentHash(sent)
    const at = receivedAt.toISOString()
    const today = maseruDate(receivedAt)
    const answer = {
      ...{ answerId, answerHash: hash, answeredBy: caller.officerId, answeredAt: at, answerReason: body.reason },
      state: decision === 'GRANT' ? ('GRANTED' as const) : ('REFUSED' as const),
    }
    const entriesFor = (...subjects: readonly string[]) =>
      subjects.map(subjectId => audit.entry({ caller, action: 'answerRequest', subjectId, commandId: answerId }))

    async function grant({ item, quantity, returnEventId, displayNumber }: Request, found: Returned) {
      const { person, event } = found
      const catalogue = catalogueOn(today)
      if (catalogue === undefined) return { refusal: 'version-retired' as const }
      // who they are may have been put right since it was asked for
      if (!isEligible(catalogue, item, recipientIn(found, today)))
        return { refusal: 'not-eligible' as const, items: [item] }
      const helped = helpedBy(catalogue, [item], { at, returnEventId, requestId })
      const commit = {
        gift: { giftId: answerId, contentHash: hash, receivedAt: at },
        returnEventId,
        sourcing: {
          givings: [
            {
              grant: { item, quantity, unit: 'return' as const },
              ...{ drawn: undefined, proof: body.proof, issuedAt: at },
              ...{ post, returnEventId, displayNumber, receiptId: answerId, requestId },
              ...{ householdId: event.householdId, officerId: caller.officerId },
            },
          ],
          ...{ beneficiary: beneficiaryIn(found), tablet: undefined, day: today, disputes: new Map() },
        },
        person: limitedFor(person, helped),
        tasks: await giving.notUnderWay(returnEventId, tasksAfterGift(found, [item], receivedAt)),
        audit: entriesFor(returnEventId, person.personId),
      }
      return giving.grant(commit, post, requestId, answer)
    }

    for (let attempts = 1; ; attempts += 1) {
      const request = await giving.findRequest(post, requestId)
      if (request === undefined) return refused('request-unknown')
      if (request.state !== 'OPEN') {
        const isRetry = request.answerId === answerId && request.answerHash === hash
        return isRetry ? created(receipt(answerId, request.answeredAt ?? at)) : refused('request-answered')
      }
      const found = await returned.find(request.returnEventId, scope, anywhere(caller))
      if (found === undefined) return notFound()
      if (request.askedBy === caller.officerId) return refused('not-by-yourself')
      if (decision === 'REFUSE') {
        if (await giving.refuse(post, requestId, answer, entriesFor(request.returnEventId)))
          return created(receipt(answerId, at))
        continue
      }
      const outcome = await grant(request, found)
      if ('stored' in outcome) return created(receipt(answerId, at))
      if ('items' in outcome) return refused(outcome.refusal, { items: outcome.items })
      if (outcome.refusal === 'identifier-reused' || outcome.refusal === 'version-retired')
        return refused(outcome.refusal)
      if (attempts === tries) return refused('try-again')
    }
  })
