/**
 * Instruments as versioned data. A version never changes once a tablet has asked it: a new wording is a new version,
 * and the server keeps the old ones for the 180 days in which an offline record may still name them (design.md 4).
 */
import type * as z from 'zod/mini'
import type { LocalText, TranslationReview } from '../platform/local-text.ts'
import type { WashingtonGroupAnswer, WashingtonGroupItem } from '../registration/vulnerability-codes.ts'
import { privateScreen1 } from './private-screen-1.ts'
import { washingtonGroup1 } from './washington-group-1.ts'

/** `NOT_ASKED`: the officer never put it. `NOT_KNOWN`: it was put, and the person does not know. Neither is a no. */
export const screenAnswers = ['YES', 'NO', 'REFUSED', 'NOT_ASKED', 'NOT_KNOWN'] as const
export type ScreenAnswer = (typeof screenAnswers)[number]

export const screenItemIds = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12'] as const
export type ScreenItemId = (typeof screenItemIds)[number]

export const observationCodes = [
  'LETS_ANOTHER_SPEAK',
  'REHEARSED_STORY',
  'UNTREATED_INJURY',
  'FEARS_FELLOW_TRAVELLER',
] as const
export type ObservationCode = (typeof observationCodes)[number]

export const ageGroups = ['ADULT', 'CHILD'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** `CHILD_OFFICER` is an officer of the Ministry of Social Development or of the Child and Gender Protection Unit. */
export type Asker = 'SCREENING_OFFICER' | 'CHILD_OFFICER'

export type ScreenItem = {
  readonly id: ScreenItemId
  readonly text: LocalText
  /** Said aloud before the question: it keeps the arrest itself from answering for everybody (domain.md 3.6). */
  readonly sayBefore?: LocalText
  readonly askedOf: readonly AgeGroup[]
  /** Not put by an officer in uniform. */
  readonly notInUniform?: true
}

export type PrivateScreenInstrument = {
  readonly id: 'PRIVATE_SCREEN'
  readonly version: number
  readonly title: LocalText
  readonly sesothoReview: TranslationReview
  readonly answers: readonly ScreenAnswer[]
  readonly answerTexts: Readonly<Record<ScreenAnswer, LocalText>>
  readonly items: readonly ScreenItem[]
  readonly observations: readonly { readonly code: ObservationCode; readonly text: LocalText }[]
  /** Who may ask which age group: reception asks no child anything. */
  readonly askedBy: Readonly<Record<AgeGroup, Asker>>
  /** What the screening officer reads in place of the questions when the person is, or may be, under 18. */
  readonly insteadForChild: LocalText
}

export type WashingtonGroupInstrument = {
  readonly id: 'WASHINGTON_GROUP_SHORT'
  readonly version: number
  readonly title: LocalText
  readonly sesothoReview: TranslationReview
  readonly sayBefore: LocalText
  readonly items: readonly { readonly id: WashingtonGroupItem; readonly text: LocalText }[]
  readonly answerTexts: Readonly<Record<z.infer<typeof WashingtonGroupAnswer>, LocalText>>
  readonly minimumAgeYears: number
}

type InstrumentsById = {
  readonly PRIVATE_SCREEN: PrivateScreenInstrument
  readonly WASHINGTON_GROUP_SHORT: WashingtonGroupInstrument
}
export type InstrumentId = keyof InstrumentsById

const versions: { readonly [id in InstrumentId]: readonly InstrumentsById[id][] } = {
  PRIVATE_SCREEN: [privateScreen1],
  WASHINGTON_GROUP_SHORT: [washingtonGroup1],
}

/** Undefined when that version was never issued, or is past the time for which it is kept. */
export function findInstrument<Id extends InstrumentId>(id: Id, version: number): InstrumentsById[Id] | undefined {
  return versions[id].find(instrument => instrument.version === version)
}

/** The items this officer may put to this person: none where the other desk asks (domain.md 3.6). */
export function itemsAskedBy(
  instrument: PrivateScreenInstrument,
  asker: Asker,
  ageGroup: AgeGroup,
): readonly ScreenItem[] {
  if (instrument.askedBy[ageGroup] !== asker) return []
  return instrument.items.filter(item => item.askedOf.includes(ageGroup))
}
