/** The drafts of this tab: one for each row, and one for the person who is on no list. */
import { signal } from '@preact/signals'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import { draftFromRow, emptyDraft, type Household, type IntakeDraft } from './intake-draft.ts'

const drafts = new Map<string, IntakeDraft>()
const keyOf = (batchId: string, row: number | undefined): string => `${batchId} ${row ?? 'unlisted'}`

/** The draft as it was left, or a new one, filled from the row where there is one. */
export function draftFor(
  batchId: string,
  row: number | undefined,
  rows: readonly ReadRow[],
  today: string,
): IntakeDraft {
  const key = keyOf(batchId, row)
  const kept = drafts.get(key)
  if (kept !== undefined) return kept
  const read = rows.find(each => each.row === row)
  const made = read === undefined ? emptyDraft(batchId, row) : draftFromRow(batchId, read, today)
  drafts.set(key, made)
  return made
}

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
