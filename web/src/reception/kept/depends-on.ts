/** What the server must have before a record of the desk means anything to it. Pure. */
import { isOfBatch, type StandingEffect } from './local-effect.ts'

/** As many as a parcel's record may name; those captured before go first anyway. */
const mostNamed = 50

interface About {
  readonly batchId?: string
  /** A row of the list, where it is about one. */
  readonly row?: number | undefined
  /** People registered before, where it is about them. */
  readonly people?: readonly string[]
  /** Itself, where it is sent once more. */
  readonly except?: string
  /** It replaces the counts before it. */
  readonly headsAfter?: boolean
}

/** The arrival, its list and its person, as far as they were captured here and are not received. */
export const dependsOn = (
  effects: readonly StandingEffect[],
  { batchId, row, people = [], except, headsAfter = false }: About,
): string[] =>
  effects
    .filter(effect => {
      if (effect.state === 'received' || effect.recordId === except) return false
      if (effect.is === 'intake') return people.includes(effect.person.personId)
      if (effect.is === 'completion' || effect.is === 'consents') return people.includes(effect.personId)
      if (batchId === undefined || !isOfBatch(effect, batchId)) return false
      if (effect.is === 'tally') return false
      if (effect.is === 'heads') return headsAfter && effect.state === 'unsent'
      // a list that was refused holds nobody back: the server has another one, or will say that it has none
      return effect.is === 'batch' || (effect.is === 'list' && row !== undefined && effect.state === 'unsent')
    })
    .map(({ recordId }) => recordId)
    .slice(-mostNamed)

/** An arrival is closed after all that was captured of it. `except`: the closing itself, sent once more. */
export const dependsOnAllOf = (effects: readonly StandingEffect[], batchId: string, except?: string): string[] =>
  effects
    .filter(effect => isOfBatch(effect, batchId) && effect.state !== 'received' && effect.recordId !== except)
    .map(({ recordId }) => recordId)
    .slice(-mostNamed)
