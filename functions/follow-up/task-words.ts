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
 * How a task may have ended, also where nobody said so. `LOST_CONTACT`: tried often, in several ways and for long enough
 * (domain.md 5.4). `BASIS_ENDED`: the ground on which it left reception is gone (domain.md 2.7); it tells nothing of why,
 * and no district is shown it.
 */
export const taskEndings = [...taskOutcomes, 'LOST_CONTACT', 'BASIS_ENDED'] as const
export type TaskEnding = (typeof taskEndings)[number]

/** What became of a try to reach somebody (domain.md 2.10); who was reached needs none. */
export const attemptCodes = [
  'NO_ANSWER',
  'WRONG_PERSON',
  'NUMBER_DEAD',
  'NOT_SAFE_TO_TALK',
  'MOVED',
  'REFUSED',
] as const

/** How it was tried: the ways of domain.md 2.10 that lie with the officer. */
export const attemptChannels = ['OWN_PHONE', 'RELATIVE', 'NEIGHBOUR', 'CHIEF', 'CHURCH', 'CLINIC', 'VISIT'] as const
