/** The drafts of this tab: one for each row, and one for the person who is on no list. */
import { signal } from '@preact/signals'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import { draftFromRow, emptyDraft, type Household, type IntakeDraft } from './intake-draft.ts'

const drafts = new Map<string, IntakeDraft>()
const keyOf = (batchId: string, row: number | undefined): string => `${batchId} ${row ?? 'unlisted'}`

/** A new draft in place of any that was left, filled from the row where there is one. */
export function startDraft(
  batchId: string,
  row: number | undefined,
  rows: readonly ReadRow[],
  today: string,
): IntakeDraft {
  const read = rows.find(each => each.row === row)
  const made = read === undefined ? emptyDraft(batchId, row) : draftFromRow(batchId, read, today)
  drafts.set(keyOf(batchId, row), made)
  return made
}

/** The draft as it was left; undefined where none was. */
export const keptDraft = (batchId: string, row: number | undefined): IntakeDraft | undefined =>
  drafts.get(keyOf(batchId, row))

/** True of a draft in which somebody's answers may stand already. */
export const isBegun = ({ visited, row, givenNames }: IntakeDraft): boolean =>
  visited.value.length > 0 || (row === undefined && givenNames.value !== '')

export const forgetDraft = ({ batchId, row }: IntakeDraft): void => {
  drafts.delete(keyOf(batchId, row))
}

export interface Family extends Household {
  readonly batchId: string
  /** Where its first member goes: offered to the next one. */
  readonly homeDistrict: DistrictCode
}

/** Families whose first member was registered in this tab, the latest first. */
export const families = signal<readonly Family[]>([])

export const rememberFamily = (family: Family): void => {
  if (!families.value.some(each => each.householdId === family.householdId))
    families.value = [family, ...families.value]
}
