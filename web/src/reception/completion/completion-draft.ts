/** The full tier as typed or chosen, and back to what the registry keeps. Fields that were left empty are not sent. */
import { type Signal, signal } from '@preact/signals'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import { type ClearedField, clearableFields, type FullTier } from '../../../../functions/registration/person-fields.ts'
import type {
  WashingtonGroupAnswers,
  WashingtonGroupItem,
} from '../../../../functions/registration/vulnerability-codes.ts'
import { washingtonGroupItems } from '../../../../functions/registration/vulnerability-codes.ts'
import { type DateInput, dateInput, readDate } from '../../ui/date-input.ts'
import { readPhone } from '../intake/read-phone.ts'

/**
 * Countries of the region, ISO 3166-1 alpha-3, and ICAO's codes for no country and for an unspecified one. A record may
 * hold any other; one that is not in this list is left as it is.
 */
export const countries = ['LSO', 'ZAF', 'ZWE', 'MOZ', 'SWZ', 'BWA', 'MWI', 'XXA', 'XXX'] as const
type Country = (typeof countries)[number]

type Chosen<Code> = Signal<Code | undefined>
type Of<Key extends keyof FullTier> = NonNullable<FullTier[Key]>
type WashingtonGroupChoice = Of<'washingtonGroup'>[WashingtonGroupItem]

const chosen = <Code>(code: Code | undefined): Chosen<Code> => signal<Code | undefined>(code)
const text = (value: string | number | undefined): Signal<string> => signal(value === undefined ? '' : String(value))
const typed = (value: Signal<string>): string | undefined =>
  value.value.trim() === '' ? undefined : value.value.trim()

/** Every field of the form, filled with what is known. `homeDistrict` is where the person said home is. */
export const completionDraft = (full: FullTier, homeDistrict: DistrictCode) => ({
  nationality: chosen<Country>(countries.find(country => country === full.nationality)),
  countryOfBirth: chosen<Country>(countries.find(country => country === full.countryOfBirth)),
  nationalityConfidence: chosen<Of<'nationalityConfidence'>>(full.nationalityConfidence),
  documentType: chosen<Of<'document'>['type']>(full.document?.type),
  documentNumber: text(full.document?.number),
  documentExpiry: dateInput(full.document?.expiresOn),
  documentCondition: chosen<NonNullable<Of<'document'>['condition']>>(full.document?.condition),
  district: chosen<DistrictCode>(full.destination?.district ?? homeDistrict),
  council: text(full.destination?.council),
  village: text(full.destination?.village),
  chief: text(full.destination?.chief),
  kinName: text(full.nextOfKin?.name),
  kinPhone: text(full.nextOfKin?.phone),
  kinRelation: text(full.nextOfKin?.relation),
  language: chosen<Of<'language'>>(full.language),
  maritalStatus: chosen<Of<'maritalStatus'>>(full.maritalStatus),
  childrenAges: text(full.childrenLeftInSouthAfrica?.join(', ')),
  education: chosen<Of<'education'>>(full.education),
  beforeLeaving: chosen<NonNullable<Of<'occupation'>['beforeLeaving']>>(full.occupation?.beforeLeaving),
  inSouthAfrica: chosen<NonNullable<Of<'occupation'>['inSouthAfrica']>>(full.occupation?.inSouthAfrica),
  wanted: chosen<NonNullable<Of<'occupation'>['wanted']>>(full.occupation?.wanted),
  industry: chosen<NonNullable<Of<'occupation'>['industry']>>(full.occupation?.industry),
  workInWords: text(full.occupation?.inWords),
  wantsLivelihoodHelp: chosen<boolean>(full.wantsLivelihoodHelp),
  firstDeparture: dateInput(full.migration?.firstDepartureOn),
  lastEntry: dateInput(full.migration?.lastEntryOn),
  province: text(full.migration?.southAfricanProvince),
  town: text(full.migration?.southAfricanTown),
  sentMoneyHome: chosen<boolean>(full.migration?.sentMoneyHome),
  daysHeld: text(full.daysHeld),
  belongingsLost: chosen<boolean>(full.belongingsLost),
  wagesOwed: chosen<boolean>(full.wages?.owed),
  wagesAmount: text(full.wages?.amountCents === undefined ? undefined : full.wages.amountCents / 100),
  wagesCurrency: chosen<'LSL' | 'ZAR'>(full.wages?.currency ?? 'ZAR'),
  daysBeforePayday: text(full.wages?.daysBeforePayday),
  washingtonGroup: Object.fromEntries(
    washingtonGroupItems.map(item => [item, chosen<WashingtonGroupChoice>(full.washingtonGroup?.[item])]),
  ),
  /** Never filled with what is known: exclusions are enforced and shown to nobody. */
  exclusions: signal<readonly string[]>([]),
})
export type CompletionDraft = ReturnType<typeof completionDraft>

export type CompletionProblem = 'kin' | 'date' | 'phone' | 'number' | 'paper' | 'ages'
type Checked = keyof Pick<
  CompletionDraft,
  | 'documentNumber'
  | 'documentExpiry'
  | 'kinName'
  | 'kinPhone'
  | 'childrenAges'
  | 'firstDeparture'
  | 'lastEntry'
  | 'daysHeld'
  | 'wagesAmount'
  | 'daysBeforePayday'
>
export type CompletionProblems = Readonly<Partial<Record<Checked, CompletionProblem>>>

const isCount = (value: string, most: number): boolean => value === '' || (/^\d+$/.test(value) && Number(value) <= most)
/** Ages of children as typed, `3, 7 and 12`. */
const agesIn = (value: string): number[] => (value.match(/\d+/g) ?? []).map(Number)

