/** `ENDED` is the calendar's: nobody writes it, and a day later nothing more is charged. */
export const projectStates = ['OPEN', 'NOT_BEGUN', 'ENDED', 'CLOSED'] as const
export type ProjectState = (typeof projectStates)[number]

interface Term {
  readonly startsOn: string
  readonly endsOn: string
  /** Once somebody closed it. */
  readonly closedAt?: string | undefined
}

/** On a date in Lesotho. On its first and its last day it is open. */
export function projectState({ startsOn, endsOn, closedAt }: Term, today: string): ProjectState {
  if (closedAt !== undefined) return 'CLOSED'
  if (today < startsOn) return 'NOT_BEGUN'
  return today > endsOn ? 'ENDED' : 'OPEN'
}
