/** From PIN and share to the vault key (docs/adr/0011-devices-passes-parcels.md). */

/** OWASP's minimum for Argon2id (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. */
const argon2 = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const
const vaultInfo = new TextEncoder().encode('kamohelo vault 1')

export const saltBytes = 16
export const shareBytes = 32

export interface PinSecret {
  readonly pin: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** The server's part; without it the PIN opens nothing. */
  readonly share: Uint8Array<ArrayBuffer>
}

/** The library with its code compiled for speed: while the first digits are typed there is time for it. */
export async function warmPinKey(): Promise<void> {
  const { argon2id } = await import('hash-wasm')
  const least = { memorySize: 2_048, iterations: 1, parallelism: 1, hashLength: 4 }
  await argon2id({ ...least, password: '0', salt: new Uint8Array(saltBytes), outputType: 'binary' })
}

/** Slow by design. The library is fetched when the first PIN is typed; it is kept for starts without a network. */
async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { argon2id } = await import('hash-wasm')
  const bytes = await argon2id({ ...argon2, password: pin, salt, outputType: 'binary' })
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'HKDF', false, ['deriveKey'])
  bytes.fill(0)
  return key
}

/** AES-GCM-256, never exportable, good for what one PIN and one share hold together. */
export const vaultKey = async ({ pin, salt, share }: PinSecret): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: share, info: vaultInfo },
    await pinKey(pin, salt),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
