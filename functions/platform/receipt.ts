/** The answer to a stored command. A retry gets the very same one, so the instant comes from what was stored. */
import type { Receipt } from './fields.ts'

export type MakeReceipt = (id: string, receivedAt: string) => Receipt

/** The restore epoch rises whenever data was restored from a backup: devices then send again what they still hold. */
export const receiptsOf =
  (restoreEpoch: number): MakeReceipt =>
  (id, receivedAt) => ({ id, receivedAt, restoreEpoch })
