import type { Audit } from '../platform/audit.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, refused } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { receiptRoutes } from './receipt-contract.ts'
import type { ReturnedStore } from './returned-store.ts'
import type { SupportStore } from './support-store.ts'

export interface VerifyParts {
  readonly support: SupportStore
  readonly returned: ReturnedStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** By somebody else than who handed it over, and said once: a receipt that differs is looked into, and not said otherwise later. */
export const verifyReceipt = ({ support, returned, audit, receipt }: VerifyParts) =>
  endpoint(receiptRoutes.verifyReceipt, async ({ params, body, sent, caller, scope, receivedAt }) => {
    const { post, verificationId } = params
    const { receiptId, issuedAt, found, note } = body
    const sample = covers(scope, post) ? await support.findSample(post, issuedAt, receiptId) : undefined
    const shown = sample && (await returned.shown([sample.returnEventId], anywhere(caller)))
    if (sample === undefined || !shown?.has(sample.returnEventId)) return refused('sample-unknown')
    const given = (await support.findEntitlements(sample.returnEventId, scope)) ?? []
    const isOwn = given.some(each => each.receiptId === receiptId && each.officerId === caller.officerId)
    if (isOwn) return refused('not-by-yourself')
    const said = {
      ...{ found, note, verificationId, contentHash: contentHash(sent) },
      ...{ verifiedBy: caller.officerId, verifiedAt: receivedAt.toISOString() },
    }
    const entry = { caller, action: 'verifyReceipt', subjectId: sample.returnEventId, commandId: verificationId }
    if (sample.found === undefined && (await support.verify(post, sample, said, audit.entry(entry))))
      return created(receipt(verificationId, said.verifiedAt))
    const earlier = await support.findSample(post, issuedAt, receiptId)
    if (earlier?.verificationId !== verificationId) return refused('sample-verified')
    return earlier.contentHash === said.contentHash
      ? created(receipt(verificationId, earlier.verifiedAt ?? said.verifiedAt))
      : refused('identifier-reused')
  })
