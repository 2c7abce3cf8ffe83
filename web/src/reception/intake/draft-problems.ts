/** What still keeps a draft from being saved, by field: the same rules the server applies, said before it is asked. */
import { ageOn, type BirthDate, isMinor } from '../../../../functions/registration/age.ts'
import type { WordPair } from '../../../../functions/registration/remembered-words.ts'
import { lateCaptureOf } from '../../paper/late-capture.ts'
import { readDisplayNumber } from '../../slips/read-number.ts'
import { proofProblem } from '../proof/proof-draft.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { type BirthProblem, readBirth } from './read-birth.ts'
import { readPhone } from './read-phone.ts'

export const sectionNames = ['who', 'home', 'urgent', 'support', 'check'] as const
export type SectionName = (typeof sectionNames)[number]

export type Problem =
  | 'needed'
  | 'choose'
  | 'phone'
  | 'asking'
  | 'answer-each'
  | 'one-same'
  | 'slip'
  | 'who-first'
  | 'late-incomplete'
  | 'late-future'
  | 'proof'
  | `birth-${BirthProblem}`

const sectionOfField = {
  givenNames: 'who',
  surname: 'who',
  sex: 'who',
  birth: 'who',
  accompaniment: 'who',
  householdRole: 'who',
  homeDistrict: 'home',
  shareDistrict: 'home',
  channel: 'home',
  phone: 'home',
  guardian: 'home',
  support: 'support',
  proof: 'support',
  matches: 'check',
  slipNumber: 'check',
  late: 'check',
} as const satisfies Record<string, SectionName>
export type Field = keyof typeof sectionOfField
export type Problems = Readonly<Partial<Record<Field, Problem>>>

type TypedBirth = Pick<IntakeDraft, 'birth' | 'takenForChild'>

/** The birth as far as it can be read; undefined until it can. */
export const birthOf = (draft: TypedBirth, today: string): BirthDate | undefined => {
  const reading = readBirth(draft.birth, today)
  if (!('birth' in reading)) return undefined
  return draft.takenForChild.value.length > 0 ? { ...reading.birth, takenForChild: true } : reading.birth
}

/** Up to here an officer may doubt that somebody is an adult; beyond, the question would only be in the way (PROPOSAL). */
const doubtedUpToYears = 24
export const mayBeDoubted = (draft: TypedBirth, today: string): boolean => {
  const birth = birthOf(draft, today)
  return (
    birth !== undefined &&
    (birth.takenForChild === true || (!isMinor(birth, today) && ageOn(birth, today) <= doubtedUpToYears))
  )
}

/** Under 18, or may be. Until a birth can be read nobody is taken for a child or an adult: the questions wait. */
export const isChild = (draft: TypedBirth, today: string): boolean => {
  const birth = birthOf(draft, today)
  return birth !== undefined && isMinor(birth, today)
}

/** A child whom nobody has taken custody of does not leave (domain.md 2.5). */
export const staysHere = (draft: IntakeDraft, today: string): boolean =>
  isChild(draft, today) && draft.accompaniment.value !== undefined && draft.accompaniment.value !== 'ACCOMPANIED'

/** Ways of being reached that are nothing without a number, and those that go through somebody a number may help to find. */
const numberNeeded = ['OWN_PHONE', 'RELATIVE', 'NEIGHBOUR'] as const
const numberHelps = ['CHIEF', 'CHURCH', 'CLINIC'] as const
type Channel = IntakeDraft['channel']['value']
export const asksForNumber = (channel: Channel): boolean =>
  [...numberNeeded, ...numberHelps].some(each => each === channel)
export const needsNumber = (channel: Channel): boolean => numberNeeded.some(each => each === channel)

/** What identifies a search for people who may be the same: when it changes, they are looked for again. */
export const matchFacts = (draft: IntakeDraft, today: string): string =>
  [draft.givenNames, draft.surname, draft.sex, draft.homeDistrict].map(({ value }) => value).join('|') +
  (birthOf(draft, today)?.date ?? '')

/** The number of the slip they hold already; undefined where they hold none, or it does not check out. */
export const heldNumberOf = ({ holdsSlip, slipNumber }: IntakeDraft): string | undefined =>
  holdsSlip.value.length > 0 ? readDisplayNumber(slipNumber.value) : undefined

/** The two words of who takes no slip along; undefined of who does, or holds one already. */
export const wordsInsteadOf = ({ holdsSlip, noSlip, words }: IntakeDraft): WordPair | undefined =>
  holdsSlip.value.length === 0 && noSlip.value.length > 0 && words.value.length > 0 ? [...words.value] : undefined

function matchProblem(draft: IntakeDraft): Problem | undefined {
  if (draft.matches.value === undefined) return 'asking'
  const { found } = draft.matches.value
  const answers = found.map(({ personId }) => draft.matchAnswers.value[personId])
  if (answers.filter(answer => answer === 'SAME').length > 1) return 'one-same'
  return answers.includes(undefined) ? 'answer-each' : undefined
}

export function problemsOf(draft: IntakeDraft, today: string): Problems {
  const birth = readBirth(draft.birth, today)
  const child = isChild(draft, today)
  const late = lateCaptureOf(draft.late, today)
  const entries: [Field, Problem | false][] = [
    ['givenNames', draft.givenNames.value.trim() === '' && 'needed'],
    ['surname', draft.surname.value.trim() === '' && 'needed'],
    ['sex', draft.sex.value === undefined && 'choose'],
    ['birth', 'problem' in birth && `birth-${birth.problem}`],
    ['accompaniment', child && draft.accompaniment.value === undefined && 'choose'],
    ['householdRole', draft.household.value !== undefined && draft.householdRole.value === undefined && 'choose'],
    ['proof', proofProblem(draft.proof) !== undefined && 'proof'],
    ['homeDistrict', draft.homeDistrict.value === undefined && 'choose'],
    ['shareDistrict', draft.shareDistrict.value === undefined && 'choose'],
    ['channel', draft.channel.value === undefined && 'choose'],
    ['phone', hasWrongPhone(draft) && 'phone'],
    ['guardian', child && draft.guardian.value === undefined && 'choose'],
    // what they may get is not known before
    ['support', ('problem' in birth || draft.sex.value === undefined) && 'who-first'],
    ['matches', matchProblem(draft) ?? false],
    ['slipNumber', draft.holdsSlip.value.length > 0 && heldNumberOf(draft) === undefined && 'slip'],
    ['late', typeof late === 'string' && `late-${late}`],
  ]
  return Object.fromEntries(entries.filter(([, problem]) => problem !== false))
}

export function hasWrongPhone({ channel, phone }: Pick<IntakeDraft, 'channel' | 'phone'>): boolean {
  if (!asksForNumber(channel.value)) return false
  if (phone.value.trim() === '') return needsNumber(channel.value)
  return readPhone(phone.value) === undefined
}

/** The first part that still has a problem; undefined where the draft can be saved. */
export const firstUnfinished = (problems: Problems): SectionName | undefined =>
  sectionNames.find(section => isUnfinished(problems, section))

export const isUnfinished = (problems: Problems, section: SectionName): boolean =>
  Object.keys(problems).some(field => isField(field) && sectionOfField[field] === section)

const isField = (name: string): name is Field => Object.hasOwn(sectionOfField, name)
