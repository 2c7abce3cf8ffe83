/** What a record's author can read of it on this device, once their PIN is typed. */
import * as z from 'zod/mini'
import { openOwn, sealFor } from '../vault/vault.ts'
import { outboxStore } from './outbox-store.ts'

const OwnCopy = z.object({
  firstName: z.optional(z.string()),
  displayNumber: z.optional(z.string()),
  /** Label and answer, in the words that stood on the form. */
  typed: z.array(z.object({ label: z.string(), answer: z.string() })),
  /** What the form needs to open again as it was, in the form's own shape; the form parses it. */
  draft: z.optional(z.unknown()),
})
export type OwnCopy = z.infer<typeof OwnCopy>

const KeptCopy = z.extend(OwnCopy, {
  /** The command's text as it was signed (`commandText`); absent in copies of the first version. */
  command: z.optional(z.string()),
})
export type KeptCopy = z.infer<typeof KeptCopy>

/** Bound to its record: one copy never opens as another's. */
const label = (recordId: string): string => `record|${recordId}`

/** Undefined for an author without a vault here: the record is sent all the same. */
export const sealOwnCopy = (authorId: string, recordId: string, copy: KeptCopy) =>
  sealFor(authorId, copy, label(recordId))

/** Undefined while locked, for another officer's record, and after its receipt. */
export async function openOwnCopy(recordId: string): Promise<KeptCopy | undefined> {
  const sealed = await outboxStore.findCopy(recordId)
  const parsed = KeptCopy.safeParse(sealed && (await openOwn(sealed, label(recordId))))
  return parsed.success ? parsed.data : undefined
}
