import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { reintegrationRoutes } from './contract.ts'
import { planScope } from './plan-access.ts'
import type { PlanQueueStore } from './plan-queue-store.ts'

/** More than any officer follows at once. */
const mostListed = 200

/** The district's plans that are not ended. On record as one entry that names the query. */
export const listPlans = (queues: PlanQueueStore) =>
  endpoint(reintegrationRoutes.listPlans, async ({ query: { district, state }, caller, scope }) => {
    if (!covers(scope, district)) return notFound()
    const found = await queues.list({ district, state }, mostListed, planScope(caller, 'plan.read'))
    return ok({ plans: [...found.plans], more: found.more }, [['PLANS', district, state].join('#')])
  })
