/**
 * What may be done with a task in which state: one table (domain.md 5.2, style.md rule 6). A store writes
 * `statesThatAllow(taskTransitions, action)` as the condition of its write, and asks `taskRefusal` why it failed.
 */
import type { RefusalWord } from '../platform/refusals.ts'
import type { TransitionTable } from '../platform/transitions.ts'
import type { taskStates } from './task-words.ts'

export type TaskState = (typeof taskStates)[number]

export const taskActions = [
  'claim',
  'release',
  'lapse',
  'complete',
  'escalate',
  'lose-basis',
  'regain-basis',
  'end-with-plan',
  'move',
  'arrive',
] as const
export type TaskAction = (typeof taskActions)[number]

export const taskTransitions = {
  claim: { from: ['OPEN'], to: 'CLAIMED' },
  release: { from: ['CLAIMED'], to: 'OPEN' },
  /** The claim was held too long: the task is open to others again. */
  lapse: { from: ['CLAIMED'], to: 'OPEN' },
  complete: { from: ['CLAIMED'], to: 'DONE' },
  /** Overdue: the next on the roster is called, whoever holds it. */
  escalate: { from: ['OPEN', 'CLAIMED'], to: 'UNCHANGED' },
  /** The ground on which it left reception is gone, whoever holds it; and is there again, which no other end allows. */
  'lose-basis': { from: ['OPEN', 'CLAIMED'], to: 'DONE' },
  'regain-basis': { from: ['DONE'], to: 'OPEN' },
  /** The plan that asked for it was stopped, whoever holds it. */
  'end-with-plan': { from: ['OPEN', 'CLAIMED'], to: 'DONE' },
  /** The person lives elsewhere: the district they live in finds it open, whoever held it. */
  move: { from: ['OPEN', 'CLAIMED'], to: 'OPEN' },
  /** The trip they rode on has set them down: what still asks whether they are home, and nobody has taken, is answered. */
  arrive: { from: ['OPEN'], to: 'DONE' },
} as const satisfies TransitionTable<TaskState, TaskAction>

/** Why an action was not possible from the state the task was found in. */
export function taskRefusal(
  action: TaskAction,
  found: TaskState,
): Extract<RefusalWord, 'task-finished' | 'task-already-claimed' | 'task-not-yours'> {
  if (found === 'DONE') return 'task-finished'
  return action === 'claim' ? 'task-already-claimed' : 'task-not-yours'
}
