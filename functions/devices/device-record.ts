/** A device and its officers' passes, as they stand in the registry. */
import * as z from 'zod/mini'
import { PostCode } from '../platform/places.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import type { DeviceSummary } from './contract.ts'
import { deviceStates } from './device-states.ts'

export const storedDevice = storedShape(1, () =>
  z.object({
    deviceId: z.string(),
    code: z.string(),
    post: PostCode,
    /** Base64 of its SubjectPublicKeyInfo. */
    publicKey: z.string(),
    contentHash: z.string(),
    state: z.enum(deviceStates),
    epoch: z.int(),
    enrolledAt: z.string(),
    enrolledBy: z.string(),
    revision: z.int(),
    revocationId: z.optional(z.string()),
    revokedAt: z.optional(z.string()),
    revokedBy: z.optional(z.string()),
    revokedBecause: z.optional(z.string()),
  }),
)
export type Device = Stored<typeof storedDevice>

/** An officer's latest pass on a device: that they had signed in there, and with which groups. */
export const storedPass = storedShape(1, () =>
  z.object({
    deviceId: z.string(),
    officerId: z.string(),
    passId: z.string(),
    /** `reception@MB` */
    groups: z.array(z.string()),
    epoch: z.int(),
    openedAt: z.string(),
  }),
)
export type Pass = Stored<typeof storedPass>

export const summaryOf = ({ deviceId, code, post, state, enrolledAt, revokedAt, revision }: Device): DeviceSummary => ({
  deviceId,
  code,
  post,
  state,
  enrolledAt,
  ...(revokedAt === undefined ? {} : { revokedAt }),
  revision,
})
