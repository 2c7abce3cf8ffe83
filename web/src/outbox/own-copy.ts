/** What a record's author can read of it on this device, once their PIN is typed. */
import * as z from 'zod/mini'
import { openOwn, sealFor } from '../vault/vault.ts'
import { outboxStore } from './outbox-store.ts'

const OwnCopy = z.object({
  firstName: z.optional(z.string()),
  displayNumber: z.optional(z.string()),
  /** Label and answer, in the words that stood on the form. */
  typed: z.array(z.object({ label: z.string(), answer: z.string() })),
})
export type OwnCopy = z.infer<typeof OwnCopy>

/** Bound to its record: one copy never opens as another's. */
const label = (recordId: string): string => `record|${recordId}`

/** Undefined for an author without a vault here: the record is sent all the same. */
export const sealOwnCopy = (authorId: string, recordId: string, copy: OwnCopy) =>
  sealFor(authorId, copy, label(recordId))

/** Undefined while locked, for another officer's record, and after its receipt. */
export async function openOwnCopy(recordId: string): Promise<OwnCopy | undefined> {
  const sealed = await outboxStore.findCopy(recordId)
  const parsed = OwnCopy.safeParse(sealed && (await openOwn(sealed, label(recordId))))
  return parsed.success ? parsed.data : undefined
}
