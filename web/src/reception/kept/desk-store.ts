/** What a desk keeps in the device's database beside its records, all of it sealed before it comes here. */
import * as z from 'zod/mini'
import { OutboxRow } from '../../outbox/outbox-row.ts'
import { deviceDatabase, keptMilliseconds, strictly } from '../../vault/device-database.ts'
import { SharedSeal } from '../../vault/shared-seal.ts'
import { vaultStore } from '../../vault/vault-store.ts'

const Bytes = z.custom<Uint8Array<ArrayBuffer>>(value => value instanceof Uint8Array)
const until = z.optional(z.number())
const SharedRow = z.object({ sealed: SharedSeal, until })
const OwnRow = z.object({ sealed: Bytes, until })

export interface EffectRecord {
  readonly recordId: string
  /** Undefined where the record itself was never kept: nothing came of it. */
  readonly record: OutboxRow | undefined
}

export const deskStore = {
  async putKnown(name: string, sealed: SharedSeal): Promise<void> {
    const row: z.infer<typeof SharedRow> = { sealed, until: (await vaultStore.now()) + keptMilliseconds.known }
    await strictly(['known'], async transaction => {
      await transaction.objectStore('known').put(row, name)
    })
  },

  async findKnown(name: string): Promise<SharedSeal | undefined> {
    const row = SharedRow.safeParse(await (await deviceDatabase()).get('known', name))
    return row.success ? row.data.sealed : undefined
  },

  /** What one officer alone was told. */
  async putOwn(name: string, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
    const row: z.infer<typeof OwnRow> = { sealed, until: (await vaultStore.now()) + keptMilliseconds.known }
    await strictly(['known'], async transaction => {
      await transaction.objectStore('known').put(row, name)
    })
  },

  /** All of it whose name begins so. */
  async ownBy(prefix: string): Promise<readonly { readonly name: string; readonly sealed: Uint8Array<ArrayBuffer> }[]> {
    const known = (await deviceDatabase()).transaction('known').store
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
    const [names, rows] = await Promise.all([known.getAllKeys(range), known.getAll(range)])
    return names.flatMap((name, index) => {
      const row = OwnRow.safeParse(rows[index])
      return row.success ? [{ name, sealed: row.data.sealed }] : []
    })
  },

  /** Before the record itself: what is here without its record counts for nothing. */
  putEffect: (recordId: string, sealed: SharedSeal): Promise<void> =>
    strictly(['effects'], async transaction => {
      await transaction.objectStore('effects').put({ sealed } satisfies z.infer<typeof SharedRow>, recordId)
    }),

  async findEffect(recordId: string): Promise<SharedSeal | undefined> {
    const row = SharedRow.safeParse(await (await deviceDatabase()).get('effects', recordId))
    return row.success ? row.data.sealed : undefined
  },

  /** Every effect's id with its record as the outbox has it, in the order of capture. */
  async effectRecords(): Promise<readonly EffectRecord[]> {
    const transaction = (await deviceDatabase()).transaction(['effects', 'outbox'], 'readonly')
    const ids = await transaction.objectStore('effects').getAllKeys()
    const records = await Promise.all(
      ids.map(async recordId => {
        const row = await transaction.objectStore('outbox').get(recordId)
        return { recordId, record: row === undefined ? undefined : OutboxRow.parse(row) }
      }),
    )
    const place = ({ record }: EffectRecord) => record?.sequence ?? 0
    return records.sort((one, other) => place(one) - place(other))
  },

  /** Those that came to an end go in a while; one that waits again, after a restore, stays. */
  async settleEffects(ended: readonly string[], waiting: readonly string[]): Promise<void> {
    const end = (await vaultStore.now()) + keptMilliseconds.effects
    await strictly(['effects'], async transaction => {
      const effects = transaction.objectStore('effects')
      for (const recordId of [...ended, ...waiting]) {
        const row = SharedRow.safeParse(await effects.get(recordId))
        if (!row.success) continue
        const { sealed, until } = row.data
        const isEnded = ended.includes(recordId)
        if (isEnded === (until !== undefined)) continue
        await effects.put(isEnded ? { sealed, until: end } : { sealed }, recordId)
      }
    })
  },

  async putDraft(key: string, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
    // one write: it is made at every pause of whoever types
    const row: z.infer<typeof OwnRow> = { sealed, until: (await vaultStore.roughlyNow()) + keptMilliseconds.drafts }
    await strictly(['drafts'], async transaction => {
      await transaction.objectStore('drafts').put(row, key)
    })
  },

  async findDraft(key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const row = OwnRow.safeParse(await (await deviceDatabase()).get('drafts', key))
    return row.success ? row.data.sealed : undefined
  },

  deleteDraft: (key: string): Promise<void> =>
    strictly(['drafts'], async transaction => {
      await transaction.objectStore('drafts').delete(key)
    }),
}
