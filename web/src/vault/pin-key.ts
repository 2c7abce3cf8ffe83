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
  /** It can derive; rejected where it cannot be had, or there is no memory for it. */
  readonly ready: Promise<void>
}

const nextMessage = (worker: Worker): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
    worker.addEventListener('error', () => reject(new Error('no key can be derived here')), { once: true })
  })

function begin(): Deriver {
  const worker = new Worker(new URL('./pin-worker.ts', import.meta.url), { type: 'module' })
  const ready = nextMessage(worker).then(() => undefined)
  // what failed spoils no later try
  ready.catch(() => {
    if (begun?.worker === worker) begun = undefined
  })
  return { worker, ready }
}

/** Begun while the PIN is typed. */
let begun: Deriver | undefined

/** Fetches what derives the key, and readies it; kept for starts without a network. */
export function warmPinKey(): void {
  begun ??= begin()
}

/** Before a try of a PIN is counted: one that could not be made costs nobody a try. */
export async function pinKeyReady(): Promise<void> {
  begun ??= begin()
  await begun.ready
}

/** Slow by design, and beside the page: nothing on it waits. With the worker its memory goes, and the PIN in it. */
async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { worker, ready } = begun ?? begin()
  begun = undefined
  try {
    await ready
    const answer = nextMessage(worker)
    worker.postMessage({ pin, salt } satisfies Asked)
    const bytes = await answer
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
