import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import type { BatchStore } from './batch-store.ts'
import { summaryOf } from './batch-summary.ts'
import { boardOf, type OnBoard } from './board.ts'
import { arrivalsRoutes } from './contract.ts'
import type { Counted } from './counted-outcome.ts'
import { lackedIn } from './lacked.ts'

const onBoard = ({ outcome, deviceTime, receivedAt, urgentFlags, granted, notGiven }: Counted): OnBoard => ({
  outcome,
  at: deviceTime ?? receivedAt,
  urgentFlags: urgentFlags ?? [],
  granted: (granted ?? []).map(({ item }) => item),
  notGiven: lackedIn(notGiven ?? []),
})

/** How an arrival stands, in counts and times: nobody's name, number or reason. */
export const readBoard = (batches: BatchStore) =>
  endpoint(arrivalsRoutes.readBoard, async ({ params: { batchId }, scope }) => {
    const batch = await batches.findBatch(batchId, scope)
    if (!batch) return notFound()
    const [counted, countedAt] = await Promise.all([batches.counted(batch), batches.countedAt(batch)])
    return ok(boardOf(summaryOf(batch), countedAt, counted.map(onBoard)))
  })
