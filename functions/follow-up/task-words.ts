/** The closed lists a task is told in: its states, its neutral families, how it ended. */

export const taskStates = ['OPEN', 'CLAIMED', 'DONE'] as const
export const taskFamilies = ['VISIT', 'CALL', 'OFFICE', 'TRANSPORT'] as const

/** How a task ended; what became of the service is told in these words alone (domain.md 5.2). */
export const taskOutcomes = [
  'PROVIDED',
  'REFERRED',
  'ALREADY_RECEIVED',
  'NOT_APPLICABLE',
  'DECLINED',
  'UNAVAILABLE',
  'NOT_REACHED',
] as const

export type TaskOutcome = (typeof taskOutcomes)[number]

/**
 * How a task may have ended, also where nobody said so: `BASIS_ENDED`, the ground on which it left reception is gone
 * (domain.md 2.7). It tells nothing of why, and no district is shown it.
 */
export const taskEndings = [...taskOutcomes, 'BASIS_ENDED'] as const
