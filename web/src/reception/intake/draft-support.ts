/** What the person of a draft gets, worked out anew each time it is looked at. */
import type { Beneficiary } from '../../../../functions/budgets/fund-rules.ts'
import { ageOn, isMinor } from '../../../../functions/registration/age.ts'
import type { Recipient } from '../../../../functions/support/allocation.ts'
import { catalogueOn } from '../../../../functions/support/items.ts'
import { type DeskStock, leftFor } from '../kept/desk-stock.ts'
import { birthOf } from './draft-problems.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { type Left, type Support, supportFor } from './support-proposal.ts'

/** The person as the rules of support see them; undefined until birth and sex are known. */
export function recipientOf(draft: IntakeDraft, today: string): Recipient | undefined {
  const birth = birthOf(draft, today)
  if (birth === undefined || draft.sex.value === undefined) return undefined
  return {
    sex: draft.sex.value,
    ageYears: ageOn(birth, today),
    isMinor: isMinor(birth, today),
    accompaniment: draft.accompaniment.value,
  }
}

/** What a project's conditions ask of a person, as far as the form says it; how urgent they are the server judges. */
export const beneficiaryOf = ({ homeDistrict, returnType, arrivalType }: IntakeDraft): Beneficiary => ({
  district: homeDistrict.value,
  returnType: returnType.value ?? arrivalType.value,
  priority: undefined,
})

/** What there is for the person of the draft; undefined while the stock is not known. */
export const leftOf = (draft: IntakeDraft, stock: DeskStock | undefined, today: string): Left | undefined =>
  stock && leftFor(stock, beneficiaryOf(draft), today)

/** `left` is undefined while the stock is not known; the answer is until birth and sex are. */
export function supportOf(draft: IntakeDraft, today: string, left: Left | undefined): Support | undefined {
  const catalogue = catalogueOn(today)
  const person = recipientOf(draft, today)
  return catalogue === undefined || person === undefined
    ? undefined
    : supportFor(catalogue, person, left, draft.supportChanges.value)
}
