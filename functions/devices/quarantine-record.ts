/** A record that a revoked device sent, sealed as it came, and what a supervisor decided on it. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import type { QuarantinedRecord } from './contract.ts'
import { quarantineStates } from './device-states.ts'

/** How long a sealed record is kept once nothing is to be done with it, or for its author to fetch it. */
const keptDays = 180

/** In seconds since 1970, from an instant: the table's own expiry. */
export const keptUntil = (at: string): number => Math.floor(Date.parse(at) / 1000) + keptDays * 24 * 60 * 60

/** A record sealed as it came, with the wrapped key that opens it. */
export const SealedAsItCame = {
  recordId: z.string(),
  deviceId: z.string(),
  dependsOn: z.array(z.string()),
  /** Base64. */
  wrappedKey: z.string(),
  sealed: z.instanceof(Uint8Array),
} as const

export const storedQuarantined = storedShape(1, () =>
  z.object({
    ...SealedAsItCame,
    sealedHash: z.string(),
    carriedBy: z.string(),
    receivedAt: z.string(),
    /** Its place in the parcel: what came together goes on in that order. */
    place: z.int(),
    state: z.enum(quarantineStates),
    decisionId: z.optional(z.string()),
    decidedBy: z.optional(z.string()),
    decidedAt: z.optional(z.string()),
    reason: z.optional(z.string()),
    revision: z.int(),
  }),
)
export type Quarantined = Stored<typeof storedQuarantined>

export const quarantinedView = ({
  recordId,
  receivedAt,
  carriedBy,
  state,
  decidedBy,
  decidedAt,
  reason,
}: Quarantined): QuarantinedRecord => ({
  recordId,
  receivedAt,
  carriedBy,
  state,
  ...(decidedBy === undefined || decidedAt === undefined
    ? {}
    : { decided: { officerId: decidedBy, at: decidedAt, reason: reason ?? '' } }),
})
