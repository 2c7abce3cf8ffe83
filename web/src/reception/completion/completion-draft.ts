/** The full tier as typed or chosen, verbatim, in signals: every field of the form, filled with what is known. */
import { type Signal, signal } from '@preact/signals'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import type { FullTier } from '../../../../functions/registration/person-fields.ts'
import type { WashingtonGroupItem } from '../../../../functions/registration/vulnerability-codes.ts'
import { washingtonGroupItems } from '../../../../functions/registration/vulnerability-codes.ts'
import { dateInput } from '../../ui/date-input.ts'

/**
 * Countries of the region, ISO 3166-1 alpha-3, and ICAO's codes for no country and for an unspecified one. A record may
 * hold any other; one that is not in this list is left as it is.
 */
export const countries = ['LSO', 'ZAF', 'ZWE', 'MOZ', 'SWZ', 'BWA', 'MWI', 'XXA', 'XXX'] as const
type Country = (typeof countries)[number]

/** What work was paid in. */
export const currencies = ['ZAR', 'LSL'] as const
type Currency = (typeof currencies)[number]

type Chosen<Code> = Signal<Code | undefined>
type Of<Key extends keyof FullTier> = NonNullable<FullTier[Key]>
type Part<Key extends keyof FullTier, Inner extends keyof Of<Key>> = NonNullable<Of<Key>[Inner]>
type Caregiver = Part<'care', 'caregiver'>
type NotToContact = Of<'notToContact'>[number]

const chosen = <Code>(code: Code | undefined): Chosen<Code> => signal<Code | undefined>(code)
const text = (value: string | number | undefined): Signal<string> => signal(value === undefined ? '' : String(value))
const money = (cents: number | undefined): Signal<string> => text(cents === undefined ? undefined : cents / 100)

/** Somebody by name, as typed. */
export const personInput = (known?: NotToContact) => ({
  name: text(known?.name),
  relation: text(known?.relation),
  phone: text(known?.phone),
})
export type PersonInput = ReturnType<typeof personInput>

