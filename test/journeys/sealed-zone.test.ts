/** The sealed zone on the running host: what its policies refuse every other function, and what a screen leaves outside. */
import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { DecryptCommand, GetPublicKeyCommand } from '@aws-sdk/client-kms'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { protectionKeys, sealedPrefix, type Zone, zones } from '../../functions/platform/tables.ts'
import { screenItemIds } from '../../functions/screening/instruments.ts'
import type { ScreenContent } from '../../functions/screening/screen-content.ts'
import { SealedEnvelope } from '../../functions/screening/sealed-envelope.ts'
import { functionSheets } from '../../lib/functions.ts'
import { type Attempt, anItem, changes, reads, removals, writes } from '../harness/attempts.ts'
import { type FunctionRole, functionRoles, outcomeOf, pastEveryPolicy, type Roles } from '../harness/function-roles.ts'
import { type LocalHost, startHost } from '../harness/local-host.ts'
import { newSince, traces } from '../harness/traces.ts'
import { aBatch, anArrival, givenStock, register } from './arrival.ts'
import { aScreen, handOver } from './screen.ts'

let host: LocalHost
let roles: Roles
beforeAll(async () => {
  host = await startHost() // of its own: what a screen leaves behind is counted
  roles = await functionRoles(host)
}, 240_000)
afterAll(() => host?.stop())

const role = (name: FunctionRole['name']): FunctionRole => {
  const found = roles.roles.find(one => one.name === name)
  if (found === undefined) throw new Error(`no function ${name}`)
  return found
}

describe('a screen', () => {
  const every = (answer: 'YES' | 'NO' | 'REFUSED') => Object.fromEntries(screenItemIds.map(item => [item, answer]))
  const child = { careStatus: 'UNACCOMPANIED', handedTo: 'Social development, Hlotse' } as const
  const contents: Record<string, Partial<ScreenContent>> = {
    'with nothing': { answers: every('NO') },
    'with everything': {
      answers: every('YES'),
      asksToSpeak: true,
      safeContact: { place: 'x'.repeat(200), channel: 'RELATIVE', reachedBy: 'y'.repeat(60) },
    },
    'of somebody who refused': { answers: every('REFUSED') },
    'that asked nothing': { answers: {} },
    'of a child alone': { isMinor: true, child, answers: every('NO') },
    'where nobody could speak': { placeIsPrivate: false, answers: {} },
    'before the registration': { displayNumber: 'XV-7F-00001-Z', answers: { A1: 'YES' } },
  }

  async function left(content: ScreenContent) {
    const before = await traces(host, roles)
    const { sentBytes, status, headers, bytes } = await handOver(host, content)
    const fields = [...headers.entries()].filter(([header]) => header !== 'date')
    const after = await traces(host, roles)
    return { sentBytes, status, headers: fields, answerBytes: bytes.byteLength, outside: newSince(before, after) }
  }

  it('would be seen outside the zone if it left anything there', async () => {
    const before = await traces(host, roles)
    const arrived = await aBatch(host, { post: 'MB', district: 'LS-A' })
    await givenStock(host, 'MB', 'BLANKET', 1)
    const { fast } = anArrival(arrived)
    const child = { ...fast, birth: { date: '2015-03-01', precision: 'DAY' }, accompaniment: 'UNACCOMPANIED' } as const
    await register(host, arrived, anArrival(arrived, { fast: child }))
    const outside = newSince(before, await traces(host, roles))
    for (const seen of ['registry: ', 'ledger: ', 'audit: ', 'IntakeFunction', 'FactsFunction', 'Topic', 'object of '])
      expect(outside).toContainEqual(expect.stringContaining(seen))
  }, 60_000)

  it('leaves the same outside the zone, whatever was said in it', async () => {
    await left(aScreen()) // the functions' first lines
    const usual = await left(aScreen())
    expect(usual.outside.filter(line => line.startsWith('audit:'))).toHaveLength(1)
    expect(usual.outside.filter(line => /^(registry|ledger|object)/.test(line))).toEqual([])
    expect(usual.outside.filter(line => /Dispatch|Facts|Topic/.test(line))).toEqual([])
    const routes = new Set<string>()
    for (const [said, content] of Object.entries(contents)) {
      const screen = aScreen(content)
      routes.add(screen.suggestion.route)
      expect({ said, ...(await left(screen)) }).toEqual({ said, ...usual })
    }
    expect(routes.size).toBeGreaterThan(3) // the contents did differ in what they ask of the zone
  }, 120_000)
})

/** The attempts that the policy did not refuse. */
async function notRefused(
  by: FunctionRole,
  zone: Zone,
  pk: string,
  attempts: Record<string, Attempt>,
): Promise<string[]> {
  const outcomes = await Promise.all(
    Object.entries(attempts).map(async ([name, attempt]) => {
      const outcome = await outcomeOf(attempt(by, roles.tables[zone], pk))
      return outcome.startsWith('refused ') ? [] : [`${by.name}: ${name} in ${zone}: ${outcome}`]
    }),
  )
  return outcomes.flat()
}
const each = async (names: readonly FunctionRole[], attempt: (by: FunctionRole) => Promise<string[]>) =>
  (await Promise.all(names.map(attempt))).flat()

const others = () => roles.roles.filter(({ name }) => name !== 'protection')
const screenPartition = protectionKeys.screen(randomUUID()).pk

