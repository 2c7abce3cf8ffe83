/** What the outbox's browser tests call. The server's seal is stood in for by a key that nobody keeps. */
import { Receipt } from '../../../functions/platform/fields.ts'
import { exampleEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { newId } from '../../../web/src/api/new-id.ts'
import { askAboutRefused, dismiss } from '../../../web/src/outbox/ask-refused.ts'
import { gzipped } from '../../../web/src/outbox/gzipped.ts'
import { isLarge } from '../../../web/src/outbox/outbox-row.ts'
import { type NewRecord, outboxStore, type TakenRecord } from '../../../web/src/outbox/outbox-store.ts'
import type { RecordAnswer } from '../../../web/src/outbox/parcel.ts'
import { type Put, sendAhead } from '../../../web/src/outbox/parts.ts'
import { queueFile, takeInQueue } from '../../../web/src/outbox/queue-file.ts'
import { type Deliver, sendWaiting } from '../../../web/src/outbox/sender.ts'
import { tidyOutbox } from '../../../web/src/outbox/tidy-outbox.ts'
import { closedRecords, keepRecord } from '../../../web/src/screening/record-database.ts'
import { deviceDatabase } from '../../../web/src/vault/device-database.ts'
import { setByServer } from '../../../web/src/vault/kept-clock.ts'
import * as vault from '../../../web/src/vault/vault.ts'
import { vaultStore } from '../../../web/src/vault/vault-store.ts'

async function sealedAway(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const json = new TextEncoder().encode(JSON.stringify(value))
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, json))
}

/** Keeps one record with a person's name in it. */
async function keep(authorId: string, value: unknown, override: Partial<NewRecord> = {}) {
  const recordId = override.recordId ?? newId()
  const kept = await outboxStore.keep({
    ...{ recordId, deviceId: 'device-1', authorId, kind: 'intake', savedAt: new Date().toISOString(), dependsOn: [] },
    ...{ sealed: await sealedAway(value), keyId: 'key-1', wrappedKey: new Uint8Array(384), withoutPin: false },
    copy: await vault.sealFor(authorId, value, `record|${recordId}`),
    ...override,
  })
  return { recordId, kept }
}

function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(bytes)
  for (let start = 0; start < bytes; start += 65_536) crypto.getRandomValues(made.subarray(start, start + 65_536))
  return made
}

const hex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

function readAnswer(value: unknown): RecordAnswer {
  if (typeof value !== 'object' || value === null) return { is: 'later' }
  if ('receipt' in value) return { is: 'received', receipt: Receipt.parse(value.receipt) }
  if ('word' in value && typeof value.word === 'string') return { is: 'refused', word: value.word }
  if ('missing' in value && Array.isArray(value.missing)) return { is: 'parts-missing', numbers: value.missing }
  return 'quarantined' in value ? { is: 'quarantined' } : { is: 'later' }
}

const put: Put = async (path, body) => {
  const packed = await gzipped(body)
  const response = await fetch(path, { method: 'PUT', body: packed, signal: AbortSignal.timeout(2_000) })
  return response.ok ? 'stored' : undefined
}

const deliver: Deliver = async (parcel: readonly TakenRecord[]) => {
  try {
    const [first] = parcel
    const ahead = first !== undefined && isLarge(first.row.kind) ? await sendAhead(first, put) : 'whole'
    if (ahead === undefined || ahead === 'not-let-in') return ahead
    const whole = parcel.map(({ row, sealed }) => [row.recordId, hex(sealed)])
    const body = JSON.stringify(ahead === 'whole' ? whole : [[ahead.recordId, ahead.parts]])
    const response = await fetch('/parcels', { method: 'POST', body, signal: AbortSignal.timeout(2_000) })
    if (!response.ok) return undefined
    const answers: unknown = await response.json()
    if (typeof answers !== 'object' || answers === null) return undefined
    return new Map(Object.entries(answers).map(([id, answer]) => [id, readAnswer(answer)]))
  } catch {
    return undefined
  }
}

const shortPause = () => new Promise<void>(resolve => setTimeout(resolve, 20))
const send = () => sendWaiting(deliver, shortPause)

const outboxKit = {
  keep,
  send,
  /** Asks about what was refused; says `received` of these. Gives what was asked about. */
  async ask(received: readonly string[]) {
    const asked: string[] = []
    await askAboutRefused(async refused => {
      asked.push(...refused.map(({ row }) => row.recordId))
      const receipt = (id: string) => ({ id, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: 0 })
      const answerOf = (id: string): RecordAnswer =>
        received.includes(id) ? { is: 'received', receipt: receipt(id) } : { is: 'parts-missing', numbers: [1] }
      return new Map(asked.map(id => [id, answerOf(id)]))
    })
    return asked
  },
  dismiss,
  stored: async (store: 'sealed' | 'copies') => (await deviceDatabase()).getAllKeys(store),
  endPauses: () => outboxStore.endPauses(),
  unsent: () => outboxStore.unsentCount(),
  page: (count: number, below?: number) => outboxStore.page(count, below),
  findRow: (recordId: string) => outboxStore.findRow(recordId),
  async readCopy(recordId: string) {
    const copy = await outboxStore.findCopy(recordId)
    return copy && vault.openOwn(copy, `record|${recordId}`)
  },
  /** A record of the protection zone's, which nobody on the device opens. */
  keepClosed: (screenId: string) => keepRecord(screenId, { envelope: exampleEnvelope, isOpen: false }),
  closedIds: async () => (await closedRecords()).map(({ screenId }) => screenId),
  queueFile: async () => (await queueFile()).text(),
  takeInQueue,
  tidy: tidyOutbox,
  keys: async () => (await deviceDatabase()).getAllKeys('keys'),
  /** As if so much time had passed. */
  async letPass(milliseconds: number) {
    const pass = { officerId: 'officer-1', share: new Uint8Array(32), until: Number.MAX_SAFE_INTEGER, groups: [] }
    await vaultStore.putPass(pass, setByServer((await vaultStore.now()) + milliseconds, Date.now()))
  },
  unlock: vault.unlock,
  lock: vault.lock,
  async signOn(officerId: string, name: string, pin: string) {
    const until = Date.now() + 72 * 3_600_000
    const pass = { officerId, share: new Uint8Array(32).fill(officerId.length), until, groups: [] }
    await vaultStore.putPass(pass, setByServer(Date.now(), Date.now()))
    return vault.setPin({ officerId, name }, pin)
  },
  /** A large record of so many bytes, which nothing packs. */
  keepLarge: (authorId: string, bytes: number, override: Partial<NewRecord> = {}) =>
    keep(authorId, {}, { kind: 'photo', sealed: noise(bytes), ...override }),
  /** Saves one after the other, and tells the test of each one that a person would have been told is saved. */
  async saveForEver(authorId: string, name: string) {
    for (let turn = 0; ; turn++) {
      const { recordId, kept } = await keep(authorId, { name, turn })
      if (kept === 'kept') await fetch(`/said/${recordId}`, { method: 'POST' })
    }
  },
  async sendForEver() {
    for (;;) {
      await send()
      await shortPause()
    }
  },
}
export type OutboxKit = typeof outboxKit

Object.assign(globalThis, { outboxKit })