/** `homeDistrict` is where the person said home is. */
export const completionDraft = (full: FullTier, homeDistrict: DistrictCode) => ({
  nationality: chosen<Country>(countries.find(country => country === full.nationality)),
  countryOfBirth: chosen<Country>(countries.find(country => country === full.countryOfBirth)),
  nationalityConfidence: chosen<Of<'nationalityConfidence'>>(full.nationalityConfidence),
  openNationality: chosen<Of<'openNationality'>>(full.openNationality),
  documentType: chosen<Of<'document'>['type']>(full.document?.type),
  documentNumber: text(full.document?.number),
  documentExpiry: dateInput(full.document?.expiresOn),
  documentCondition: chosen<Part<'document', 'condition'>>(full.document?.condition),
  district: chosen<DistrictCode>(full.destination?.district ?? homeDistrict),
  council: text(full.destination?.council),
  village: text(full.destination?.village),
  chief: text(full.destination?.chief),
  originCouncil: text(full.origin?.council),
  originVillage: text(full.origin?.village),
  originChief: text(full.origin?.chief),
  intention: chosen<Of<'intention'>>(full.intention),
  language: chosen<Of<'language'>>(full.language),
  otherChannel: chosen<Of<'otherPhone'>['channel']>(full.otherPhone?.channel),
  otherNumber: text(full.otherPhone?.number),
  otherAllows: signal<readonly ('CALL' | 'MESSAGE')[]>([
    ...(full.otherPhone?.mayCall === true ? (['CALL'] as const) : []),
    ...(full.otherPhone?.mayLeaveMessage === true ? (['MESSAGE'] as const) : []),
  ]),
  moneyOperator: chosen<Of<'mobileMoney'>['operator']>(full.mobileMoney?.operator),
  moneyWhose: chosen<Part<'mobileMoney', 'whose'>>(full.mobileMoney?.whose),
  kinName: text(full.nextOfKin?.name),
  kinPhone: text(full.nextOfKin?.phone),
  kinRelation: text(full.nextOfKin?.relation),
  notToContact: signal<readonly PersonInput[]>((full.notToContact ?? []).map(personInput)),
  maritalStatus: chosen<Of<'maritalStatus'>>(full.maritalStatus),
  childrenAges: text(full.childrenLeftInSouthAfrica?.join(', ')),
  childrenOfUnknownAge: text(full.childrenOfUnknownAgeLeftInSouthAfrica),
  /** As it stood when the form was opened: only this one can be confirmed. */
  knownCaregiver: full.care?.caregiver,
  caregiverName: text(full.care?.caregiver?.name),
  caregiverRelation: chosen<NonNullable<Caregiver['relation']>>(full.care?.caregiver?.relation),
  caregiverId: chosen<string>(full.care?.caregiver?.personId),
  caregiverStanding: chosen<Caregiver['standing']>(full.care?.caregiver?.standing),
  separationCause: chosen<Part<'care', 'separationCause'>>(full.care?.separationCause),
  careArrangement: chosen<Part<'care', 'arrangement'>>(full.care?.arrangement),
  education: chosen<Of<'education'>>(full.education),
  beforeLeaving: chosen<Part<'occupation', 'beforeLeaving'>>(full.occupation?.beforeLeaving),
  inSouthAfrica: chosen<Part<'occupation', 'inSouthAfrica'>>(full.occupation?.inSouthAfrica),
  wanted: chosen<Part<'occupation', 'wanted'>>(full.occupation?.wanted),
  industry: chosen<Part<'occupation', 'industry'>>(full.occupation?.industry),
  workInWords: text(full.occupation?.inWords),
  wantsLivelihoodHelp: chosen<boolean>(full.wantsLivelihoodHelp),
  firstDeparture: dateInput(full.migration?.firstDepartureOn),
  lastEntry: dateInput(full.migration?.lastEntryOn),
  province: text(full.migration?.southAfricanProvince),
  town: text(full.migration?.southAfricanTown),
  sentMoneyHome: chosen<boolean>(full.migration?.sentMoneyHome),
  stoppedPlace: chosen<Part<'stopped', 'place'>>(full.stopped?.place),
  stoppedOn: dateInput(full.stopped?.on),
  stoppedFacility: chosen<Part<'stopped', 'facility'>>(full.stopped?.facility),
  daysHeld: text(full.daysHeld),
  belongingsLost: chosen<boolean>(full.belongingsLost),
  job: text(full.employment?.job),
  agreed: money(full.employment?.agreedCents),
  paid: money(full.employment?.paidCents),
  jobCurrency: chosen<Currency>(full.employment?.currency ?? 'ZAR'),
  per: chosen<Part<'employment', 'per'>>(full.employment?.per),
  wagesOwed: chosen<boolean>(full.wages?.owed),
  wagesAmount: money(full.wages?.amountCents),
  wagesCurrency: chosen<Currency>(full.wages?.currency ?? 'ZAR'),
  daysBeforePayday: text(full.wages?.daysBeforePayday),
  washingtonGroup: Object.fromEntries(
    washingtonGroupItems.map(item => [
      item,
      chosen<Of<'washingtonGroup'>[WashingtonGroupItem]>(full.washingtonGroup?.[item]),
    ]),
  ),
  /** Never filled with what is known: exclusions are enforced and shown to nobody. */
  exclusions: signal<readonly string[]>([]),
})
export type CompletionDraft = ReturnType<typeof completionDraft>

/** What was typed, without what stands around it; undefined where nothing was. */
export const typed = (value: Signal<string>): string | undefined =>
  value.value.trim() === '' ? undefined : value.value.trim()

/** True as long as the caregiver is the one that was known when the form was opened. */
export const isKnownCaregiver = ({ knownCaregiver: known, ...draft }: CompletionDraft): boolean =>
  known !== undefined &&
  known.name === typed(draft.caregiverName) &&
  known.relation === draft.caregiverRelation.value &&
  known.personId === draft.caregiverId.value

/** Ages of children as typed, `3, 7 and 12`. */
export const agesIn = (value: string): number[] => (value.match(/\d+/g) ?? []).map(Number)
