/** Sessions, codes and refresh tokens of the sign-in, kept in one file so that they survive a restart. */
import { readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import * as z from 'zod/mini'

const Entry = z.object({
  payload: z.looseObject({ grantId: z.optional(z.string()), uid: z.optional(z.string()) }),
  expiresAtEpochSeconds: z.optional(z.number()),
})
type Entry = z.infer<typeof Entry>
const StoredEntries = z.record(z.string(), Entry)

const saveAfterMilliseconds = 50
const nowSeconds = (): number => Math.floor(Date.now() / 1000)

export interface KeptSessions {
  adapter(model: string): Adapter
  /** Waits until what is known is on disk. */
  save(): Promise<void>
}

function load(file: string): Map<string, Entry> {
  try {
    return new Map(Object.entries(StoredEntries.parse(JSON.parse(readFileSync(file, 'utf8')))))
  } catch {
    return new Map() // nothing kept, or cut off in the middle: everybody signs in again
  }
}

export function keepSessions(file: string): KeptSessions {
  const entries = load(file)
  let saving: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function write(): Promise<void> {
    const now = nowSeconds()
    for (const [key, { expiresAtEpochSeconds }] of entries)
      if (expiresAtEpochSeconds !== undefined && expiresAtEpochSeconds < now) entries.delete(key)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(entries)), { mode: 0o600 })
    await rename(`${file}.new`, file)
  }

  function save(): Promise<void> {
    clearTimeout(timer)
    saving = saving.then(write)
    return saving
  }

  function changed(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), saveAfterMilliseconds)
  }

  const live = (entry: Entry | undefined): AdapterPayload | undefined =>
    entry === undefined || (entry.expiresAtEpochSeconds ?? Number.POSITIVE_INFINITY) < nowSeconds()
      ? undefined
      : entry.payload

  const adapter = (model: string): Adapter => {
    const keyOf = (id: string): string => `${model}:${id}`
    const findWhere = (matches: (payload: Entry['payload']) => boolean): AdapterPayload | undefined => {
      for (const [key, entry] of entries) if (key.startsWith(`${model}:`) && matches(entry.payload)) return live(entry)
      return undefined
    }
    return {
      async upsert(id, payload, expiresIn) {
        const expiry = expiresIn === undefined ? {} : { expiresAtEpochSeconds: nowSeconds() + expiresIn }
        entries.set(keyOf(id), { payload: { ...payload }, ...expiry })
        changed()
      },
      find: async id => live(entries.get(keyOf(id))),
      findByUserCode: async code => findWhere(payload => payload['userCode'] === code),
      findByUid: async uid => findWhere(payload => payload.uid === uid),
      async consume(id) {
        const entry = entries.get(keyOf(id))
        if (entry !== undefined) entry.payload['consumed'] = nowSeconds()
        changed()
      },
      async destroy(id) {
        entries.delete(keyOf(id))
        changed()
      },
      async revokeByGrantId(grantId) {
        // of this kind alone: somebody else's sign-in that is under way on the same browser goes on
        for (const [key, { payload }] of entries)
          if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key)
        changed()
      },
    }
  }

  return { adapter, save }
}
