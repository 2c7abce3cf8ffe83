/**
 * What an officer keeps for themselves: sealed to their public key, so that keeping needs no PIN and reading does
 * (docs/adr/0011-devices-passes-parcels.md). An ephemeral key pair for each, HKDF-SHA-256, AES-GCM-256.
 */
const pair = { name: 'ECDH', namedCurve: 'P-256' } as const
const version = 1
const pointBytes = 65
const ivBytes = 12
const secretBits = 256
const nothing = new Uint8Array(0)

/** `label` says what is sealed and where it belongs; what was put in another's place does not open. */
async function contentKey(
  privateKey: CryptoKey,
  publicPoint: CryptoKey,
  label: string,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicPoint }, privateKey, secretBits)
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(`kamohelo own copy ${version}|${label}`)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: nothing, info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  )
}

const importPoint = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, pair, false, [])

export type Sealer = (value: unknown) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Seals again and again under one label, as a form that is kept while it is filled: the key is made once. It is for who
 * keeps it as long as that form is open, and no longer.
 */
export async function officerSealer(publicKey: Uint8Array<ArrayBuffer>, label: string): Promise<Sealer> {
  const ephemeral = await crypto.subtle.generateKey(pair, true, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey))
  const key = await contentKey(ephemeral.privateKey, await importPoint(publicKey), label, 'encrypt')
  return async value => {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
    const json = new TextEncoder().encode(JSON.stringify(value))
    const ciphertext = new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: point }, key, json),
    )
    const sealed = new Uint8Array(1 + pointBytes + ivBytes + ciphertext.length)
    sealed.set([version])
    sealed.set(point, 1)
    sealed.set(iv, 1 + pointBytes)
    sealed.set(ciphertext, 1 + pointBytes + ivBytes)
    return sealed
  }
}

/** Version, ephemeral point, iv, ciphertext, one after the other. */
export const sealToOfficer = async (
  value: unknown,
  publicKey: Uint8Array<ArrayBuffer>,
  label: string,
): Promise<Uint8Array<ArrayBuffer>> => (await officerSealer(publicKey, label))(value)

/** What was sealed, as JSON to be parsed; undefined where it was sealed to another key, under another label, or changed. */
export async function openAsOfficer(
  sealed: Uint8Array<ArrayBuffer>,
  privateKey: CryptoKey,
  label: string,
): Promise<unknown> {
  if (sealed[0] !== version) return undefined
  const point = sealed.slice(1, 1 + pointBytes)
  const iv = sealed.slice(1 + pointBytes, 1 + pointBytes + ivBytes)
  try {
    const key = await contentKey(privateKey, await importPoint(point), label, 'decrypt')
    const json = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: point },
      key,
      sealed.slice(1 + pointBytes + ivBytes),
    )
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json))
  } catch (error) {
    if (error instanceof DOMException) return undefined // another key, or not whole
    throw error
  }
}
