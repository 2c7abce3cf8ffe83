/**
 * How a handing-over is proved (domain.md 4.5): by a mark made on the tablet's pad, by somebody who stood by, or by
 * nothing, since nobody is held to sign for help. A mark is an attachment of the person, named here by its id.
 */
import * as z from 'zod/mini'
import { Id, ShortText } from '../platform/fields.ts'

export const ProofOfHandover = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SIGNATURE'), attachmentId: Id }),
  /** Of who does not write: as is the custom, somebody stands by and is named. */
  z.strictObject({ kind: z.literal('THUMB'), attachmentId: Id, witness: ShortText }),
  z.strictObject({ kind: z.literal('WITNESS'), witness: ShortText }),
  /** They took it and would not sign. */
  z.strictObject({ kind: z.literal('DECLINED') }),
])
export type ProofOfHandover = z.infer<typeof ProofOfHandover>
