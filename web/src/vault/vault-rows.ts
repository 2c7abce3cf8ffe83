/** What the vault keeps in the device's database, as it is read back. */
import * as z from 'zod/mini'

const Bytes = z.custom<Uint8Array<ArrayBuffer>>(value => value instanceof Uint8Array)

export const OfficerRow = z.object({
  officerId: z.string(),
  /** For the eyes of who picks their own line among several: letters, no name. */
  initials: z.string(),
  salt: Bytes,
  publicKey: Bytes,
  wrapped: z.object({ iv: Bytes, bytes: Bytes }),
  /** The officer's name, sealed to themselves. */
  sealedName: Bytes,
  attempts: z.object({ begun: z.int(), blockedUntil: z.number() }),
  /** Of the latest pass here: which desks stand open to who captures without PIN. Absent in rows of the first version. */
  groups: z._default(z.array(z.string()), []),
})
export type OfficerRow = z.infer<typeof OfficerRow>

export const PassRow = z.object({
  officerId: z.string(),
  share: Bytes,
  /** By the kept clock, in milliseconds. */
  until: z.number(),
  groups: z.array(z.string()),
})
export type PassRow = z.infer<typeof PassRow>

export const ClockRow = z.object({
  reading: z.number(),
  deviceClock: z.number(),
  leapt: z._default(z.boolean(), false),
})

/** What a desk kept for a while, as far as its end goes. */
export const EndingRow = z.looseObject({ until: z.number() })
