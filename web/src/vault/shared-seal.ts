/**
 * What every officer of this tablet may read and nobody else: sealed under a key of this start of the application,
 * which is wrapped to the public key of each officer with a vault here. Keeping needs no PIN, and leaves nothing in the
 * tab that could read it back.
 */
import { effect } from '@preact/signals'
import * as z from 'zod/mini'
import { fromBase64, toBase64 } from '../../../functions/platform/base64.ts'
import { newId } from '../api/new-id.ts'
import { openOwn, sealFor, unlockedOfficer } from './vault.ts'
import { vaultStore } from './vault-store.ts'

const Bytes = z.custom<Uint8Array<ArrayBuffer>>(value => value instanceof Uint8Array)

export const SharedSeal = z.object({
  keyId: z.string(),
  /** By officer. */
  keys: z.record(z.string(), Bytes),
  iv: Bytes,
  bytes: Bytes,
})
export type SharedSeal = z.infer<typeof SharedSeal>

interface StartKey {
  readonly keyId: string
  readonly key: CryptoKey
  readonly keys: Readonly<Record<string, Uint8Array<ArrayBuffer>>>
}

const keyBytes = 32
const ivBytes = 12
const keyLabel = (keyId: string): string => `shared key|${keyId}`
const additionalData = (label: string) => new TextEncoder().encode(`kamohelo shared 1|${label}`)

let startKey: Promise<StartKey> | undefined
let madeFor: string | undefined

async function makeKey(officerIds: readonly string[]): Promise<StartKey> {
  const keyId = newId()
  const raw = crypto.getRandomValues(new Uint8Array(keyBytes))
  const wrapped = await Promise.all(
    officerIds.map(async id => [id, await sealFor(id, toBase64(raw), keyLabel(keyId))] as const),
  )
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  raw.fill(0)
  const keys = Object.fromEntries(wrapped.flatMap(([id, sealed]) => (sealed === undefined ? [] : [[id, sealed]])))
  return { keyId, key, keys }
}

/** Another one as soon as an officer has a new vault here. Undefined on a tablet without any. */
async function keyForAll(): Promise<StartKey | undefined> {
  const officers = await vaultStore.officers()
  if (officers.length === 0) return undefined
  const wanted = officers.map(({ officerId, publicKey }) => `${officerId} ${toBase64(publicKey)}`).join()
  if (startKey === undefined || madeFor !== wanted) {
    madeFor = wanted
    startKey = makeKey(officers.map(({ officerId }) => officerId))
  }
  return startKey
}

/** `label` says where it belongs: put in another's place it does not open. */
export async function sealForAll(value: unknown, label: string): Promise<SharedSeal | undefined> {
  const made = await keyForAll()
  if (made === undefined) return undefined
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const json = new TextEncoder().encode(JSON.stringify(value))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: additionalData(label) },
    made.key,
    json,
  )
  return { keyId: made.keyId, keys: { ...made.keys }, iv, bytes: new Uint8Array(sealed) }
}

/** Keys that the unlocked officer opened; none once the tablet is locked. */
const openedKeys = new Map<string, Promise<CryptoKey | undefined>>()
effect(() => {
  unlockedOfficer()
  openedKeys.clear()
})

async function openKey({ keyId, keys }: SharedSeal, officerId: string): Promise<CryptoKey | undefined> {
  const wrapped = keys[officerId]
  const raw = wrapped && (await openOwn(wrapped, keyLabel(keyId)))
  return typeof raw === 'string'
    ? crypto.subtle.importKey('raw', fromBase64(raw), 'AES-GCM', false, ['decrypt'])
    : undefined
}

/** What was sealed, as JSON to be parsed; undefined while locked, and for an officer who had no vault here then. */
export async function openShared(sealed: SharedSeal, label: string): Promise<unknown> {
  const officerId = unlockedOfficer()
  if (officerId === undefined) return undefined
  const asked = openedKeys.get(sealed.keyId) ?? openKey(sealed, officerId)
  openedKeys.set(sealed.keyId, asked)
  const key = await asked
  if (key === undefined) return undefined
  try {
    const json = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData: additionalData(label) },
      key,
      sealed.bytes,
    )
    return JSON.parse(new TextDecoder().decode(json))
  } catch (error) {
    if (error instanceof DOMException) return undefined // not whole, or of another place
    throw error
  }
}
