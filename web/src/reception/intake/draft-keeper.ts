/**
 * Half-filled forms: one for each row, and one for the person who is on no list. They live in the tab; on an enrolled
 * tablet each is kept too, sealed to the officer who fills it, and comes back after a restart or a lock.
 */
import { computed, effect, signal } from '@preact/signals'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import type { UrgentFlag } from '../../../../functions/registration/vulnerability-codes.ts'
import { thisDevice } from '../../device/this-device.ts'
import { working } from '../../device/working.ts'
import { outboxStore } from '../../outbox/outbox-store.ts'
import { standing } from '../kept/effects.ts'
import { dropForm, keepWhileFilled, keptForm } from '../kept/form-keeper.ts'
import { DraftValues, draftOf, valuesOf } from './draft-values.ts'
import { draftFromRow, emptyDraft, type Household, type IntakeDraft } from './intake-draft.ts'

const drafts = new Map<string, IntakeDraft>()
const keyOf = (batchId: string, row: number | undefined): string => `${batchId} ${row ?? 'unlisted'}`

/** A new draft in place of any that was left, filled from the row where there is one. */
export function startDraft(
  batchId: string,
  row: number | undefined,
  rows: readonly ReadRow[],
  today: string,
  /** Of somebody who was marked to go first. */
  flags: readonly UrgentFlag[] = [],
): IntakeDraft {
  const read = rows.find(each => each.row === row)
  const made = read === undefined ? emptyDraft(batchId, row) : draftFromRow(batchId, read, today)
  made.urgentFlags.value = flags
  drafts.set(keyOf(batchId, row), made)
  return made
}

/** The draft as it was left; undefined where none was. */
export const keptDraft = (batchId: string, row: number | undefined): IntakeDraft | undefined =>
  drafts.get(keyOf(batchId, row))

/** Brings back what this officer left on the tablet, unless the form is open in this tab, or was saved since. */
export async function takeUpDraft(batchId: string, row: number | undefined): Promise<void> {
  if (keptDraft(batchId, row) !== undefined) return
  const name = keyOf(batchId, row)
  const read = DraftValues.safeParse(await keptForm(name))
  if (!read.success || keptDraft(batchId, row) !== undefined) return
  if ((await outboxStore.findRow(read.data.ids.intakeId)) !== undefined) {
    // the tablet died after it was saved, and before its mark was
    if (read.data.proof.mark !== undefined) await (await import('../proof/send-mark.ts')).sendMark(draftOf(read.data))
    return dropForm(name)
  }
  drafts.set(name, draftOf(read.data))
}

/** True of a draft in which somebody's answers may stand already. */
export const isBegun = ({ visited, row, givenNames }: IntakeDraft): boolean =>
  visited.value.length > 0 || (row === undefined && givenNames.value !== '')

/** Forms that were saved or emptied: nothing that is still being written may bring them back. */
const forgotten = new Set<string>()

export async function forgetDraft({ batchId, row, intakeId }: IntakeDraft): Promise<void> {
  forgotten.add(intakeId)
  drafts.delete(keyOf(batchId, row))
  await dropForm(keyOf(batchId, row))
}

/** Keeps a draft as it changes; the answer ends it. */
export const followDraft = (draft: IntakeDraft): (() => void) =>
  keepWhileFilled(
    keyOf(draft.batchId, draft.row),
    () => valuesOf(draft),
    () => forgotten.has(draft.intakeId),
  )

export interface Family extends Household {
  readonly batchId: string
  /** Where its first member goes: offered to the next one. */
  readonly homeDistrict: DistrictCode
}

const familiesOfTab = signal<readonly Family[]>([])

const sameFamily = (one: Family) => (other: Family) => other.householdId === one.householdId

/** Families whose first member was registered in this tab or, before a restart, on this tablet; the latest first. */
export const families = computed<readonly Family[]>(() => {
  const onTablet = standing.value.flatMap((effect): Family[] =>
    effect.is === 'intake' && effect.household !== undefined
      ? [{ ...effect.household, batchId: effect.batchId, homeDistrict: effect.person.district }]
      : [],
  )
  const all = [...familiesOfTab.value, ...onTablet.reverse()]
  return all.filter((family, index) => all.findIndex(sameFamily(family)) === index)
})

export const rememberFamily = (family: Family): void => {
  if (!families.value.some(sameFamily(family))) familiesOfTab.value = [family, ...familiesOfTab.value]
}

/** What a family has in common: address, transport and kits; never what was asked of one of them alone. */
export function shareWithFamily(from: IntakeDraft, next: IntakeDraft): void {
  next.household.value = from.household.value
  next.homeDistrict.value = from.homeDistrict.value
  next.returnType.value = from.returnType.value
  next.facility.value = from.facility.value
  next.transport.value = from.transport.value
  next.supportChanges.value = from.supportChanges.value
}

// a locked tablet holds nothing that its next officer could be shown: each finds what is theirs sealed
effect(() => {
  if (working.value !== undefined || thisDevice() === undefined) return
  drafts.clear()
  familiesOfTab.value = []
})
