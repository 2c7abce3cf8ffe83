/**
 * A screen as it stands in the zone. Nothing here says about whom it is or what was answered: that stays in the
 * envelope, which is opened again for each officer who may read it.
 */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { protectionQueues, workOrder } from '../platform/tables.ts'
import { type ScreenRoute, screenRoutes } from '../screening/private-screen-rules.ts'
import { SealedEnvelope } from '../screening/sealed-envelope.ts'
import { screenProblems } from './contract.ts'
import { protectionTasks, taskOf } from './screen-judgement.ts'

export const storedScreen = storedShape(1, () =>
  z.object({
    screenId: z.string(),
    /** Where its envelope lies. */
    sealedId: z.string(),
    route: z.enum(screenRoutes),
    task: z.optional(z.object({ type: z.enum(protectionTasks), dueAt: z.string() })),
    state: z.enum(['OPEN', 'DECIDED']),
    problem: z.optional(z.enum(screenProblems)),
    /** The screen that came first under the same id, with other content. */
    conflictsWith: z.optional(z.string()),
    receivedAt: z.string(),
    revision: z.int(),
  }),
)
export type Screen = Stored<typeof storedScreen>

export type ArrivedScreen = Pick<Screen, 'screenId' | 'sealedId' | 'receivedAt' | 'problem' | 'conflictsWith'> & {
  readonly route: ScreenRoute
}

/** A screen that has just been taken in. One that asks for nothing stands in a queue too: all are stored alike. */
export function newScreen(arrived: ArrivedScreen): Screen & { workQueue: string; workOrder: string } {
  const task = taskOf(arrived.route, new Date(arrived.receivedAt))
  return {
    ...arrived,
    ...(task === undefined ? {} : { task }),
    state: 'OPEN',
    revision: 1,
    workQueue: task === undefined ? protectionQueues.kept : protectionQueues.waiting,
    workOrder: workOrder(task?.dueAt ?? arrived.receivedAt, arrived.screenId),
  }
}

/** What an officer of the zone decided. Its words are sealed like a screen, since they tell as much. */
export const storedDecision = storedShape(1, () =>
  z.object({ decisionId: z.string(), envelope: SealedEnvelope, receivedAt: z.string() }),
)
export type Decision = Stored<typeof storedDecision>