/** What cannot be read, by field. Everything may be left empty. */
export function completionProblems(draft: CompletionDraft, today: string): CompletionProblems {
  const isPast = (date: DateInput) =>
    readDate(date) === 'empty' || (readDate(date) !== 'wrong' && readDate(date) <= today)
  const ages = agesIn(draft.childrenAges.value)
  const wrong: [Checked, CompletionProblem, boolean][] = [
    ['documentNumber', 'paper', !/^([A-Z0-9 /-]{4,20})?$/.test(draft.documentNumber.value.trim().toUpperCase())],
    ['documentExpiry', 'date', readDate(draft.documentExpiry) === 'wrong'],
    // a telephone or a relation of nobody would be dropped
    [
      'kinName',
      'kin',
      typed(draft.kinName) === undefined && [draft.kinPhone, draft.kinRelation].some(each => typed(each)),
    ],
    ['kinPhone', 'phone', typed(draft.kinPhone) !== undefined && readPhone(draft.kinPhone.value) === undefined],
    [
      'childrenAges',
      'ages',
      ages.length > 15 || ages.some(age => age > 17) || /[^\d\s,;&.a-z]/i.test(draft.childrenAges.value),
    ],
    ['firstDeparture', 'date', !isPast(draft.firstDeparture)],
    ['lastEntry', 'date', !isPast(draft.lastEntry)],
    ['daysHeld', 'number', !isCount(draft.daysHeld.value.trim(), 3_650)],
    ['wagesAmount', 'number', !/^(\d{1,7}([.,]\d{1,2})?)?$/.test(draft.wagesAmount.value.trim())],
    ['daysBeforePayday', 'number', !isCount(draft.daysBeforePayday.value.trim(), 62)],
  ]
  return Object.fromEntries(wrong.flatMap(([field, problem, isWrong]) => (isWrong ? [[field, problem]] : [])))
}

const wholeDate = (date: DateInput): string | undefined => {
  const read = readDate(date)
  return read === 'empty' || read === 'wrong' ? undefined : read
}
const count = (value: Signal<string>): number | undefined =>
  typed(value) === undefined ? undefined : Number(value.value)
/** Undefined where none of its parts was filled in. */
const unlessEmpty = <Part extends object>(part: Part): Part | undefined =>
  Object.values(part).every(value => value === undefined) ? undefined : part

function washingtonGroupOf(draft: CompletionDraft): WashingtonGroupAnswers | undefined {
  const answered = washingtonGroupItems.flatMap(item => {
    const answer = draft.washingtonGroup[item]?.value
    return answer === undefined ? [] : [[item, answer] as const]
  })
  return answered.length === 0 ? undefined : Object.fromEntries(answered)
}

/**
 * What was filled when the form was opened and is empty now. A field the form cannot show (a country it does not list)
 * was never filled in it, and stays.
 */
export function clearedIn(opened: FullTier, now: FullTier): ClearedField[] {
  return clearableFields.filter(field => opened[field] !== undefined && now[field] === undefined)
}

/** What is sent: the fields that hold something. */
export function fullTierOf(draft: CompletionDraft): FullTier {
  const amount = typed(draft.wagesAmount)?.replace(',', '.')
  const ages = agesIn(draft.childrenAges.value)
  const kinName = typed(draft.kinName)
  return {
    nationality: draft.nationality.value,
    countryOfBirth: draft.countryOfBirth.value,
    nationalityConfidence: draft.nationalityConfidence.value,
    document:
      draft.documentType.value === undefined
        ? undefined
        : {
            type: draft.documentType.value,
            number: typed(draft.documentNumber)?.toUpperCase(),
            expiresOn: wholeDate(draft.documentExpiry),
            condition: draft.documentCondition.value,
          },
    destination:
      draft.district.value === undefined
        ? undefined
        : {
            district: draft.district.value,
            council: typed(draft.council),
            village: typed(draft.village),
            chief: typed(draft.chief),
          },
    nextOfKin:
      kinName === undefined
        ? undefined
        : { name: kinName, phone: readPhone(draft.kinPhone.value), relation: typed(draft.kinRelation) },
    language: draft.language.value,
    maritalStatus: draft.maritalStatus.value,
    childrenLeftInSouthAfrica: ages.length === 0 ? undefined : ages,
    education: draft.education.value,
    occupation: unlessEmpty({
      beforeLeaving: draft.beforeLeaving.value,
      inSouthAfrica: draft.inSouthAfrica.value,
      wanted: draft.wanted.value,
      industry: draft.industry.value,
      inWords: typed(draft.workInWords),
    }),
    migration: unlessEmpty({
      firstDepartureOn: wholeDate(draft.firstDeparture),
      lastEntryOn: wholeDate(draft.lastEntry),
      southAfricanProvince: typed(draft.province),
      southAfricanTown: typed(draft.town),
      sentMoneyHome: draft.sentMoneyHome.value,
    }),
    daysHeld: count(draft.daysHeld),
    belongingsLost: draft.belongingsLost.value,
    wages:
      draft.wagesOwed.value === undefined
        ? undefined
        : {
            owed: draft.wagesOwed.value,
            ...(draft.wagesOwed.value
              ? {
                  amountCents: amount === undefined ? undefined : Math.round(Number(amount) * 100),
                  currency: amount === undefined ? undefined : draft.wagesCurrency.value,
                  daysBeforePayday: count(draft.daysBeforePayday),
                }
              : {}),
          },
    washingtonGroup: washingtonGroupOf(draft),
    wantsLivelihoodHelp: draft.wantsLivelihoodHelp.value,
    exclusions: draft.exclusions.value.length === 0 ? undefined : [...draft.exclusions.value],
  }
}
