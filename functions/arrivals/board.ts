/**
 * How an arrival stands, for who keeps the overview: counts and times, nobody's name, number or reason. The same rule
 * counts on the server and on a tablet without a network. Pure: no clock, no network, no AWS.
 */
import * as z from 'zod/mini'
import { Instant } from '../platform/fields.ts'
import type { CountedOutcome } from '../registration/code-lists.ts'
import type { UrgentFlag } from '../registration/vulnerability-codes.ts'
import type { ItemCode } from '../support/items.ts'
import { Balance, BatchSummary } from './batch.ts'
import { balanceOf, type Expected } from './closing.ts'

/** What a registered person may still wait for at the post. */
export const waits = ['NURSE', 'TALK', 'SEAT'] as const
export type Wait = (typeof waits)[number]

const Instants = z.array(Instant)

export const Board = z.strictObject({
  batch: BatchSummary,
  balance: Balance,
  /** Since when everybody has been waiting: the first count of heads, or the opening. */
  arrivedAt: Instant,
  /** When each outcome was captured, by the device's clock, earliest first. */
  accountedAt: Instants,
  /** When each wait began, earliest first. Who was seen since is known at the post alone. */
  waitingSince: z.strictObject({ NURSE: Instants, TALK: Instants, SEAT: Instants }),
})
export type Board = z.infer<typeof Board>

/** Of somebody counted, what the board needs. */
export interface OnBoard {
  readonly outcome: CountedOutcome
  /** By the device's clock: what was captured without a network reaches the server late. */
  readonly at: string
  readonly urgentFlags: readonly UrgentFlag[]
  readonly granted: readonly ItemCode[]
  /** What was not there; not what the person declined. */
  readonly notGiven: readonly ItemCode[]
}

/** Who was promised a seat waits for it to leave; who was promised none waits all the more. */
export const waitsForSeat = ({
  urgentFlags,
  granted,
  notGiven,
}: {
  readonly urgentFlags: readonly UrgentFlag[]
  readonly granted: readonly string[]
  readonly notGiven: readonly string[]
}): boolean => urgentFlags.includes('CANNOT_GET_HOME') || [...granted, ...notGiven].includes('TRANSPORT_ONWARD')

const isWaitingFor: Readonly<Record<Wait, (person: OnBoard) => boolean>> = {
  NURSE: ({ urgentFlags }) => urgentFlags.includes('NURSE_NOW'),
  TALK: ({ urgentFlags }) => urgentFlags.includes('WISHES_TO_SPEAK_ALONE'),
  SEAT: waitsForSeat,
}

/** `arrivedAt`: the times of the counts of heads, in any order. */
export function boardOf(
  batch: BatchSummary & Expected,
  countedAt: readonly string[],
  people: readonly OnBoard[],
): Board {
  const since = (wait: Wait): string[] =>
    people
      .filter(isWaitingFor[wait])
      .map(({ at }) => at)
      .sort()
  return {
    batch,
    balance: balanceOf(
      batch,
      people.map(({ outcome }) => outcome),
    ),
    arrivedAt: [...countedAt].sort()[0] ?? batch.openedAt,
    accountedAt: people.map(({ at }) => at).sort(),
    waitingSince: { NURSE: since('NURSE'), TALK: since('TALK'), SEAT: since('SEAT') },
  }
}
