/** From the form back to what the registry keeps. Fields that were left empty are not sent. */
import type { Signal } from '@preact/signals'
import { type ClearedField, clearableFields, type FullTier } from '../../../../functions/registration/person-fields.ts'
import type { WashingtonGroupAnswers } from '../../../../functions/registration/vulnerability-codes.ts'
import { washingtonGroupItems } from '../../../../functions/registration/vulnerability-codes.ts'
import { type DateInput, readDate } from '../../ui/date-input.ts'
import { readPhone } from '../intake/read-phone.ts'
import { agesIn, type CompletionDraft, isKnownCaregiver, typed } from './completion-draft.ts'

const wholeDate = (date: DateInput): string | undefined => {
  const read = readDate(date)
  return read === 'empty' || read === 'wrong' ? undefined : read
}
const count = (value: Signal<string>): number | undefined =>
  typed(value) === undefined ? undefined : Number(value.value)
const cents = (value: Signal<string>): number | undefined => {
  const amount = typed(value)?.replace(',', '.')
  return amount === undefined ? undefined : Math.round(Number(amount) * 100)
}
/** Undefined where none of its parts was filled in. */
const unlessEmpty = <Part extends object>(part: Part): Part | undefined =>
  Object.values(part).every(value => value === undefined) ? undefined : part

function documentOf(draft: CompletionDraft): FullTier['document'] {
  const type = draft.documentType.value
  if (type === undefined) return undefined
  const condition = draft.documentCondition.value
  // what was typed before "none" was chosen is no longer on screen
  if (type === 'NONE') return { type, condition }
  return {
    type,
    number: typed(draft.documentNumber)?.toUpperCase(),
    expiresOn: wholeDate(draft.documentExpiry),
    condition,
  }
}

function contactOf(draft: CompletionDraft) {
  const number = readPhone(draft.otherNumber.value)
  const channel = draft.otherChannel.value
  const operator = draft.moneyOperator.value
  const kinName = typed(draft.kinName)
  const allows = draft.otherAllows.value
  const notToContact = draft.notToContact.value.flatMap(person => {
    const name = typed(person.name)
    return name === undefined ? [] : [{ name, relation: typed(person.relation), phone: readPhone(person.phone.value) }]
  })
  return {
    otherPhone:
      number === undefined || channel === undefined
        ? undefined
        : { number, channel, mayCall: allows.includes('CALL'), mayLeaveMessage: allows.includes('MESSAGE') },
    mobileMoney:
      operator === undefined
        ? undefined
        : { operator, whose: operator === 'NONE' ? undefined : draft.moneyWhose.value },
    nextOfKin:
      kinName === undefined
        ? undefined
        : { name: kinName, phone: readPhone(draft.kinPhone.value), relation: typed(draft.kinRelation) },
    notToContact: notToContact.length === 0 ? undefined : notToContact,
  } satisfies FullTier
}

function careOf(draft: CompletionDraft): FullTier['care'] {
  const name = typed(draft.caregiverName)
  return unlessEmpty({
    caregiver:
      name === undefined
        ? undefined
        : {
            name,
            relation: draft.caregiverRelation.value,
            personId: draft.caregiverId.value,
            // whoever is named anew is claimed anew
            standing: isKnownCaregiver(draft) ? (draft.caregiverStanding.value ?? 'CLAIMED') : 'CLAIMED',
          },
    separationCause: draft.separationCause.value,
    arrangement: draft.careArrangement.value,
  })
}

function employmentOf(draft: CompletionDraft): FullTier['employment'] {
  const agreedCents = cents(draft.agreed)
  const paidCents = cents(draft.paid)
  const isPaid = agreedCents !== undefined || paidCents !== undefined
  return unlessEmpty({
    job: typed(draft.job),
    agreedCents,
    paidCents,
    currency: isPaid ? draft.jobCurrency.value : undefined,
    per: draft.per.value,
  })
}

function wagesOf(draft: CompletionDraft): FullTier['wages'] {
  const owed = draft.wagesOwed.value
  if (owed !== true) return owed === undefined ? undefined : { owed }
  const amountCents = cents(draft.wagesAmount)
  return {
    owed,
    amountCents,
    currency: amountCents === undefined ? undefined : draft.wagesCurrency.value,
    daysBeforePayday: count(draft.daysBeforePayday),
  }
}

function washingtonGroupOf(draft: CompletionDraft): WashingtonGroupAnswers | undefined {
  const answered = washingtonGroupItems.flatMap(item => {
    const answer = draft.washingtonGroup[item]?.value
    return answer === undefined ? [] : [[item, answer] as const]
  })
  return answered.length === 0 ? undefined : Object.fromEntries(answered)
}

/** What is sent: the fields that hold something. */
export function fullTierOf(draft: CompletionDraft): FullTier {
  const ages = agesIn(draft.childrenAges.value)
  const district = draft.district.value
  return {
    nationality: draft.nationality.value,
    countryOfBirth: draft.countryOfBirth.value,
    nationalityConfidence: draft.nationalityConfidence.value,
    openNationality: draft.openNationality.value,
    document: documentOf(draft),
    destination:
      district === undefined
        ? undefined
        : { district, council: typed(draft.council), village: typed(draft.village), chief: typed(draft.chief) },
    origin: unlessEmpty({
      council: typed(draft.originCouncil),
      village: typed(draft.originVillage),
      chief: typed(draft.originChief),
    }),
    intention: draft.intention.value,
    language: draft.language.value,
    ...contactOf(draft),
    maritalStatus: draft.maritalStatus.value,
    childrenLeftInSouthAfrica: ages.length === 0 ? undefined : ages,
    childrenOfUnknownAgeLeftInSouthAfrica: count(draft.childrenOfUnknownAge) || undefined,
    care: careOf(draft),
    education: draft.education.value,
    occupation: unlessEmpty({
      beforeLeaving: draft.beforeLeaving.value,
      inSouthAfrica: draft.inSouthAfrica.value,
      wanted: draft.wanted.value,
      industry: draft.industry.value,
      inWords: typed(draft.workInWords),
    }),
    employment: employmentOf(draft),
    migration: unlessEmpty({
      firstDepartureOn: wholeDate(draft.firstDeparture),
      lastEntryOn: wholeDate(draft.lastEntry),
      southAfricanProvince: typed(draft.province),
      southAfricanTown: typed(draft.town),
      sentMoneyHome: draft.sentMoneyHome.value,
    }),
    stopped: unlessEmpty({
      place: draft.stoppedPlace.value,
      on: wholeDate(draft.stoppedOn),
      facility: draft.stoppedFacility.value,
    }),
    daysHeld: count(draft.daysHeld),
    belongingsLost: draft.belongingsLost.value,
    wages: wagesOf(draft),
    washingtonGroup: washingtonGroupOf(draft),
    wantsLivelihoodHelp: draft.wantsLivelihoodHelp.value,
    exclusions: draft.exclusions.value.length === 0 ? undefined : [...draft.exclusions.value],
  }
}

/**
 * What was filled when the form was opened and is empty now. A field the form cannot show (a country it does not list)
 * was never filled in it, and stays.
 */
export function clearedIn(opened: FullTier, now: FullTier): ClearedField[] {
  return clearableFields().filter(field => opened[field] !== undefined && now[field] === undefined)
}
