/**
 * An invented bus for practice. Every surname says so (`Boikoetliso`, practice): whoever meets such a name elsewhere knows
 * that it is nobody's. Pure.
 */
import type { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { balanceOf } from '../../../functions/arrivals/closing.ts'
import type { BatchView } from '../../../functions/arrivals/contract.ts'
import type { ReadRow } from '../../../functions/arrivals/manifest-row.ts'
import type { PostCode } from '../../../functions/platform/places.ts'
import type { PersonView } from '../../../functions/registration/person-view.ts'
import type { Left } from '../reception/intake/support-proposal.ts'
import type { KnownPerson } from '../reception/kept/local-effect.ts'

const batchId = '00000000-0000-7000-8000-00000000b001'
const personId = (place: number): string => `00000000-0000-7000-8000-00000000a0${String(place).padStart(2, '0')}`

/** Not of the form of a real number: no desk takes it for one, and it checks out nowhere. */
export const practiceNumber = (sequence: number): string => `PRACTICE-${String(sequence).padStart(3, '0')}`

interface Invented {
  readonly givenNames: string
  readonly surname: string
  readonly sex: 1 | 2
  /** Years old, at the practice. */
  readonly age: number
}

const own = (name: string): string => `Boikoetliso-${name}`

/** In the order of the list: a mother with two children, a child on their own, somebody who came back before. */
const listed: readonly Invented[] = [
  { givenNames: 'Thabo', surname: own('Pula'), sex: 1, age: 34 },
  { givenNames: 'Lerato', surname: own('Naleli'), sex: 2, age: 29 },
  { givenNames: 'Tšepo', surname: own('Thaba'), sex: 1, age: 41 },
  { givenNames: 'Mpho', surname: own('Khoeli'), sex: 2, age: 31 },
  { givenNames: 'Neo', surname: own('Khoeli'), sex: 1, age: 7 },
  { givenNames: 'Lineo', surname: own('Khoeli'), sex: 2, age: 2 },
  { givenNames: 'Katleho', surname: own('Molapo'), sex: 1, age: 13 },
  { givenNames: 'Khotso', surname: own('Letsatsi'), sex: 1, age: 38 },
  { givenNames: 'Palesa', surname: own('Leoatle'), sex: 2, age: 24 },
  { givenNames: 'Sechaba', surname: own('Noka'), sex: 1, age: 52 },
  { givenNames: 'Retšelisitsoe', surname: own('Moea'), sex: 2, age: 45 },
  { givenNames: 'Teboho', surname: own('Lehlabula'), sex: 1, age: 27 },
]
/** Rows that are done when practice begins. */
const done = [1, 2] as const
/** They came back once before, and are on the list again: the desk asks whether they are the same. */
const repeat = 8

export interface Practice {
  readonly batch: BatchView
  /** Registered before. */
  readonly people: readonly KnownPerson[]
  readonly views: ReadonlyMap<string, PersonView>
  readonly left: Left
}

const birthOf = ({ age }: Invented, year: number) => ({ date: `${year - age}-01-01`, precision: 'YEAR' as const })

const rowOf = (person: Invented, row: number, year: number): ReadRow => {
  const { givenNames, surname, sex } = person
  return {
    ...{ row, status: 'ACCEPTED', notes: [] },
    typed: { number: String(row), surname, givenNames, sex: sex === 1 ? 'M' : 'F', birth: String(year - person.age) },
    person: { surname, givenNames, sex, birth: birthOf(person, year), nationality: 'LSO' },
  }
}

const knownOf = ({ givenNames, surname, sex, age }: Invented, place: number, year: number): KnownPerson => ({
  ...{ personId: personId(place), displayNumber: practiceNumber(place), givenNames, surname, sex },
  ...{ birthYear: year - age, district: 'LS-C', words: undefined },
})

const viewOf = (person: Invented, place: number, at: string): PersonView => ({
  personId: personId(place),
  fast: {
    names: { givenNames: person.givenNames, surname: person.surname },
    sex: person.sex,
    birth: birthOf(person, Number(at.slice(0, 4))),
    homeDistrict: 'LS-C',
    reachBy: 'NONE',
    urgentFlags: [],
  },
  consents: [],
  earlier: [],
  returns: [
    {
      ...{ returnEventId: personId(place), batchId, displayNumber: practiceNumber(place) },
      ...{ arrivedAt: at, priority: 'ORDINARY' },
    },
  ],
  revision: 1,
})

/** A bus of fourteen, of whom twelve are on the list and two are registered. `at`: UTC. */
export function inventedBus(post: PostCode, at: string): Practice {
  const year = Number(at.slice(0, 4))
  const batch: BatchSummary = {
    ...{ batchId, post, transport: 'BUS', sendingFacility: 'LINDELA', returnType: 'DEPORTED' },
    ...{ declaredHeadcount: 14, heads: { men: 7, women: 4, children: 3 }, state: 'ARRIVED', openedAt: at, revision: 2 },
  }
  const known = listed.flatMap((person, index) => {
    const row = index + 1
    return row === repeat || done.some(each => each === row) ? [{ person, place: row }] : []
  })
  return {
    batch: {
      batch,
      balance: balanceOf(
        batch,
        done.map(() => 'REGISTERED'),
      ),
      rows: listed.map((person, index) => rowOf(person, index + 1, year)),
      counted: done.map(row => ({
        ...{ id: personId(row), row, outcome: 'REGISTERED' },
        displayNumber: practiceNumber(row),
      })),
    },
    people: known.map(({ person, place }) => knownOf(person, place, year)),
    views: new Map(known.map(({ person, place }) => [personId(place), viewOf(person, place, at)])),
    left: {
      TRANSPORT_ONWARD: 20,
      CASH_ARRIVAL: 900_000,
      FOOD_HOT: 30,
      FOOD_PACK: 15,
      BLANKET: 15,
      SHOES: 1,
      NFI_KIT: 8,
    },
  }
}
