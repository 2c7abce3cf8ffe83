/** From a draft without problems to the command that is sent. */
import type { PutIntake } from '../../../../functions/intake/contract.ts'
import { basisOf, type ConsentPurpose } from '../../../../functions/registration/consent-purposes.ts'
import type { ItemCode } from '../../../../functions/support/items.ts'
import { versions } from '../../api/versions.ts'
import { lateCaptureOf } from '../../paper/late-capture.ts'
import { type DeskStock, linesFrom } from '../kept/desk-stock.ts'
import { proofOf } from '../proof/proof-draft.ts'
import { asksForNumber, birthOf, isChild, wordsInsteadOf } from './draft-problems.ts'
import { beneficiaryOf, leftOf, supportOf } from './draft-support.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { readPhone } from './read-phone.ts'
import type { Support } from './support-proposal.ts'

const typed = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** Answers that mean no call, no message and no visit. */
const notToBeReached = ['NONE', 'PERSON_CALLS_US']

/** The person this draft is about: the one recognised, or a new one. */
export function personOf(draft: IntakeDraft): { personId: string; knownPerson: boolean } {
  const same = Object.entries(draft.matchAnswers.value).find(([, answer]) => answer === 'SAME')
  const found = draft.matches.value?.found.some(({ personId }) => personId === same?.[0]) ?? false
  return same !== undefined && found
    ? { personId: same[0], knownPerson: true }
    : { personId: draft.newPersonId, knownPerson: false }
}

type TypedPhone = Pick<IntakeDraft, 'channel' | 'phone' | 'phoneAllows'>

export function phoneOf({ channel, phone, phoneAllows }: TypedPhone): PutIntake['fast']['phone'] {
  const number = readPhone(phone.value)
  if (channel.value === undefined || number === undefined || !asksForNumber(channel.value)) return undefined
  return {
    number,
    channel: channel.value,
    mayCall: phoneAllows.value.includes('CALL'),
    mayLeaveMessage: phoneAllows.value.includes('MESSAGE'),
  }
}

/** The way to reach somebody of whom no number is kept. */
export function reachByOf(draft: TypedPhone): PutIntake['fast']['reachBy'] {
  const channel = draft.channel.value
  return channel === undefined || channel === 'NONE' || phoneOf(draft) !== undefined ? undefined : channel
}

function consentsOf(draft: IntakeDraft, today: string, textVersion: string): PutIntake['consents'] {
  const child = isChild(draft, today)
  const answer = (purpose: ConsentPurpose, given: boolean): PutIntake['consents'][number] => ({
    purpose,
    given,
    mode: draft.consentMode.value ?? 'VERBAL_WITNESSED',
    language: draft.spokenIn.value ?? 'st',
    interpreter: draft.interpreter.value.length > 0,
    textVersion,
    // who answered is kept only where an answer was the basis
    guardian: child && basisOf(purpose, child) === 'CONSENT' ? draft.guardian.value : undefined,
  })
  const channel = draft.channel.value
  return [
    answer('SHARE_DISTRICT', draft.shareDistrict.value === true),
    answer('FOLLOWUP_CONTACT', channel !== undefined && !notToBeReached.includes(channel)),
  ]
}

/** What was proposed or asked for and not given: not there, or not wanted. */
function notGivenOf({ outOfStock, declined }: Support): PutIntake['notGiven'] {
  const entries = [
    ...outOfStock.map(item => ({ item, reason: 'OUT_OF_STOCK' as const })),
    ...declined.map(item => ({ item, reason: 'DECLINED' as const })),
  ]
  return entries.length === 0 ? undefined : entries
}

const isGiven = (entry: [string, number | undefined]): entry is [ItemCode, number] => entry[1] !== undefined

interface IntakeFacts {
  /** The date in Lesotho. */
  readonly today: string
  /** The hash of what was read out. */
  readonly textVersion: string
  readonly displayNumber: string
  /** Undefined while the stock is not known. */
  readonly stock: DeskStock | undefined
  /** The device's clock. */
  readonly at: string
}

/** Throws where the draft still has problems: the page asks `problemsOf` first. */
export function intakeBody(
  draft: IntakeDraft,
  { today, textVersion, displayNumber, stock, at }: IntakeFacts,
): PutIntake {
  const birth = birthOf(draft, today)
  const support = supportOf(draft, today, leftOf(draft, stock, today))
  const lateCapture = lateCaptureOf(draft.late, today)
  const { sex, homeDistrict, accompaniment, household, householdRole } = draft
  if (
    birth === undefined ||
    sex.value === undefined ||
    homeDistrict.value === undefined ||
    support === undefined ||
    typeof lateCapture === 'string'
  )
    throw new Error('the draft is not complete')
  const otherName = typed(draft.otherName.value)
  const differs = {
    returnType: draft.returnType.value,
    sendingFacility: draft.facility.value,
    transport: draft.transport.value,
  }
  return {
    versions,
    batchId: draft.batchId,
    row: draft.row,
    ...personOf(draft),
    matches: (draft.matches.value?.found ?? []).map(({ personId }) => ({
      personId,
      answer: draft.matchAnswers.value[personId] ?? 'UNSURE',
    })),
    displayNumber,
    words: wordsInsteadOf(draft),
    fast: {
      names: {
        givenNames: draft.givenNames.value.trim(),
        surname: draft.surname.value.trim(),
        other:
          otherName === undefined
            ? undefined
            : [{ type: draft.otherNameType.value ?? 'OTHER_SPELLING', name: otherName }],
        asOnDocument: typed(draft.nameOnDocument.value),
      },
      sex: sex.value,
      birth,
      accompaniment: isChild(draft, today) ? accompaniment.value : undefined,
      homeDistrict: homeDistrict.value,
      phone: phoneOf(draft),
      reachBy: reachByOf(draft),
      urgentFlags: [...draft.urgentFlags.value],
    },
    household:
      household.value === undefined || householdRole.value === undefined
        ? undefined
        : { householdId: household.value.householdId, role: householdRole.value },
    differs: Object.values(differs).every(value => value === undefined) ? undefined : differs,
    consents: consentsOf(draft, today, textVersion),
    support: linesFrom(
      Object.entries(support.given).filter(isGiven),
      stock ?? { holdings: [], payers: [] },
      beneficiaryOf(draft),
      today,
    ),
    notGiven: notGivenOf(support),
    proof: Object.values(support.given).some(quantity => quantity !== undefined) ? proofOf(draft.proof) : undefined,
    lateCapture,
    deviceTime: at,
  }
}
