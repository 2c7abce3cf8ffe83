import { contentHash } from '../platform/content-hash.ts'
import { endpoint, type Received } from '../platform/endpoint.ts'
import { covers, scopeFor } from '../platform/permissions.ts'
import { created, type Refused, refused } from '../platform/reply.ts'
import type { Batch } from './batch-record.ts'
import { batchTransitions } from './batch-states.ts'
import type { BatchClosing } from './batch-store.ts'
import { balanceOf, decideClosing } from './closing.ts'
import { arrivalsRoutes } from './contract.ts'
import type { Counted } from './counted-outcome.ts'
import type { BatchParts } from './open-batch.ts'
import { unexplainedTask } from './unexplained-task.ts'

type Closing = Received<typeof arrivalsRoutes.closeBatch>

/** How often an outcome or a count may arrive between our look and our write before the tablet is asked to send again. */
const tries = 5

function closingOf(seen: Batch, counted: readonly Counted[], asked: Closing): BatchClosing | Refused {
  const { body, sent, caller, params, receivedAt } = asked
  const balance = balanceOf(
    seen,
    counted.map(({ outcome }) => outcome),
  )
  const unexplained = scopeFor('batch.close-unexplained', caller.grants)
  const decision = decideClosing(balance, {
    mayLeaveUnexplained: unexplained !== undefined && covers(unexplained, seen.post),
    reason: body.reason,
  })
  const { headcount, difference } = balance
  if ('refusal' in decision) return refused(decision.refusal, { headcount, difference })
  const closedAt = receivedAt.toISOString()
  const { batchId, post } = seen
  return {
    seen,
    action: decision.action,
    closing: {
      closingId: params.closingId,
      contentHash: contentHash(sent),
      deviceTime: body.deviceTime,
      closedAt,
      officerId: caller.officerId,
      balance,
      reason: body.reason,
    },
    task:
      decision.action === 'closeUnexplained'
        ? unexplainedTask({ batchId, post, closedAt, reason: body.reason })
        : undefined,
  }
}

/**
 * Closes a batch. One that does not balance is closed by a supervisor of the post alone, with a reason; the difference
 * is kept and becomes a task for the next shift, in the same transaction. An outcome that races a closing is either in
 * the balance or refused; a late intake is a physical fact and is taken after the closing too.
 */
export const closeBatch = ({ batches, audit, receipt }: BatchParts) =>
  endpoint(arrivalsRoutes.closeBatch, async asked => {
    const { params, sent, caller, scope } = asked
    const answer = (closing: NonNullable<Batch['closing']>, state: Batch['state']) =>
      created({ ...receipt(closing.closingId, closing.closedAt), state, balance: closing.balance })

    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const seen = await batches.findBatch(params.batchId, scope)
      if (!seen) return refused('batch-unknown')
      if (seen.closing) {
        if (seen.closing.closingId !== params.closingId) return refused('batch-closed')
        return seen.closing.contentHash === contentHash(sent)
          ? answer(seen.closing, seen.state)
          : refused('identifier-reused')
      }
      const closing = closingOf(seen, await batches.counted(seen), asked)
      if ('refusal' in closing) return closing
      const entry = audit.entry({
        caller,
        action: 'closeBatch',
        subjectId: params.batchId,
        commandId: params.closingId,
      })
      if ((await batches.close(closing, entry)) === 'closed')
        return answer(closing.closing, batchTransitions[closing.action].to)
    }
    return refused('try-again')
  })
