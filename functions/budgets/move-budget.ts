import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import type { Told } from '../supplies/stock-moves.ts'
import { moveLine } from './budget-moves.ts'
import type { BudgetParts } from './budget-parts.ts'
import { budgetsRoutes } from './contract.ts'
import type { BudgetMove } from './shapes.ts'

/** A move between a line and a store stands in the store's book; the others in the project's own. */
const placeOf = (projectCode: string, move: BudgetMove): string =>
  'place' in move ? move.place : `PROJECT/${projectCode}`

export const moveBudget = (parts: BudgetParts) =>
  endpoint(budgetsRoutes.moveBudget, async ({ params, body, sent, caller, receivedAt }) => {
    const { projectCode, lineCode, moveId } = params
    const told: Told = {
      // one store's book takes the moves of every line: the path is part of what was said
      ...{ moveId, place: placeOf(projectCode, body.move), contentHash: contentHash({ projectCode, lineCode, sent }) },
      ...{ officerId: caller.officerId, deviceTime: body.deviceTime },
      ...{ receivedAt: receivedAt.toISOString(), today: maseruDate(receivedAt) },
    }
    const outcome = await moveLine(
      parts,
      told,
      { projectCode, lineCode, move: body.move },
      parts.audit.entry({
        ...{ caller, action: 'moveBudget', commandId: moveId },
        subjectId: `PROJECT#${projectCode}`,
      }),
    )
    return 'refusal' in outcome ? refused(outcome.refusal) : created(parts.receipt(moveId, outcome.move.receivedAt))
  })
