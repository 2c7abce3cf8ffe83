/** The screening and the protection function over one database, with a key pair that plays AWS KMS behind its gateway. */
import { randomUUID } from 'node:crypto'
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import type { KeyPair } from '../../functions/platform/key-pair.ts'
import type { Log } from '../../functions/platform/log.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import type { StreamRecord } from '../../functions/platform/stream-event.ts'
import { protectionKeys } from '../../functions/platform/tables.ts'
import { decideScreen } from '../../functions/protection/decide-screen.ts'
import { listScreens } from '../../functions/protection/list-screens.ts'
import { openScreen } from '../../functions/protection/open-screen.ts'
import { readSealingKey } from '../../functions/protection/read-sealing-key.ts'
import { returneeStore } from '../../functions/protection/returnee-store.ts'
import { screenStore } from '../../functions/protection/screen-store.ts'
import { screenSummaries } from '../../functions/protection/screen-summaries.ts'
import { sealedContents } from '../../functions/protection/sealed-content.ts'
import { takeInScreens } from '../../functions/protection/take-in-screen.ts'
import { screeningRoutes } from '../../functions/screening/contract.ts'
import { sealScreen } from '../../functions/screening/envelope.ts'
import { putScreen } from '../../functions/screening/put-screen.ts'
import type { ScreenContent } from '../../functions/screening/screen-content.ts'
import type { SealedEnvelope } from '../../functions/screening/sealed-envelope.ts'
import { sealedStore } from '../../functions/screening/sealed-store.ts'
import { anHttpEvent } from '../builders/http-event.ts'
import { freshTables } from './dynamodb-local.ts'

export interface LogLine {
  readonly level: 'info' | 'warn' | 'fault'
  readonly code: string
  readonly fields: Readonly<Record<string, string | number | boolean>>
}

export function keptLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = []
  return {
    lines,
    log: {
      info: (code, fields = {}) => void lines.push({ level: 'info', code, fields }),
      warn: (code, fields = {}) => void lines.push({ level: 'warn', code, fields }),
      fault: (code, error, fields = {}) =>
        void lines.push({ level: 'fault', code, fields: { ...fields, fault: String(error) } }),
    },
  }
}

const rsaOaep = { name: 'RSA-OAEP', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }

export const keyId = '1c0f7e1a-8f4a-4c2e-9b7f-2b6d9f3a5e10'

/** As KMS behaves: a wrapped key of another pair is told apart from a service that is away. */
export async function aProtectionKey(): Promise<KeyPair & { isAway: boolean }> {
  const pair = await crypto.subtle.generateKey(rsaOaep, true, ['encrypt', 'decrypt'])
  const spkiBytes = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
  const key: KeyPair & { isAway: boolean } = {
    isAway: false,
    publicHalf: async () => ({ keyId, spkiBytes }),
    async unwrap(wrappedKey) {
      if (key.isAway) throw new Error('the key service is away')
      try {
        return new Uint8Array(await crypto.subtle.decrypt(rsaOaep, pair.privateKey, Uint8Array.from(wrappedKey)))
      } catch {
        return undefined
      }
    },
  }
  return key
}

export const asInserted = (item: Record<string, AttributeValue>): StreamRecord => {
  const { pk, sk } = unmarshall(item)
  return {
    eventID: `event-${pk}`,
    eventName: 'INSERT',
    dynamodb: {
      Keys: { pk: { S: String(pk) }, sk: { S: String(sk) } },
      SequenceNumber: `sequence-${pk}`,
      NewImage: item,
    },
  }
}

export async function everyItem(database: DynamoDBClient, table: string): Promise<Record<string, AttributeValue>[]> {
  const { Items = [] } = await database.send(new ScanCommand({ TableName: table, ConsistentRead: true }))
  return Items
}

export const noon = new Date('2026-11-22T10:00:00.000Z')

export async function sealedZone() {
  const { client, tables } = await freshTables()
  const [key, { log, lines }] = [await aProtectionKey(), keptLog()]
  const clock = { now: () => noon }
  const receipt = receiptsOf(0)
  const outerAudit = createAudit(client, tables.audit, clock)
  const innerAudit = createAudit(client, tables.protection, clock, protectionKeys.audit)
  const screens = screenStore(client, tables.protection)
  const contents = sealedContents(screens, key)
  const sealed = sealedStore(client, tables.protection)
  const takeIn = takeInScreens({ screens, contents, audit: innerAudit, clock, log })

  const screening = capability({
    endpoints: [putScreen({ sealed, audit: outerAudit, receipt, freshId: randomUUID })],
    audit: outerAudit,
    clock,
    log,
  })
  const protection = capability({
    endpoints: [
      readSealingKey(key, 1),
      listScreens({ screens, summaries: screenSummaries(contents) }),
      openScreen({ screens, contents, returnees: returneeStore(client, tables.registry) }),
      decideScreen({ screens, contents, audit: innerAudit, receipt }),
    ],
    audit: innerAudit,
    clock,
    log,
  })

  async function seal(content: ScreenContent, to: KeyPair = key): Promise<SealedEnvelope> {
    const outcome = await sealScreen(content, (await to.publicHalf()).spkiBytes, keyId)
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    return outcome.envelope
  }

  const screenEvent = (screenId: string, envelope: SealedEnvelope) =>
    anHttpEvent({
      route: screeningRoutes.putScreen,
      params: { screenId },
      body: { contract: 1, envelope },
      groups: ['screening@MB'],
    })

  return {
    client,
    tables,
    key,
    lines,
    screening,
    protection,
    takeIn,
    seal,
    screenEvent,

    /** Hands a screen over as a tablet does. */
    async handOver(content: ScreenContent, to?: KeyPair) {
      return screening(screenEvent(content.screenId, await seal(content, to)), {})
    },

    /** The sealed items as the zone's stream shows them. */
    async sealedRecords(): Promise<StreamRecord[]> {
      const items = await everyItem(client, tables.protection)
      return items.filter(item => item['pk']?.S?.startsWith('SEALED#')).map(asInserted)
    },
  }
}
