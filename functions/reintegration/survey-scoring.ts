/**
 * Scores of the sustainability survey (domain.md 6.4, PROPOSAL). Official weights were not found, so weights are data:
 * answers are stored, scores recomputed, and two surveys compared within one weight set only. A score is never shown
 * to a returnee's district as a ranking. Pure.
 */
import * as z from 'zod/mini'
import type { LocalText } from '../platform/local-text.ts'
import {
  type SurveyDimension,
  type SurveyInstrument,
  type SurveyItemId,
  survey1,
  surveyDimensions,
} from './survey-1.ts'
import { findOption, surveyScales } from './survey-scales.ts'

const itemIds = survey1.items.map(item => item.id)
const optionCodes = [...new Set(Object.values(surveyScales).flatMap(options => options.map(option => option.code)))]

/** The code chosen for each item; what was not asked is left out. */
export const SurveyAnswers = z.partialRecord(z.enum(itemIds), z.enum(optionCodes)).check(
  z.refine(
    answers =>
      survey1.items.every(({ id, scale }) => {
        const code = answers[id]
        return code === undefined || findOption(scale, code) !== undefined
      }),
    { error: 'an answer that its question does not offer' },
  ),
)
export type SurveyAnswers = z.infer<typeof SurveyAnswers>

export type WeightSet = {
  readonly id: string
  readonly source: 'OFFICIAL' | 'PROVISIONAL_EQUAL'
  readonly approvedBy: string | null
  /** `w`: weight within the item's dimension; an item that is absent is not scored. */
  readonly withinDimension: Readonly<Partial<Record<SurveyItemId, number>>>
  /** `W`: weight within the composite. */
  readonly withinComposite: Readonly<Partial<Record<SurveyItemId, number>>>
}

const scoredIn = (instrument: SurveyInstrument, dimension: SurveyDimension) =>
  instrument.items.filter(item => item.scored && item.dimension === dimension)

/** Every item counts alike in its dimension, and each dimension carries a third of the composite. */
export function equalWeights(instrument: SurveyInstrument): WeightSet {
  const items = instrument.items.filter(item => item.scored)
  const third = 1 / surveyDimensions.length
  return {
    id: 'PROVISIONAL_EQUAL',
    source: 'PROVISIONAL_EQUAL',
    approvedBy: null,
    withinDimension: Object.fromEntries(items.map(({ id }) => [id, 1])),
    withinComposite: Object.fromEntries(
      items.map(({ id, dimension }) => [id, third / scoredIn(instrument, dimension).length]),
    ),
  }
}
export const provisionalEqual: WeightSet = equalWeights(survey1)

/** What stands beside every figure made with this weight set. */
export const weightSetLabel = (weightSet: WeightSet): LocalText =>
  weightSet.source === 'OFFICIAL'
    ? { en: 'index', 'st-LS': 'sesupo' }
    : { en: 'provisional index (equal weights)', 'st-LS': 'sesupo sa nakoana (boima bo lekanang)' }

/** Of the weight in a dimension, the share that must be answered. */
const neededShare = 0.75
/** Weights are decimals: a share of three quarters may come out a hair below. */
const roundingError = 1e-9

export type Score = {
  /** From 0 to 1; null when nothing was answered. */
  readonly score: number | null
  readonly valid: boolean
}
export type DimensionScore = Score & { readonly answeredShare: number }
export type SurveyScores = {
  readonly weightSet: string
  readonly label: LocalText
  readonly dimensions: Readonly<Record<SurveyDimension, DimensionScore>>
  /** Over all answered items; valid only when all three dimensions are. */
  readonly composite: Score
}

type Weighted = { readonly weight: number; readonly value: number | null }
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

function weightedMean(items: readonly Weighted[]): number | null {
  const answered = items.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]))
  const weight = total(answered.map(item => item.weight))
  return weight === 0 ? null : total(answered.map(item => item.weight * item.value)) / weight
}

/** `answers` are those of `instrument`; an unknown code counts as unanswered. */
export function scoreSurvey(
  answers: SurveyAnswers,
  instrument: SurveyInstrument = survey1,
  weightSet: WeightSet = provisionalEqual,
): SurveyScores {
  const valueAnswered = (item: SurveyInstrument['items'][number]): number | null => {
    const code = answers[item.id]
    return code === undefined ? null : (findOption(item.scale, code)?.value ?? null)
  }
  const dimensionScore = (dimension: SurveyDimension): DimensionScore => {
    const items = scoredIn(instrument, dimension).map(item => ({
      weight: weightSet.withinDimension[item.id] ?? 0,
      value: valueAnswered(item),
    }))
    const answered = total(items.filter(item => item.value !== null).map(item => item.weight))
    const answeredShare = answered / total(items.map(item => item.weight))
    return { score: weightedMean(items), answeredShare, valid: answeredShare + roundingError >= neededShare }
  }
  const dimensions = {
    ECONOMIC: dimensionScore('ECONOMIC'),
    SOCIAL: dimensionScore('SOCIAL'),
    PSYCHOSOCIAL: dimensionScore('PSYCHOSOCIAL'),
  }
  const all = instrument.items
    .filter(item => item.scored)
    .map(item => ({ weight: weightSet.withinComposite[item.id] ?? 0, value: valueAnswered(item) }))
  return {
    weightSet: weightSet.id,
    label: weightSetLabel(weightSet),
    dimensions,
    composite: { score: weightedMean(all), valid: surveyDimensions.every(dimension => dimensions[dimension].valid) },
  }
}

export type ShownScores = {
  readonly economic: number | null
  readonly social: number | null
  readonly psychosocial: number | null
  readonly composite: number | null
  readonly weightSet: string
}

/** What may be shown or reported: null where too little was answered. */
export function shownScores({ dimensions, composite, weightSet }: SurveyScores): ShownScores {
  const shown = ({ score, valid }: Score) => (valid ? score : null)
  return {
    economic: shown(dimensions.ECONOMIC),
    social: shown(dimensions.SOCIAL),
    psychosocial: shown(dimensions.PSYCHOSOCIAL),
    composite: shown(composite),
    weightSet,
  }
}

/** The change of a shown score from an earlier survey to a later one; null across weight sets, or where one is missing. */
export function changeBetween(
  earlier: ShownScores,
  later: ShownScores,
  score: Exclude<keyof ShownScores, 'weightSet'>,
): number | null {
  const [from, to] = [earlier[score], later[score]]
  return earlier.weightSet !== later.weightSet || from === null || to === null ? null : to - from
}
