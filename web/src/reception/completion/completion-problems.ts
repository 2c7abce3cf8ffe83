/** What of the full tier cannot be read, or would be lost because what it belongs to is empty. Everything may be left empty. */
import type { Signal } from '@preact/signals'
import { type DateInput, readDate } from '../../ui/date-input.ts'
import { readPhone } from '../intake/read-phone.ts'
import { agesIn, type CompletionDraft, type PersonInput, typed } from './completion-draft.ts'

export type CompletionProblem =
  | 'kin'
  | 'date'
  | 'phone'
  | 'number'
  | 'paper'
  | 'paper-type'
  | 'paper-none'
  | 'district'
  | 'channel'
  | 'phone-missing'
  | 'ruled-out'
  | 'per'
  | 'ages'

/** The part of the form each checked field stands in. */
export const partOfField = {
  documentType: 'papers',
  documentNumber: 'papers',
  documentExpiry: 'papers',
  district: 'home',
  otherNumber: 'contact',
  otherChannel: 'contact',
  kinName: 'contact',
  kinPhone: 'contact',
  notToContact: 'contact',
  childrenAges: 'family',
  childrenOfUnknownAge: 'family',
  caregiverName: 'care',
  firstDeparture: 'journey',
  lastEntry: 'journey',
  stoppedOn: 'journey',
  daysHeld: 'journey',
  agreed: 'wages',
  paid: 'wages',
  per: 'wages',
  wagesAmount: 'wages',
  daysBeforePayday: 'wages',
} as const satisfies Partial<Record<keyof CompletionDraft, string>>
type Checked = keyof typeof partOfField
const isChecked = (field: string): field is Checked => field in partOfField
const checkedFields = Object.keys(partOfField).filter(isChecked)
export type CompletionProblems = Readonly<Partial<Record<Checked, CompletionProblem>>>

const isCount = (value: string, most: number): boolean => value === '' || (/^\d+$/.test(value) && Number(value) <= most)
const isMoney = (value: string): boolean => /^(\d{1,7}([.,]\d{1,2})?)?$/.test(value)
const isUnread = (phone: Signal<string>): boolean => typed(phone) !== undefined && readPhone(phone.value) === undefined
const isTyped = (text: Signal<string>): boolean => typed(text) !== undefined
const holds = (...texts: Signal<string>[]): boolean => texts.some(text => typed(text) !== undefined)

/** What is wrong with one of those who are not to be contacted. */
export const personProblems = ({ name, relation, phone }: PersonInput): { name?: 'kin'; phone?: 'phone' } => ({
  ...(!isTyped(name) && holds(relation, phone) ? { name: 'kin' } : {}),
  ...(isUnread(phone) ? { phone: 'phone' } : {}),
})

/** True for a name or a number that is among those who are not to be contacted. */
function isRuledOut({ notToContact }: CompletionDraft, name: string | undefined, phone: string | undefined): boolean {
  const number = phone === undefined ? undefined : readPhone(phone)
  return notToContact.value.some(
    person =>
      (name !== undefined && typed(person.name)?.toLowerCase() === name.toLowerCase()) ||
      (number !== undefined && readPhone(person.phone.value) === number),
  )
}

/** By field; a field has the first problem that applies to it. */
export function completionProblems(draft: CompletionDraft, today: string): CompletionProblems {
  const isPast = (date: DateInput) =>
    readDate(date) === 'empty' || (readDate(date) !== 'wrong' && readDate(date) <= today)
  const ages = agesIn(draft.childrenAges.value)
  const { documentType, documentNumber, documentExpiry, kinName, kinPhone, otherNumber, caregiverName } = draft
  const isOnPaper = typed(documentNumber) !== undefined || readDate(documentExpiry) !== 'empty'
  const hasOtherAnswers = draft.otherChannel.value !== undefined || draft.otherAllows.value.length > 0
  // what is not owed has no amount: those fields are not on screen
  const isOwed = draft.wagesOwed.value === true
  const isOfCaregiver = draft.caregiverRelation.value !== undefined || draft.caregiverId.value !== undefined
  const found: [Checked, CompletionProblem, boolean][] = [
    [
      'documentType',
      'paper-type',
      documentType.value === undefined && (isOnPaper || draft.documentCondition.value !== undefined),
    ],
    ['documentType', 'paper-none', documentType.value === 'NONE' && isOnPaper],
    ['documentNumber', 'paper', !/^([A-Z0-9 /-]{4,20})?$/.test(documentNumber.value.trim().toUpperCase())],
    ['documentExpiry', 'date', readDate(documentExpiry) === 'wrong'],
    ['district', 'district', draft.district.value === undefined && holds(draft.council, draft.village, draft.chief)],
    ['otherNumber', 'phone', isUnread(otherNumber)],
    ['otherNumber', 'phone-missing', !isTyped(otherNumber) && hasOtherAnswers],
    ['otherNumber', 'ruled-out', isRuledOut(draft, undefined, typed(otherNumber))],
    ['otherChannel', 'channel', isTyped(otherNumber) && draft.otherChannel.value === undefined],
    ['kinName', 'kin', !isTyped(kinName) && holds(kinPhone, draft.kinRelation)],
    ['kinName', 'ruled-out', isRuledOut(draft, typed(kinName), undefined)],
    ['kinPhone', 'phone', isUnread(kinPhone)],
    ['kinPhone', 'ruled-out', isRuledOut(draft, undefined, typed(kinPhone))],
    ['notToContact', 'kin', draft.notToContact.value.some(person => Object.keys(personProblems(person)).length > 0)],
    [
      'childrenAges',
      'ages',
      ages.length > 15 || ages.some(age => age > 17) || /[^\d\s,;&.a-z]/i.test(draft.childrenAges.value),
    ],
    ['childrenOfUnknownAge', 'number', !isCount(draft.childrenOfUnknownAge.value.trim(), 15)],
    ['caregiverName', 'kin', !isTyped(caregiverName) && isOfCaregiver],
    ['caregiverName', 'ruled-out', isRuledOut(draft, typed(caregiverName), undefined)],
    ['firstDeparture', 'date', !isPast(draft.firstDeparture)],
    ['lastEntry', 'date', !isPast(draft.lastEntry)],
    ['stoppedOn', 'date', !isPast(draft.stoppedOn)],
    ['daysHeld', 'number', !isCount(draft.daysHeld.value.trim(), 3_650)],
    ['agreed', 'number', !isMoney(draft.agreed.value.trim())],
    ['paid', 'number', !isMoney(draft.paid.value.trim())],
    ['per', 'per', isTyped(draft.agreed) && draft.per.value === undefined],
    ['wagesAmount', 'number', isOwed && !isMoney(draft.wagesAmount.value.trim())],
    ['daysBeforePayday', 'number', isOwed && !isCount(draft.daysBeforePayday.value.trim(), 62)],
  ]
  return Object.fromEntries(found.flatMap(([field, problem, is]) => (is ? [[field, problem]] : [])).reverse())
}

/** The parts of the form with a problem, each once, in their order. */
export const partsToMend = (problems: CompletionProblems): (typeof partOfField)[Checked][] => [
  ...new Set(checkedFields.filter(field => problems[field] !== undefined).map(field => partOfField[field])),
]
