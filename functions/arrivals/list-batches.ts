import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import type { BatchStore } from './batch-store.ts'
import { summaryOf } from './batch-summary.ts'
import { arrivalsRoutes } from './contract.ts'

/** The latest batches of one of the caller's posts: counts of people, nobody's record. */
export const listBatches = (batches: BatchStore) =>
  endpoint(arrivalsRoutes.listBatches, async ({ query: { post }, scope }) => {
    const found = await batches.latest(post, scope)
    return found ? ok({ batches: found.map(summaryOf) }) : notFound()
  })
