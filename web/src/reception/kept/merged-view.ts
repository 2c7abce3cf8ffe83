/**
 * What the server last said, with what was captured on this tablet since laid over it. Pure: no clock, no network.
 *
 * Each answer of the server is kept with the ids of the records that had been received when it was asked for: those it
 * holds already. People are told apart by the ids under which the server counts them, so that an answer that was lost
 * on its way counts nobody twice either.
 */
import type { BatchSummary, CountedPerson } from '../../../../functions/arrivals/batch.ts'
import { balanceOf } from '../../../../functions/arrivals/closing.ts'
import type { BatchView } from '../../../../functions/arrivals/contract.ts'
import { afterCorrection } from '../../../../functions/registration/basic-facts.ts'
import { afterFullTier } from '../../../../functions/registration/full-tier.ts'
import type { PersonView } from '../../../../functions/registration/person-view.ts'
import { isOfBatch, type StandingEffect } from './local-effect.ts'

export interface DeskCopy<T> {
  readonly value: T
  /** Records that were received before this was asked for. */
  readonly knew: readonly string[]
  /** When it was asked for, by the device's clock: for the eyes of the officer alone. */
  readonly at: string
}

type EffectOf<Kind extends StandingEffect['is']> = Extract<StandingEffect, { is: Kind }>

export const isOf =
  <Kind extends StandingEffect['is']>(kind: Kind) =>
  (effect: StandingEffect): effect is EffectOf<Kind> =>
    effect.is === kind

/** Those that the answer does not know of. */
export const notIn = (copy: DeskCopy<unknown> | undefined, effects: readonly StandingEffect[]): StandingEffect[] =>
  effects.filter(({ recordId }) => copy === undefined || !copy.knew.includes(recordId))

/** A count, a list or a closing that the server said no to never was; whoever stood at the desk did. */
export const standingOf = (effects: readonly StandingEffect[]): StandingEffect[] =>
  effects.filter(({ is, state }) => state !== 'refused' || is === 'intake' || is === 'outcome' || is === 'batch')

const countedHere = (effects: readonly StandingEffect[]): CountedPerson[] =>
  effects.flatMap((effect): CountedPerson[] => {
    if (effect.is === 'outcome') return [{ id: effect.recordId, row: effect.row, outcome: effect.outcome }]
    if (effect.is !== 'intake') return []
    const { recordId, row, person } = effect
    return [{ id: recordId, row, outcome: 'REGISTERED', displayNumber: person.displayNumber }]
  })

/** A person is counted once, and a row of the list ends once: whoever the server has on it stands. */
function countedWith(said: readonly CountedPerson[], effects: readonly StandingEffect[]): CountedPerson[] {
  const all = [...said]
  for (const person of countedHere(effects)) {
    const isThere = all.some(({ id, row }) => id === person.id || (row !== undefined && row === person.row))
    if (!isThere) all.push(person)
  }
  return all
}

export function summaryWith(batch: BatchSummary, effects: readonly StandingEffect[]): BatchSummary {
  const heads = effects.filter(isOf('heads')).at(-1)?.heads ?? batch.heads
  const needs = effects.filter(isOf('tally')).at(-1)?.needs ?? batch.needs
  const closing = effects.filter(isOf('closing')).at(-1)
  const counted = heads !== undefined && batch.state === 'EXPECTED' ? 'ARRIVED' : batch.state
  return { ...batch, heads, needs, state: closing?.to ?? counted }
}

/** `effects` in the order of capture. Undefined for an arrival that neither the server told of nor this tablet opened. */
export function batchWith(
  batchId: string,
  copy: DeskCopy<BatchView> | undefined,
  effects: readonly StandingEffect[],
): BatchView | undefined {
  const own = standingOf(effects.filter(effect => isOfBatch(effect, batchId)))
  const since = notIn(copy, own)
  const said = copy?.value ?? emptyView(own.find(isOf('batch'))?.batch)
  if (said === undefined) return undefined
  const batch = summaryWith(said.batch, since)
  const counted = countedWith(said.counted, since)
  const closing = since.filter(isOf('closing')).at(-1)
  return {
    batch,
    balance: balanceOf(
      batch,
      counted.map(({ outcome }) => outcome),
    ),
    rows: said.rows.length > 0 ? said.rows : (since.filter(isOf('list')).at(-1)?.rows ?? []),
    counted,
    closing: closing === undefined ? said.closing : { closedAt: closing.at, reason: closing.reason },
  }
}

const emptyView = (batch: BatchSummary | undefined): BatchView | undefined =>
  batch === undefined
    ? undefined
    : { batch, balance: { headcount: 0, outcomes: {}, difference: 0 }, rows: [], counted: [] }

/** The arrivals of a post, the latest first; undefined while nothing is known of them. */
export function batchesWith(
  post: string,
  copy: DeskCopy<readonly BatchSummary[]> | undefined,
  effects: readonly StandingEffect[],
): readonly BatchSummary[] | undefined {
  const own = standingOf(effects)
  const said = copy?.value ?? []
  const opened = own
    .filter(isOf('batch'))
    .map(({ batch }) => batch)
    .filter(batch => batch.post === post && !said.some(({ batchId }) => batchId === batch.batchId))
  if (copy === undefined && opened.length === 0) return undefined
  const since = notIn(copy, own)
  return [...opened, ...said]
    .map(batch =>
      summaryWith(
        batch,
        since.filter(effect => isOfBatch(effect, batch.batchId)),
      ),
    )
    .sort((one, other) => other.openedAt.localeCompare(one.openedAt))
}

/**
 * Somebody's record: as the server told it, or as they were registered here, with what was added on this tablet since.
 * Each addition is judged by the revision before it, so they are counted as the server will count them.
 */
export function personWith(
  personId: string,
  copy: DeskCopy<PersonView> | undefined,
  effects: readonly StandingEffect[],
): PersonView | undefined {
  const registered = effects.filter(isOf('intake')).findLast(({ person }) => person.personId === personId)
  let person: PersonView | undefined = copy?.value ?? registered?.view
  if (person === undefined) return undefined
  for (const effect of notIn(copy, effects)) {
    if (effect.state === 'refused') continue
    const { fast, full, consents }: PersonView = person
    const revision: number = person.revision + 1
    if (effect.is === 'completion' && effect.personId === personId)
      person = {
        ...person,
        fast: afterCorrection(fast, effect.basic),
        full: afterFullTier(full, effect.full, effect.cleared),
        revision,
      }
    if (effect.is === 'consents' && effect.personId === personId)
      person = { ...person, consents: [...consents, ...effect.answers], revision }
  }
  return person
}
