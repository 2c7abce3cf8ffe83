/** A batch and the head of its manifest as they stand in the registry. The intake reads both. */
import * as z from 'zod/mini'
import type { StoredShape } from '../platform/stored.ts'
import { PostCode } from '../platform/places.ts'
import { ReturnType, SendingFacility, Transport } from '../registration/code-lists.ts'
import { batchStates, Heads } from './contract.ts'

const Batch = z.object({
  batchId: z.string(),
  post: PostCode,
  transport: Transport,
  sendingFacility: SendingFacility,
  returnType: ReturnType,
  escortAgency: z.optional(z.string()),
  manifestNumber: z.optional(z.string()),
  declaredHeadcount: z.int(),
  heads: z.optional(Heads),
  state: z.enum(batchStates),
  openedAt: z.string(),
  contentHash: z.string(),
  revision: z.int(),
})
export type Batch = z.infer<typeof Batch>

export const storedBatch = { version: 1, schema: Batch } satisfies StoredShape<Batch>

const ManifestHead = z.object({
  manifestId: z.string(),
  contentHash: z.string(),
  receivedAt: z.string(),
  /** Rows are numbered from 1 without a gap. */
  rowCount: z.int(),
  accepted: z.int(),
  rejected: z.int(),
})
export type ManifestHead = z.infer<typeof ManifestHead>

export const storedManifestHead = { version: 1, schema: ManifestHead } satisfies StoredShape<ManifestHead>
