/**
 * Answer scales of the sustainability survey and what each answer is worth (domain.md 6.3, GK: the official points
 * were not found). 1 is the better situation. Null: no value, so the item counts as unanswered (6.4).
 */
import type { LocalText } from '../platform/local-text.ts'

export type SurveyOption = { readonly code: string; readonly text: LocalText; readonly value: number | null }

const noAnswer: readonly SurveyOption[] = [
  { code: 'NOT_KNOWN', text: { en: 'Does not know', 'st-LS': 'Ha a tsebe' }, value: null },
  { code: 'NO_ANSWER', text: { en: 'No answer', 'st-LS': 'Ha ho karabo' }, value: null },
]
const yesNo = (yes: number, no: number): readonly SurveyOption[] => [
  { code: 'YES', text: { en: 'Yes', 'st-LS': 'E' }, value: yes },
  { code: 'NO', text: { en: 'No', 'st-LS': 'Che' }, value: no },
  ...noAnswer,
]
const frequencyTexts = {
  VERY_OFTEN: { en: 'Very often', 'st-LS': 'Khafetsa haholo' },
  OFTEN: { en: 'Often', 'st-LS': 'Khafetsa' },
  SOMETIMES: { en: 'Sometimes', 'st-LS': 'Ka linako tse ling' },
  RARELY: { en: 'Rarely', 'st-LS': 'Ka seoelo' },
  NEVER: { en: 'Never', 'st-LS': 'Le ka mohla' },
} as const
const frequency = (values: Readonly<Record<keyof typeof frequencyTexts, number>>): readonly SurveyOption[] => [
  { code: 'VERY_OFTEN', text: frequencyTexts.VERY_OFTEN, value: values.VERY_OFTEN },
  { code: 'OFTEN', text: frequencyTexts.OFTEN, value: values.OFTEN },
  { code: 'SOMETIMES', text: frequencyTexts.SOMETIMES, value: values.SOMETIMES },
  { code: 'RARELY', text: frequencyTexts.RARELY, value: values.RARELY },
  { code: 'NEVER', text: frequencyTexts.NEVER, value: values.NEVER },
  ...noAnswer,
]

