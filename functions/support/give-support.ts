import type { Audit } from '../platform/audit.ts'
import { tabletOf } from '../platform/carried-by.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, type Refused, refused } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { tasksAfterGift } from './gift-tasks.ts'
import { givingRoutes } from './giving-contract.ts'
import type { Gift, GiftOutcome, GivingStore } from './giving-store.ts'
import { catalogueOn, isBasic } from './items.ts'
import { dayOfGiving, judgeGiving } from './judge-giving.ts'
import { beneficiaryIn, limitedFor, recipientIn } from './returned.ts'
import type { ReturnedStore } from './returned-store.ts'
import { helpedBy } from './year-ceiling.ts'

export interface GivingParts {
  readonly giving: GivingStore
  readonly returned: ReturnedStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** How often a person's record may change under us before the officer is asked to send again. */
const tries = 4

/**
 * By the rules of an intake, whatever the return was given before: each item once, but for basic help, and no more than a year
 * allows.
 */
export const giveSupport = ({ giving, returned, audit, receipt }: GivingParts) =>
  endpoint(givingRoutes.giveSupport, async received => {
    const { returnEventId, giftId } = received.params
    const { caller, body } = received
    const hash = contentHash(received.sent)
    const tablet = tabletOf(received.claims)
    if (tablet === undefined && body.support.some(({ drawn }) => drawn !== undefined)) return refused('device-unknown')
    const at = received.receivedAt.toISOString()
    const today = dayOfGiving(tablet, body.deviceTime, received.receivedAt)

    async function attempt(): Promise<GiftOutcome | Refused> {
      const found = await returned.find(returnEventId, received.scope, anywhere(caller))
      if (found === undefined) return notFound()
      const catalogue = catalogueOn(today)
      if (catalogue === undefined) return refused('version-retired')
      const { event, person } = found
      const on = { at, returnEventId }
      const judged = judgeGiving({
        ...{ catalogue, lines: body.support, person: recipientIn(found, today) },
        ...{ helped: await giving.standing(person.helped ?? []), on, tablet },
      })
      if ('refusal' in judged) return refused(judged.refusal, { items: judged.items })
      const items = judged.grants.map(({ item }) => item)
      return giving.give({
        gift: { giftId, contentHash: hash, receivedAt: at },
        returnEventId,
        sourcing: {
          givings: judged.grants.map(grant => ({
            ...{ grant, post: event.post, returnEventId, displayNumber: event.displayNumber, receiptId: giftId },
            ...{ householdId: event.householdId, officerId: caller.officerId, issuedAt: at, proof: body.proof },
            drawn: body.support.find(({ item }) => item === grant.item)?.drawn,
            // another meal on another day is refused to nobody (domain.md 4.2 rule 1)
            ...(isBasic(grant.item) ? { requestId: giftId } : {}),
          })),
          ...{ beneficiary: beneficiaryIn(found), tablet, day: today, disputes: judged.disputes },
        },
        person: limitedFor(person, helpedBy(catalogue, items, on)),
        tasks: await giving.notUnderWay(returnEventId, tasksAfterGift(found, items, received.receivedAt)),
        audit: [returnEventId, person.personId].map(subjectId =>
          audit.entry({ caller, action: 'giveSupport', subjectId, commandId: giftId }),
        ),
      })
    }

    const answer = ({ receivedAt, granted, disputed }: Gift) =>
      created({ ...receipt(giftId, receivedAt), granted, disputed })

    for (let attempts = 1; ; attempts += 1) {
      const outcome = await attempt()
      if ('stored' in outcome) return answer(outcome.stored)
      if (outcome.refusal === 'revision-stale' && attempts < tries) continue
      if (outcome.refusal === 'not-found') return notFound()
      // a retry of what was stored gets its receipt, even where today's rules or stock would refuse it
      const earlier = await giving.findGift(returnEventId, giftId)
      if (earlier !== undefined) return earlier.contentHash === hash ? answer(earlier) : refused('identifier-reused')
      if (outcome.refusal === 'revision-stale') return refused('try-again')
      return 'items' in outcome ? refused(outcome.refusal, { items: outcome.items }) : outcome
    }
  })
