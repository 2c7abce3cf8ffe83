/**
 * An officer's key pair on one device (docs/adr/0011-devices-passes-parcels.md): the public half lies open, so that
 * capture needs no secret; the private half lies under the vault key.
 */
const pair = { name: 'ECDH', namedCurve: 'P-256' } as const
const ivBytes = 12

export interface WrappedPrivateKey {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}
export interface OfficerKeys {
  /** An uncompressed point: 65 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly wrapped: WrappedPrivateKey
}

/** Bound to whose it is: a private key put in another officer's place does not open. */
const boundTo = (officerId: string) => new TextEncoder().encode(`kamohelo officer key 1|${officerId}`)

async function wrap(pkcs8: ArrayBuffer, vault: CryptoKey, officerId: string): Promise<WrappedPrivateKey> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo(officerId) }, vault, pkcs8)
  return { iv, bytes: new Uint8Array(bytes) }
}

export async function makeOfficerKeys(officerId: string, vault: CryptoKey): Promise<OfficerKeys> {
  const made = await crypto.subtle.generateKey(pair, true, ['deriveBits'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey))
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', made.privateKey)
  return { publicKey, wrapped: await wrap(pkcs8, vault, officerId) }
}

async function unwrapped(
  { iv, bytes }: WrappedPrivateKey,
  vault: CryptoKey,
  officerId: string,
): Promise<ArrayBuffer | undefined> {
  try {
    return await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: boundTo(officerId) }, vault, bytes)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}

/** The private key, not exportable; undefined where the PIN or the share is another. */
export async function openPrivateKey(
  wrapped: WrappedPrivateKey,
  vault: CryptoKey,
  officerId: string,
): Promise<CryptoKey | undefined> {
  const pkcs8 = await unwrapped(wrapped, vault, officerId)
  return pkcs8 && crypto.subtle.importKey('pkcs8', pkcs8, pair, false, ['deriveBits'])
}

/** The same private key under another vault key; undefined where the first one does not open it. */
export async function wrapAgain(
  wrapped: WrappedPrivateKey,
  from: CryptoKey,
  to: CryptoKey,
  officerId: string,
): Promise<WrappedPrivateKey | undefined> {
  const pkcs8 = await unwrapped(wrapped, from, officerId)
  return pkcs8 && wrap(pkcs8, to, officerId)
}
