/**
 * This tablet as the service knows it (docs/adr/0011-devices-passes-parcels.md): its id, its code, its key pair, and the
 * key that what it sends is sealed to. Undefined on a browser that nobody enrolled, or whose enrolment was withdrawn.
 */
import { signal } from '@preact/signals'
import * as z from 'zod/mini'
import { PostCode } from '../../../functions/platform/places.ts'
import { deviceDatabase, strictly } from '../vault/device-database.ts'

const Key = z.custom<CryptoKey>(value => value instanceof CryptoKey)

export const DeliveryKey = z.object({
  keyId: z.string(),
  /** Base64 of an SPKI. */
  publicKey: z.string(),
})
export type DeliveryKey = z.infer<typeof DeliveryKey>

const EnrolmentRow = z.object({
  deviceId: z.string(),
  code: z.string(),
  post: PostCode,
  enrolledAt: z.string(),
  /** ECDSA P-256, not exportable. */
  signingKey: Key,
  deliveryKey: DeliveryKey,
  /** Withdrawn: what is still here is sent and set aside there; nothing new is captured under it. */
  isRevoked: z._default(z.boolean(), false),
})
export type Enrolment = z.infer<typeof EnrolmentRow>

export interface ThisDevice {
  readonly deviceId: string
  /** Three or four letters and figures that no other device ever had. */
  readonly code: string
  readonly post: PostCode
}

const enrolmentKey = 'enrolment'
const rememberedTablet = 'kamohelo.tablet'
const kept = signal<Enrolment | undefined>(undefined)
const news = new BroadcastChannel('kamohelo.device')

/** Undefined where this browser is not enrolled: its desks need a network then. Reading it follows changes. */
export const thisDevice = (): ThisDevice | undefined => (kept.value?.isRevoked === false ? kept.value : undefined)

/** With its keys, for who signs and seals. */
export const enrolment = (): Enrolment | undefined => (kept.value?.isRevoked === false ? kept.value : undefined)

/** Withdrawn by a supervisor and not enrolled anew since. */
export const isWithdrawn = (): boolean => kept.value?.isRevoked === true

/** Enrolled now or before: something may wait here. */
export const isTablet = (): boolean => kept.value !== undefined

/** Whether this browser was a tablet when it was last looked at: what its first page takes is fetched before it is known. */
export const wasTablet = (): boolean => localStorage.getItem(rememberedTablet) !== null

async function readAgain(): Promise<void> {
  const row = await (await deviceDatabase()).get('device', enrolmentKey)
  if (row !== undefined && !wasTablet()) localStorage.setItem(rememberedTablet, 'enrolled')
  kept.value = row === undefined ? undefined : EnrolmentRow.parse(row)
}

/** Once, before the first page is drawn; tabs hear of each other's changes. */
export async function loadThisDevice(): Promise<void> {
  news.onmessage = () => void readAgain()
  await readAgain()
}

/** Durable before anybody is told that the tablet is enrolled. */
export async function keepEnrolment(row: Enrolment): Promise<void> {
  await strictly(['device'], async transaction => {
    await transaction.objectStore('device').put(row, enrolmentKey)
  })
  kept.value = row
  news.postMessage('changed')
}

/** The key that the server said last; records already sealed stay under the one they were sealed to. */
export async function keepDeliveryKey(deliveryKey: DeliveryKey): Promise<void> {
  const row = enrolment()
  if (row !== undefined && row.deliveryKey.keyId !== deliveryKey.keyId) await keepEnrolment({ ...row, deliveryKey })
}

/** The server said that this device was revoked. */
export async function markWithdrawn(deviceId: string): Promise<void> {
  const row = enrolment()
  if (row?.deviceId === deviceId) await keepEnrolment({ ...row, isRevoked: true })
}
