/**
 * The sustainability survey, version 1: topics and scales of domain.md 6.3 (GK, unverified), wording ours, Sesotho a
 * draft. It is not IOM's questionnaire, and its scores are not to be published under that name.
 */
import type { LocalText, TranslationReview } from '../platform/local-text.ts'
import type { SurveyScale } from './survey-scales.ts'

export const surveyDimensions = ['ECONOMIC', 'SOCIAL', 'PSYCHOSOCIAL'] as const
export type SurveyDimension = (typeof surveyDimensions)[number]

type Worded = { readonly id: string; readonly scale: SurveyScale; readonly en: string; readonly sesotho: string }

const economic = [
  {
    id: 'Q1',
    scale: 'GOOD_TO_POOR',
    en: 'How do you find your own economic situation?',
    sesotho: 'U bona boemo ba hau ba chelete e le bo joang?',
  },
  {
    id: 'Q2',
    scale: 'OFTEN_IS_WORSE',
    en: 'How often do you eat less, or worse, because food costs too much?',
    sesotho: 'Ke hangata hakae moo u jang hanyenyane, kapa lijo tse fokolang, hobane lijo li le theko e phahameng?',
  },
  {
    id: 'Q3',
    scale: 'YES_IS_BETTER',
    en: 'Could you borrow money if you needed to?',
    sesotho: 'Na u ka kalima chelete haeba u e hloka?',
  },
  {
    id: 'Q4',
    scale: 'BORROWING',
    en: 'How often do you borrow money?',
    sesotho: 'Ke hangata hakae moo u kalimang chelete?',
  },
  {
    id: 'Q5',
    scale: 'DEBT',
    en: 'How large is what you owe, against what you spend in a month?',
    sesotho: 'Mokoloto oa hau o mokae ha o bapisoa le seo u se sebelisang ka khoeli?',
  },
  {
    id: 'Q6',
    scale: 'GOOD_TO_POOR',
    en: 'How are the chances of work and training for you here?',
    sesotho: 'Menyetla ea hau ea mosebetsi le koetliso mona e joang?',
  },
  { id: 'Q7', scale: 'YES_IS_BETTER', en: 'Do you work now?', sesotho: 'Na ua sebetsa hona joale?' },
  {
    id: 'Q8',
    scale: 'YES_IS_BETTER',
    en: 'Do you own something to earn with: land, animals, trees, a building, a vehicle, tools?',
    sesotho: 'Na u na le ho hong hoo u ka iphelisang ka hona: masimo, liphoofolo, lifate, moaho, koloi, lisebelisoa?',
  },
  {
    id: 'Q9',
    scale: 'NO_IS_BETTER',
    en: 'Are you looking for a job, or for another one?',
    sesotho: 'Na u batla mosebetsi, kapa o mong?',
  },
  { id: 'Q10', scale: 'WHY_LOOKING', en: 'Why are you looking?', sesotho: 'U o batla ka lebaka lefe?' },
] as const satisfies readonly Worded[]

const social = [
  {
    id: 'Q11',
    scale: 'GOOD_TO_POOR',
    en: 'How is it to find housing here?',
    sesotho: 'Ho joang ho fumana bolulo mona?',
  },
  {
    id: 'Q12',
    scale: 'GOOD_TO_POOR',
    en: 'How is the house you live in?',
    sesotho: 'Ntlo eo u lulang ho eona e joang?',
  },
  {
    id: 'Q13',
    scale: 'GOOD_TO_POOR',
    en: 'How is it to get education here?',
    sesotho: 'Ho joang ho fumana thuto mona?',
  },
  {
    id: 'Q14',
    scale: 'SCHOOLING',
    en: 'Do the children of school age in your home go to school?',
    sesotho: 'Na bana ba lilemo tsa sekolo lapeng la hau ba kena sekolo?',
  },
  {
    id: 'Q15',
    scale: 'GOOD_TO_POOR',
    en: 'How is it to get help from the police and the courts?',
    sesotho: 'Ho joang ho fumana thuso ea mapolesa le makhotla?',
  },
  {
    id: 'Q16',
    scale: 'YES_IS_BETTER',
    en: 'Do you hold at least one identity paper?',
    sesotho: 'Na u na le bonyane lengolo le le leng la boitsebiso?',
  },
  {
    id: 'Q17',
    scale: 'GOOD_TO_POOR',
    en: 'How is it to get papers when you need them?',
    sesotho: 'Ho joang ho fumana mangolo ha u a hloka?',
  },
  {
    id: 'Q18',
    scale: 'GOOD_TO_POOR',
    en: 'How is it to get safe water?',
    sesotho: 'Ho joang ho fumana metsi a hloekileng?',
  },
  {
    id: 'Q19',
    scale: 'GOOD_TO_POOR',
    en: 'How is it to get health care?',
    sesotho: 'Ho joang ho fumana tlhokomelo ea bophelo bo botle?',
  },
  {
    id: 'Q20',
    scale: 'GOOD_TO_POOR',
    en: 'How good is the health care here?',
    sesotho: 'Tlhokomelo ea bophelo bo botle mona e joang?',
  },
  {
    id: 'Q21',
    scale: 'GOOD_TO_POOR',
    en: 'How are the public services here as a whole?',
    sesotho: 'Litšebeletso tsa sechaba mona ka kakaretso li joang?',
  },
] as const satisfies readonly Worded[]

