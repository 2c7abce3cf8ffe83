/**
 * Who of those waiting goes first, as an officer who walks along the group marks it: by row of the list, with the urgent
 * flags that the form then begins with. Known to this tablet alone; it becomes part of a record with the intake.
 */
import { effect, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import * as z from 'zod/mini'
import { UrgentFlag, urgentFlags } from '../../../../functions/registration/vulnerability-codes.ts'
import { thisDevice } from '../../device/this-device.ts'
import { working } from '../../device/working.ts'
import { openShared, sealForAll } from '../../vault/shared-seal.ts'
import { deskStore } from './desk-store.ts'

const Marks = z.record(z.string(), z.array(UrgentFlag))
export type Marks = z.infer<typeof Marks>

const nameOf = (batchId: string): string => `triage ${batchId}`
const label = (batchId: string): string => `known|${nameOf(batchId)}`

/** By arrival. */
const marked = signal<Readonly<Record<string, Marks>>>({})
effect(() => {
  if (working.value === undefined && thisDevice() !== undefined) marked.value = {}
})

export const marksOf = (batchId: string): Marks => marked.value[batchId] ?? {}

/** The marks of an arrival, brought back from the tablet where it keeps them. */
export function useMarks(batchId: string): Marks {
  const officer = working.value?.officerId
  useEffect(() => {
    if (officer === undefined || thisDevice() === undefined || marked.value[batchId] !== undefined) return
    void deskStore.findKnown(nameOf(batchId)).then(async sealed => {
      const read = Marks.safeParse(sealed && (await openShared(sealed, label(batchId))))
      if (read.success && marked.value[batchId] === undefined) marked.value = { ...marked.value, [batchId]: read.data }
    })
  }, [batchId, officer])
  return marksOf(batchId)
}

/** No flag takes the mark away. */
export async function mark(batchId: string, row: number, flags: readonly UrgentFlag[]): Promise<void> {
  const { [String(row)]: _before, ...others } = marksOf(batchId)
  const marks = flags.length === 0 ? others : { ...others, [String(row)]: [...flags] }
  marked.value = { ...marked.value, [batchId]: marks }
  const sealed = thisDevice() === undefined ? undefined : await sealForAll(marks, label(batchId))
  if (sealed !== undefined) await deskStore.putKnown(nameOf(batchId), sealed).catch(() => undefined)
}

/** Numbers of flags, the most urgent first: what stands on screen says no reason. */
export const numbersOf = (flags: readonly UrgentFlag[]): number[] =>
  flags.map(flag => urgentFlags.indexOf(flag) + 1).sort((one, other) => one - other)

/** The marked ones first, by their most urgent flag; otherwise in the order of the list. */
export const byUrgency = <Person extends { readonly row: number }>(
  people: readonly Person[],
  marks: Marks,
): Person[] => {
  const place = ({ row }: Person): number => numbersOf(marks[String(row)] ?? [])[0] ?? urgentFlags.length + 1
  return [...people].sort((one, other) => place(one) - place(other) || one.row - other.row)
}
