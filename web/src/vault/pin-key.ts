/** From PIN and share to the vault key (docs/adr/0011-devices-passes-parcels.md). */
import type { Asked } from './pin-worker.ts'

const vaultInfo = new TextEncoder().encode('kamohelo vault 1')

export const saltBytes = 16
export const shareBytes = 32

export interface PinSecret {
  readonly pin: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** The server's part; without it the PIN opens nothing. */
  readonly share: Uint8Array<ArrayBuffer>
}

interface Deriver {
  readonly worker: Worker
  /** It could not be started; ended before anybody waits for it, it says so all the same. */
  readonly failed: Promise<never>
}

function begin(): Deriver {
  const worker = new Worker(new URL('./pin-worker.ts', import.meta.url), { type: 'module' })
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the key cannot be derived here')))
  })
  failed.catch(() => undefined)
  return { worker, failed }
}

/** Begun while the PIN is typed. */
let begun: Deriver | undefined

/** Fetches what derives the key, and readies it; kept for starts without a network. */
export function warmPinKey(): void {
  begun ??= begin()
}

/** Slow by design, and beside the page: nothing on it waits. With the worker its memory goes, and the PIN in it. */
async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { worker, failed } = begun ?? begin()
  begun = undefined
  try {
    const answer = new Promise<unknown>(resolve => {
      worker.addEventListener('message', ({ data }) => resolve(data))
    })
    worker.postMessage({ pin, salt } satisfies Asked)
    const bytes = await Promise.race([answer, failed])
    if (!(bytes instanceof Uint8Array)) throw new Error('the key was not derived')
    const key = await crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'HKDF', false, ['deriveKey'])
    bytes.fill(0)
    return key
  } finally {
    worker.terminate()
  }
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