export const surveyScales = {
  GOOD_TO_POOR: [
    { code: 'VERY_GOOD', text: { en: 'Very good', 'st-LS': 'E ntle haholo' }, value: 1 },
    { code: 'GOOD', text: { en: 'Good', 'st-LS': 'E ntle' }, value: 0.75 },
    { code: 'FAIR', text: { en: 'Neither good nor poor', 'st-LS': 'E mahareng' }, value: 0.5 },
    { code: 'POOR', text: { en: 'Poor', 'st-LS': 'E mpe' }, value: 0.25 },
    { code: 'VERY_POOR', text: { en: 'Very poor', 'st-LS': 'E mpe haholo' }, value: 0 },
    ...noAnswer,
  ],
  AGREEMENT: [
    { code: 'AGREE_FULLY', text: { en: 'I agree fully', 'st-LS': 'Ke lumela ka ho feletseng' }, value: 1 },
    { code: 'AGREE', text: { en: 'I agree', 'st-LS': 'Kea lumela' }, value: 0.75 },
    { code: 'NEITHER', text: { en: 'Neither', 'st-LS': 'Mahareng' }, value: 0.5 },
    { code: 'DISAGREE', text: { en: 'I disagree', 'st-LS': 'Ha ke lumele' }, value: 0.25 },
    { code: 'DISAGREE_FULLY', text: { en: 'I disagree fully', 'st-LS': 'Ha ke lumele ho hang' }, value: 0 },
    ...noAnswer,
  ],
  OFTEN_IS_WORSE: frequency({ VERY_OFTEN: 0, OFTEN: 0.25, SOMETIMES: 0.5, RARELY: 0.75, NEVER: 1 }),
  OFTEN_IS_BETTER: frequency({ VERY_OFTEN: 1, OFTEN: 0.75, SOMETIMES: 0.5, RARELY: 0.25, NEVER: 0 }),
  BORROWING: frequency({ VERY_OFTEN: 0, OFTEN: 0.25, SOMETIMES: 0.5, RARELY: 1, NEVER: 1 }),
  YES_IS_BETTER: yesNo(1, 0),
  NO_IS_BETTER: yesNo(0, 1),
  DEBT: [
    { code: 'NO_DEBT', text: { en: 'No debt', 'st-LS': 'Ha ho mokoloto' }, value: 1 },
    { code: 'SMALLER', text: { en: 'Smaller than that', 'st-LS': 'O monyenyane ho seo' }, value: 0.5 },
    { code: 'LARGER', text: { en: 'Larger than that', 'st-LS': 'O moholo ho seo' }, value: 0 },
    ...noAnswer,
  ],
  SCHOOLING: [
    { code: 'ALL', text: { en: 'All of them', 'st-LS': 'Kaofela ha bona' }, value: 1 },
    { code: 'SOME', text: { en: 'Some of them', 'st-LS': 'Ba bang ba bona' }, value: 0.5 },
    { code: 'NONE', text: { en: 'None of them', 'st-LS': 'Ha ho le a mong' }, value: 0 },
    { code: 'NO_CHILDREN', text: { en: 'There are none', 'st-LS': 'Ha ba eo' }, value: null },
    ...noAnswer,
  ],
  WHY_LOOKING: [
    { code: 'NO_WORK', text: { en: 'No work', 'st-LS': 'Ha ho mosebetsi' }, value: null },
    { code: 'PAY_TOO_LOW', text: { en: 'The pay is too low', 'st-LS': 'Moputso o monyenyane' }, value: null },
    { code: 'NOT_LASTING', text: { en: 'The work will not last', 'st-LS': 'Mosebetsi ha o tšoarelle' }, value: null },
    { code: 'CONDITIONS', text: { en: 'Hours or conditions', 'st-LS': 'Lihora kapa maemo' }, value: null },
    { code: 'SKILLS_UNUSED', text: { en: 'To use my skills', 'st-LS': 'Ho sebelisa tsebo ea ka' }, value: null },
    { code: 'OTHER', text: { en: 'Something else', 'st-LS': 'Ho hong hosele' }, value: null },
    ...noAnswer,
  ],
  WHY_STAY_OR_LEAVE: [
    { code: 'WISH_TO_STAY', text: { en: 'I wish to stay', 'st-LS': 'Ke lakatsa ho lula' }, value: null },
    { code: 'NO_WAY_TO_LEAVE', text: { en: 'I cannot leave', 'st-LS': 'Nke ke ka tsamaea' }, value: null },
    { code: 'WISH_TO_LEAVE', text: { en: 'I wish to leave', 'st-LS': 'Ke lakatsa ho tsamaea' }, value: null },
    { code: 'NEED_INCOME', text: { en: 'I must leave to earn', 'st-LS': 'Ke tlameha ho ea sebetsa' }, value: null },
    {
      code: 'NEED_SAFETY',
      text: { en: 'I must leave to be safe', 'st-LS': 'Ke tlameha ho batla polokeho' },
      value: null,
    },
    { code: 'NEED_FAMILY', text: { en: 'I must join family', 'st-LS': 'Ke tlameha ho ea lelapeng' }, value: null },
    { code: 'OTHER', text: { en: 'Something else', 'st-LS': 'Ho hong hosele' }, value: null },
    ...noAnswer,
  ],
} as const satisfies Record<string, readonly SurveyOption[]>
export type SurveyScale = keyof typeof surveyScales

/** Undefined where the code is not an answer of that scale. */
export const findOption = (scale: SurveyScale, code: string): SurveyOption | undefined =>
  surveyScales[scale].find(option => option.code === code)
