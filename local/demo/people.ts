/** Plausible answers for a person on the list, seeded by their row. Nobody in it exists. */

import type { ReadRow } from '../../functions/arrivals/manifest.ts'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { ageOn, type BirthDate, birthFromAge, isMinor } from '../../functions/registration/age.ts'
import type { Accompaniment } from '../../functions/registration/code-lists.ts'
import { displayNumber } from '../../functions/registration/display-number.ts'
import { isEligible } from '../../functions/support/allocation.ts'
import { catalogueOn, type ItemCode } from '../../functions/support/items.ts'
import { fullTierOf } from './full-tier.ts'
import { seededChoice, seededId, seededShare, seededWhole } from './seeded.ts'

export const versions = { contract: 1, rules: '2026-11-01' } as const

export interface Arrival {
  readonly batchId: string
  /** The day of arrival in Lesotho. */
  readonly date: string
}

/** A Friday: the buses come on Fridays. */
export const demoArrival: Arrival = { batchId: seededId('batch'), date: '2026-11-20' }

const districts = ['LS-A', 'LS-A', 'LS-A', 'LS-C', 'LS-C', 'LS-C', 'LS-D', 'LS-E', 'LS-B', 'LS-F', 'LS-G'] as const
const textVersion = 'a1b2c3d4e5f60718'

/** What the list could not say the person tells at the desk: which of two dates it is, or about how old they are. */
function birthOf({ row, notes, person }: ReadRow, date: string): BirthDate {
  if (person?.birth) return person.birth
  const [first, ...others] = notes.flatMap(note => (note.note === 'DATE_AMBIGUOUS' ? note.readings : []))
  if (first === undefined) return birthFromAge(seededWhole(21, 48, row, 'age'), date)
  return { date: seededChoice([first, ...others], row, 'birth'), precision: 'DAY' }
}

const consent = (row: number, purpose: PutIntake['consents'][number]['purpose'], likely: number) => ({
  purpose,
  given: seededShare(row, purpose) < likely,
  mode: 'VERBAL_WITNESSED' as const,
  language: 'st' as const,
  textVersion,
})

/** As many with their own adult as without. */
const cares = ['ACCOMPANIED', 'ACCOMPANIED', 'SEPARATED', 'UNACCOMPANIED'] as const

/** What this person is offered: the arrival package, as far as the rules allow it to them. */
function supportFor(
  row: ReadRow,
  birth: BirthDate,
  accompaniment: Accompaniment | undefined,
  date: string,
): ItemCode[] {
  const catalogue = catalogueOn(date)
  if (!catalogue) throw new Error(`nothing is offered on ${date}`)
  const person = {
    sex: row.person?.sex ?? 0,
    ageYears: ageOn(birth, date),
    isMinor: isMinor(birth, date),
    accompaniment,
  }
  const offered = [...catalogue.packages.arrival, 'DIGNITY_KIT', 'BABY_KIT'] as const
  return offered.filter(item => isEligible(catalogue, item, person))
}

/** The intake of one accepted row, without what ran out. */
export function intakeOf(
  row: ReadRow,
  arrival: Arrival,
  without: readonly string[],
): { intakeId: string; body: PutIntake } {
  const { person } = row
  if (!person) throw new Error(`row ${row.row} was not accepted`)
  const birth = birthOf(row, arrival.date)
  const minor = isMinor(birth, arrival.date)
  const homeDistrict = seededChoice(districts, row.row, 'district')
  const accompaniment = minor ? seededChoice(cares, row.row, 'care') : undefined
  const wanted = supportFor(row, birth, accompaniment, arrival.date)
  const full = fullTierOf({ row: row.row, district: homeDistrict, isMinor: minor, arrivedOn: arrival.date })
  const reached = seededShare(row.row, 'phone') < 0.6
  return {
    intakeId: seededId('intake', row.row),
    body: {
      versions,
      batchId: arrival.batchId,
      row: row.row,
      personId: seededId('person', row.row),
      knownPerson: false,
      matches: [],
      displayNumber: displayNumber({ postCode: 'MB', deviceCode: `T${1 + (row.row % 4)}`, sequence: row.row }),
      fast: {
        names: { givenNames: person.givenNames || person.surname, surname: person.surname || person.givenNames },
        sex: person.sex,
        birth,
        ...(accompaniment === undefined ? {} : { accompaniment }),
        homeDistrict,
        ...(reached && !minor
          ? {
              phone: {
                number: `+2665${String(seededWhole(0, 9_999_999, row.row, 'number')).padStart(7, '0')}`,
                channel: seededChoice(['OWN_PHONE', 'RELATIVE', 'NEIGHBOUR'], row.row, 'channel'),
                mayCall: true,
                mayLeaveMessage: seededShare(row.row, 'message') < 0.3,
              },
            }
          : {}),
        urgentFlags:
          seededShare(row.row, 'urgent') < 0.12
            ? [seededChoice(['NURSE_NOW', 'MEDICINE_LEFT', 'CANNOT_GET_HOME'], row.row, 'flag')]
            : [],
      },
      ...(full === undefined ? {} : { full }),
      consents: [consent(row.row, 'SHARE_DISTRICT', 0.85), consent(row.row, 'FOLLOWUP_CONTACT', 0.7)],
      support: wanted.filter(item => !without.includes(item)).map(item => ({ item, quantity: 1 })),
      ...(without.length > 0
        ? {
            notGiven: wanted
              .filter(item => without.includes(item))
              .map(item => ({ item, reason: 'OUT_OF_STOCK' as const })),
          }
        : {}),
      deviceTime: `${arrival.date}T08:${String(row.row % 60).padStart(2, '0')}:00.000Z`,
    },
  }
}
