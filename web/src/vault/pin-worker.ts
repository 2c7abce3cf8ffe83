/**
 * Derives a key from a PIN beside the page, which can be used meanwhile. It says `ready` once it can, answers one PIN, and is
 * ended by who asked.
 */
import { argon2id } from 'hash-wasm'

/** OWASP's minimum for Argon2id (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. */
const argon2 = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const

export interface Asked {
  readonly pin: string
  readonly salt: Uint8Array<ArrayBuffer>
}

/** The library's code compiled for speed: while the first digits are typed there is time for it. */
const warm = argon2id({
  ...{ memorySize: 2_048, iterations: 1, parallelism: 1, hashLength: 4 },
  ...{ password: '0', salt: new Uint8Array(16), outputType: 'binary' },
})

/** Bytes, or undefined where the memory for them is not to be had. */
async function derive({ pin, salt }: Asked): Promise<Uint8Array | undefined> {
  try {
    return await argon2id({ ...argon2, password: pin, salt, outputType: 'binary' })
  } catch {
    return undefined
  }
}

await warm
postMessage('ready')

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  postMessage(await derive(data))
})