const psychosocial = [
  {
    id: 'Q22',
    scale: 'OFTEN_IS_BETTER',
    en: 'How often do you take part in what the community does together?',
    sesotho: 'Ke hangata hakae moo u nkang karolo ho seo sechaba se se etsang hammoho?',
  },
  {
    id: 'Q23',
    scale: 'GOOD_TO_POOR',
    en: 'How is the support of the people around you?',
    sesotho: 'Tšehetso ea batho ba u pota-potileng e joang?',
  },
  { id: 'Q24', scale: 'AGREEMENT', en: 'I am part of this community.', sesotho: 'Ke karolo ea sechaba sena.' },
  {
    id: 'Q25',
    scale: 'GOOD_TO_POOR',
    en: 'How safe are you and your family?',
    sesotho: 'Polokeho ea hau le ea lelapa la hau e joang?',
  },
  {
    id: 'Q26',
    scale: 'OFTEN_IS_WORSE',
    en: 'How often has there been tension in the family since you came back?',
    sesotho: 'Ke hangata hakae moo ho bileng le likhohlano lelapeng ho tloha ha u khutla?',
  },
  {
    id: 'Q27',
    scale: 'OFTEN_IS_WORSE',
    en: 'How often have you been treated worse than others?',
    sesotho: 'Ke hangata hakae moo u sa tšoaroang joalo ka ba bang?',
  },
  {
    id: 'Q28',
    scale: 'OFTEN_IS_WORSE',
    en: 'How often are you angry, sad, afraid, tense, lonely, low in your own eyes, or unable to think?',
    sesotho:
      'Ke hangata hakae moo u halefang, u hlonamang, u tšohang, u imetsoeng, u bang bolutu, u inyatsang, kapa u sitoang ho nahana?',
  },
  {
    id: 'Q29',
    scale: 'NO_IS_BETTER',
    en: 'Would you like to speak with someone trained to help with that?',
    sesotho: 'Na u ka rata ho bua le motho ea koetliselitsoeng ho thusa ka seo?',
  },
  {
    id: 'Q30',
    scale: 'YES_IS_BETTER',
    en: 'Are you able to stay and live in this country?',
    sesotho: 'Na u khona ho lula le ho phela naheng ena?',
  },
  {
    id: 'Q31',
    scale: 'WHY_STAY_OR_LEAVE',
    en: 'What is the main reason for that answer?',
    sesotho: 'Lebaka le leholo la karabo eo ke lefe?',
  },
] as const satisfies readonly Worded[]

export type SurveyItemId =
  | (typeof economic)[number]['id']
  | (typeof social)[number]['id']
  | (typeof psychosocial)[number]['id']

export type SurveyItem = {
  readonly id: SurveyItemId
  readonly dimension: SurveyDimension
  readonly scale: SurveyScale
  readonly text: LocalText
  /** False for what is only described. */
  readonly scored: boolean
}

const itemsOf = (
  dimension: SurveyDimension,
  worded: readonly (Worded & { readonly id: SurveyItemId })[],
): SurveyItem[] =>
  worded.map(({ id, scale, en, sesotho }) => ({
    id,
    dimension,
    scale,
    text: { en, 'st-LS': sesotho },
    scored: scale !== 'WHY_LOOKING' && scale !== 'WHY_STAY_OR_LEAVE',
  }))

export type SurveyInstrument = {
  readonly id: 'SUSTAINABILITY_SURVEY'
  readonly version: number
  readonly title: LocalText
  readonly sesothoReview: TranslationReview
  readonly items: readonly SurveyItem[]
}

export const survey1: SurveyInstrument = {
  id: 'SUSTAINABILITY_SURVEY',
  version: 1,
  title: { en: 'How are you settling?', 'st-LS': 'U ntse u lula joang?' },
  sesothoReview: 'DRAFT_AWAITING_NATIVE_SPEAKER',
  items: [...itemsOf('ECONOMIC', economic), ...itemsOf('SOCIAL', social), ...itemsOf('PSYCHOSOCIAL', psychosocial)],
}

/** Undefined when that survey, or that version of it, was never issued. */
export const findSurvey = (id: string, version: number): SurveyInstrument | undefined =>
  id === survey1.id && version === survey1.version ? survey1 : undefined
