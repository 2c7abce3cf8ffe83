/** What the vault's browser test calls. */
import { deskStore } from '../../../web/src/reception/kept/desk-store.ts'
import { deviceDatabase, strictly } from '../../../web/src/vault/device-database.ts'
import { setByServer } from '../../../web/src/vault/kept-clock.ts'
import * as vault from '../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../web/src/vault/vault-store.ts'

const shareOf = (seed: number) => new Uint8Array(32).fill(seed)

const vaultKit = {
  ...vault,
  /** A pass as the server would give it: 72 hours from its own time. */
  givePass: (officerId: string, seed: number, serverTime: number) =>
    vaultStore.putPass(
      { officerId, share: shareOf(seed), until: serverTime + 72 * 3_600_000, groups: ['reception@MB'] },
      setByServer(serverTime, Date.now()),
    ),
  hasPass: async (officerId: string) => (await vaultStore.findPass(officerId)) !== undefined,
  /** Seals for an officer and keeps it in the database, as a draft would be. */
  keep: async (officerId: string, value: unknown) => {
    const sealed = await vault.sealFor(officerId, value, `draft|${officerId}`)
    await strictly(['device'], transaction => transaction.objectStore('device').put(sealed, `kept ${officerId}`))
  },
  /** What a desk was told, and a half-filled form. */
  keepForAWhile: async (name: string) => {
    await deskStore.putOwn(name, new Uint8Array(16))
    await deskStore.putDraft(name, new Uint8Array(16))
  },
  keptForAWhile: async () => {
    const database = await deviceDatabase()
    return { known: await database.getAllKeys('known'), drafts: await database.getAllKeys('drafts') }
  },
  read: async (officerId: string) => {
    const sealed = await strictly(['device'], transaction => transaction.objectStore('device').get(`kept ${officerId}`))
    return sealed instanceof Uint8Array ? vault.openOwn(Uint8Array.from(sealed), `draft|${officerId}`) : undefined
  },
}

export type VaultKit = typeof vaultKit

Object.assign(globalThis, { vaultKit })
