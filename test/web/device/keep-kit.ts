/** Keeps records as a desk does, on the tablet of a test: a second start of the application beside the one on screen. */
import { commandText } from '../../../functions/commands/sealed-record.ts'
import { workByChoice, workByPin } from '../../../web/src/device/begin-work.ts'
import { loadThisDevice, thisDevice } from '../../../web/src/device/this-device.ts'
import { alreadySaved, type FinishedRecord, keepRecord } from '../../../web/src/outbox/keep-record.ts'
import { outboxStore } from '../../../web/src/outbox/outbox-store.ts'
import { nextDisplayNumber } from '../../../web/src/slips/number-maker.ts'
import { deviceDatabase } from '../../../web/src/vault/device-database.ts'
import { unlock } from '../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../web/src/vault/vault-store.ts'

const keepKit = {
  /** By PIN, or by choice where none is given. */
  async work(officerId: string, pin?: string) {
    await loadThisDevice()
    if (pin === undefined) return workByChoice(officerId)
    const { is } = await unlock(officerId, pin)
    if (is !== 'unlocked') throw new Error(is)
    return workByPin(officerId)
  },
  keep: (record: FinishedRecord) => keepRecord(record),
  alreadySaved: ({ recordId, method, path, body }: FinishedRecord) =>
    alreadySaved(recordId, { method, path, body: { ...body } }),
  commandText,
  device: async () => {
    await loadThisDevice()
    return thisDevice()
  },
  number: () => nextDisplayNumber('MB'),
  findRow: (recordId: string) => outboxStore.findRow(recordId),
  officers: async () => (await vaultStore.officers()).map(({ officerId, initials }) => ({ officerId, initials })),
  drafts: async () => (await (await deviceDatabase()).getAll('drafts')).map(row => JSON.stringify(row)),
  hasPass: async (officerId: string) => (await vaultStore.findPass(officerId)) !== undefined,
}
export type KeepKit = typeof keepKit

Object.assign(globalThis, { keepKit })
