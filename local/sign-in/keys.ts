/** The key that signs tokens and the one that signs cookies, made once for a data folder. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import * as z from 'zod/mini'

export interface SignInKeys {
  /** RSA private key with `kid`, `alg` and `use`. */
  readonly signing: JWK & { readonly kid: string }
  readonly cookies: string
}

const StoredKeys = z.object({
  signing: z.looseObject({ kid: z.string(), kty: z.literal('RSA') }),
  cookies: z.string(),
})

const keyFile = (dataFolder: string): string => join(dataFolder, 'sign-in', 'keys.json')

export async function readKeys(dataFolder: string): Promise<SignInKeys | undefined> {
  const text = await readFile(keyFile(dataFolder), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : StoredKeys.parse(JSON.parse(text))
}

export async function readOrMakeKeys(dataFolder: string): Promise<SignInKeys> {
  const found = await readKeys(dataFolder)
  if (found !== undefined) return found
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const keys: SignInKeys = {
    signing: { ...jwk, kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' },
    cookies: randomBytes(32).toString('hex'),
  }
  await mkdir(join(dataFolder, 'sign-in'), { recursive: true })
  await writeFile(keyFile(dataFolder), JSON.stringify(keys), { mode: 0o600 })
  return keys
}

/** What may be shown: no private part. */
export const publicPart = ({ signing: { kty, n, e, kid, alg, use } }: SignInKeys): JWK => ({
  ...(kty === undefined ? {} : { kty }),
  ...(n === undefined ? {} : { n }),
  ...(e === undefined ? {} : { e }),
  ...(alg === undefined ? {} : { alg }),
  ...(use === undefined ? {} : { use }),
  kid,
})