describe('the protection table', () => {
  it('is there to be read by the function whose it is', async () => {
    const { GetItem, 'Query of the worklist': worklist } = reads
    if (!GetItem || !worklist) throw new Error('an attempt is gone')
    expect(await notRefused(role('protection'), 'protection', screenPartition, { GetItem, worklist })).toHaveLength(2)
    expect(roles.roles.map(({ name }) => name).sort()).toEqual(Object.keys(functionSheets).sort())
  })

  it('is read, written and changed by no other, which AWS says and not we', async () => {
    const every = { ...reads, ...writes, ...changes, ...removals }
    expect(await each(others(), by => notRefused(by, 'protection', screenPartition, every))).toEqual([])
  })

  it("keeps its key's use to itself", async () => {
    const Plaintext = Buffer.alloc(384, 1)
    const decrypt = {
      KeyId: roles.sealingKeyId,
      CiphertextBlob: Plaintext,
      EncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
    } as const
    const outcomes = await each(roles.roles, async ({ name, keys }) => {
      const tried = [
        keys.send(new DecryptCommand(decrypt)),
        keys.send(new GetPublicKeyCommand({ KeyId: roles.sealingKeyId })),
      ]
      return (await Promise.all(tried.map(outcomeOf))).map(outcome => `${name}: ${outcome}`)
    })
    expect(outcomes.filter(outcome => !outcome.includes('refused kms:'))).toEqual([
      'protection: InvalidCiphertextException',
      'protection: done',
    ])
  })
})

describe('the screening function', () => {
  const underSealed = (sealedId: string = randomUUID()) => protectionKeys.sealed(sealedId).pk
  const put = (pk: string, more: object = {}) =>
    outcomeOf(
      role('screening').database.send(
        new PutItemCommand({ TableName: roles.tables.protection, Item: anItem(pk), ...more }),
      ),
    )

  it('puts under its own prefix and nowhere else', async () => {
    expect(await put(underSealed())).toBe('done')
    const elsewhere = [screenPartition, 'WORK#1', 'AUDIT#1', 'sealed#1', 'SEALED', ` ${sealedPrefix}1`, '']
    expect(await Promise.all(elsewhere.map(pk => put(pk)))).toEqual(elsewhere.map(() => 'refused dynamodb:PutItem'))
  })

  it('reads, changes and removes nothing of what it put', async () => {
    const pk = underSealed()
    await put(pk)
    expect(await notRefused(role('screening'), 'protection', pk, { ...reads, ...changes, ...removals })).toEqual([])
  })

  it('is told nothing of what it replaces', async () => {
    const pk = underSealed()
    await put(pk)
    for (const ReturnValues of ['ALL_OLD', 'UPDATED_OLD', 'ALL_NEW'])
      expect(await put(pk, { ReturnValues })).toBe('refused dynamodb:PutItem')
  })

  // No policy can forbid a failed condition to give the old item back: what is in it must be sealed.
  it('gets back, by a failed condition under an id it was never told, an envelope and the hour at most', async () => {
    await handOver(host, aScreen({ answers: { A1: 'YES' } }))
    const { Items: [kept] = [] } = await pastEveryPolicy(host).send(
      new ScanCommand({
        TableName: roles.tables.protection,
        FilterExpression: 'begins_with(pk, :sealed) AND attribute_exists(envelope)',
        ExpressionAttributeValues: { ':sealed': { S: sealedPrefix } },
      }),
    )
    const again = new PutItemCommand({
      TableName: roles.tables.protection,
      Item: anItem(kept?.['pk']?.S ?? ''),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
    const error: unknown = await role('screening')
      .database.send(again)
      .catch(caught => caught)
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    const { pk, sk, schemaVersion, revision, sealedId, receivedAt, envelope, ...more } = error.Item ?? {}
    expect([pk, sk, schemaVersion?.N, revision?.N, sealedId, receivedAt, more]).toEqual([
      kept?.['pk'],
      { S: 'ENVELOPE' },
      '1',
      '1',
      { S: kept?.['sealedId']?.S },
      { S: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
      {},
    ])
    expect(SealedEnvelope.safeParse(unmarshall({ envelope: envelope ?? { NULL: true } })['envelope']).success).toBe(
      true,
    )
  })
})

describe('every function', () => {
  it('deletes nothing, in no table', async () => {
    const everywhere = (by: FunctionRole) => Promise.all(zones.map(zone => notRefused(by, zone, 'ENTRY#1', removals)))
    expect((await Promise.all(roles.roles.map(everywhere))).flat(2)).toEqual([])
  })

  it('puts audit entries blindly, and only the auditor’s reads them', async () => {
    const pk = `SUBJECT#${randomUUID()}`
    const readers = await each(roles.roles, by => notRefused(by, 'audit', pk, { ...reads, ...changes }))
    expect(readers).toEqual(['audit: Query in audit: done'])
    const curious = await each(roles.roles, async ({ name, database }) => {
      const input = { TableName: roles.tables.audit, Item: anItem(pk), ReturnValues: 'ALL_OLD' as const }
      const outcome = await outcomeOf(database.send(new PutItemCommand(input)))
      return outcome.startsWith('refused ') ? [] : [name]
    })
    expect(curious).toEqual([])
  })

  it('puts no event on the bus but the one that dispatches', async () => {
    const Entries = [{ EventBusName: roles.busName, Source: 'test', DetailType: 'none', Detail: '{}' }]
    const told = await each(roles.roles, async ({ name, bus }) =>
      (await outcomeOf(bus.send(new PutEventsCommand({ Entries })))) === 'done' ? [name] : [],
    )
    expect(told).toEqual(['dispatch'])
  })
})

it('keeps the registry and the ledger from the reports', async () => {
  const every = { ...reads, ...writes, ...changes }
  for (const zone of ['registry', 'ledger', 'protection'] as const)
    for (const pk of ['PERSON#1', 'ENTRY#1', 'LEASE#1'])
      expect(await notRefused(role('reports'), zone, pk, every)).toEqual([])
})
