/**
 * The board as the server last said it, with what was captured on this tablet since counted in. Pure: no clock, no
 * network.
 *
 * The server's board names nobody, not even by an id, so what it holds already is told by two things: the records that
 * had been received when it was asked for, and the instants it counts by, which are the device's own. An answer that was
 * lost on its way counts nobody twice either.
 */
import { type Board, boardOf, type OnBoard, type waits } from '../../../functions/arrivals/board.ts'
import { balanceOf } from '../../../functions/arrivals/closing.ts'
import { CountedOutcome } from '../../../functions/registration/code-lists.ts'
import { isOfBatch, type StandingEffect } from '../reception/kept/local-effect.ts'
import { type DeskCopy, isOf, notIn, standingOf, summaryWith } from '../reception/kept/merged-view.ts'

const onBoard = (effects: readonly StandingEffect[]): OnBoard[] =>
  effects.flatMap((effect): OnBoard[] => {
    if (effect.is === 'outcome')
      return [{ outcome: effect.outcome, at: effect.at, urgentFlags: [], granted: [], notGiven: [] }]
    if (effect.is !== 'intake') return []
    const { at, flags, given, notGiven } = effect
    return [{ outcome: 'REGISTERED', at, urgentFlags: flags, granted: given.map(({ item }) => item), notGiven }]
  })

const outcomesOf = ({ balance: { outcomes } }: Board): CountedOutcome[] =>
  CountedOutcome.options.flatMap(outcome => Array.from({ length: outcomes[outcome] ?? 0 }, () => outcome))

/** `effects` in the order of capture. Undefined for an arrival that neither the server told of nor this tablet opened. */
export function boardWith(
  batchId: string,
  copy: DeskCopy<Board> | undefined,
  effects: readonly StandingEffect[],
): Board | undefined {
  const own = standingOf(effects.filter(effect => isOfBatch(effect, batchId)))
  const said = copy?.value
  const summary = said?.batch ?? own.find(isOf('batch'))?.batch
  if (summary === undefined) return undefined
  const since = notIn(copy, own).filter(({ at }) => said?.accountedAt.includes(at) !== true)
  const batch = summaryWith(summary, since)
  const countedAt = since.filter(isOf('heads')).map(({ at }) => at)
  const here = boardOf(batch, countedAt, onBoard(since))
  if (said === undefined) return here
  const waitingFor = (wait: (typeof waits)[number]) => [...said.waitingSince[wait], ...here.waitingSince[wait]].sort()
  return {
    batch,
    balance: balanceOf(batch, [...outcomesOf(said), ...outcomesOf(here)]),
    arrivedAt: said.batch.heads === undefined ? here.arrivedAt : said.arrivedAt,
    accountedAt: [...said.accountedAt, ...here.accountedAt].sort(),
    waitingSince: { NURSE: waitingFor('NURSE'), TALK: waitingFor('TALK'), SEAT: waitingFor('SEAT') },
  }
}
