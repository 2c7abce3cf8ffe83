import { constants, createPublicKey, publicEncrypt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type LocalHost, startHost } from '../harness/local-host.ts'
import { ask, call } from './ask.ts'

let host: LocalHost
beforeAll(async () => {
  host = await startHost({ assembly: 'fixture' })
})
afterAll(() => host?.stop())

describe('roles, as synthesised', () => {
  it.each([
    ['get-entry', { id: '1' }],
    ['update-balance', {}],
    ['query-work', {}],
    ['put-sealed', { id: '1' }],
    ['public-key', {}],
    ['put-report', { name: 'allowed', content: 'x' }],
    ['put-event', { id: 'allowed' }],
    ['invoke-follower', {}],
  ])('allow %s', async (question, input) => {
    expect((await ask(host, question, input)).error).toBeUndefined()
  })

  it.each([
    ['update-entry', { id: '1' }],
    ['transact-update-entry', { id: '1' }],
    ['query-table', {}],
    ['scan', {}],
    ['batch-get', {}],
    ['read-protection', {}],
    ['put-unsealed', {}],
    ['decrypt', { ciphertext: 'AAAA' }],
  ])('refuse %s', async (question, input) => {
    const { error, message } = await ask(host, question, input)
    expect(error).toBe('AccessDeniedException')
    expect(message).toMatch(
      /^User: arn:aws:sts::\d+:assumed-role\/.* is not authorized to perform: \w+:\w+ on resource: arn:aws:/,
    )
  })

  it.each([
    ['put-elsewhere', 'AccessDenied'],
    ['list-reports', 'AccessDenied'],
    ['publish', 'AuthorizationErrorException'],
  ])('refuse %s in the words of its service', async (question, word) => {
    expect((await ask(host, question, { prefix: 'followed/' })).error).toBe(word)
  })
})

describe('the sealed zone', () => {
  it('keeps one key, whose private part only a role that may can use', async () => {
    const { answer } = await ask(host, 'public-key')
    const { spki, spec } = z.object({ spki: z.string(), spec: z.string() }).parse(answer)
    expect(spec).toBe('RSA_3072')
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
    const padding = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    const ciphertext = publicEncrypt(padding, Buffer.from('for one reader')).toString('base64')
    expect((await ask(host, 'decrypt', { ciphertext })).error).toBe('AccessDeniedException')
    expect((await ask(host, 'decrypt-elsewhere', { ciphertext })).answer).toEqual({ plaintext: 'for one reader' })
  })
})

describe('objects', () => {
  it('are put, read, read in part, listed in pages and deleted', async () => {
    for (const name of ['a', 'a/b', 'ä ?', 'z'])
      await ask(host, 'put-report', { name: `list/${name}`, content: `of ${name}` })
    expect((await ask(host, 'get-report', { name: 'list/a/b' })).answer).toEqual({ body: 'of a/b', type: 'text/csv' })
    expect((await ask(host, 'get-report', { name: 'list/a', range: 'bytes=1-2' })).answer).toEqual({
      body: 'f ',
      type: 'text/csv',
      range: 'bytes 1-2/4',
    })
    const names = ['reports/list/a', 'reports/list/a/b', 'reports/list/z', 'reports/list/ä ?']
    const listing = await ask(host, 'list-reports', { prefix: 'reports/list/', size: '3' })
    expect(listing.answer).toEqual({ keys: [names.slice(0, 3), names.slice(3)] })
    await ask(host, 'delete-report', { name: 'list/a' })
    expect((await ask(host, 'get-report', { name: 'list/a' })).error).toBe('AccessDenied') // who may not list is not told
  })

  it('are not replaced where the writer says so', async () => {
    await ask(host, 'put-report-once', { name: 'once', content: 'first' })
    expect((await ask(host, 'put-report-once', { name: 'once', content: 'second' })).error).toBe('PreconditionFailed')
    expect((await ask(host, 'get-report', { name: 'once' })).answer).toMatchObject({ body: 'first' })
  })

  it('are read through a signed link, and by nobody without one', async () => {
    await ask(host, 'put-report', { name: 'linked', content: 'on paper' })
    const { url } = z.object({ url: z.string() }).parse((await ask(host, 'sign-report', { name: 'linked' })).answer)
    expect(await (await fetch(url)).text()).toBe('on paper')
    const bare = new URL(url)
    bare.search = ''
    expect((await fetch(bare)).status).toBe(403)
    const late = new URL(url)
    late.searchParams.set('X-Amz-Date', '20200101T000000Z')
    expect((await fetch(late)).status).toBe(403)
  })
})

const linesOf = (folder: string): { message?: string; body?: string }[] =>
  globSync(join(host.dataFolder, folder, '*.jsonl')).flatMap(file =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  )
const heard = (id: string): boolean => globSync(join(host.dataFolder, 's3', '*', 'heard', `=${id}`)).length > 0

describe('events', () => {
  it('reach the targets of the rules they meet, as the rules word them, and no others', async () => {
    await ask(host, 'put-event', { id: 'met' })
    await ask(host, 'put-event', { id: 'other-district', district: 'LS-C' })
    await ask(host, 'put-event', { id: 'other-type', type: 'case-opened' })
    await host.settled()
    expect(['met', 'other-district', 'other-type'].map(heard)).toEqual([true, false, false])
    expect(linesOf('sns')).toContainEqual(expect.objectContaining({ message: 'Work waits in LS-A' }))
  })

  it('of the clock run a function', async () => {
    const [schedule = ''] = await host.schedules()
    expect(await host.runSchedule(schedule)).toEqual({ result: '{"ticked":true}' })
    expect(linesOf('sns')).toContainEqual(
      expect.objectContaining({ subject: 'tick', message: 'one', attributes: { district: 'LS-A' } }),
    )
    expect(linesOf('sns')).toContainEqual(expect.objectContaining({ message: 'two' }))
  })
})

describe('an asynchronous invocation', () => {
  it('is taken at once and done later', async () => {
    const before = linesOf('sns').length
    expect((await ask(host, 'invoke-ticker-later')).answer).toMatchObject({ StatusCode: 202 })
    await host.settled()
    expect(linesOf('sns')).toHaveLength(before + 2)
  })
})

const followed = (id: string): boolean =>
  globSync(join(host.dataFolder, 's3', '*', 'followed', `=ENTRY-${id}`)).length > 0

describe('streams', () => {
  it('reach the functions that follow them; a poisoned record is put aside and holds up no other', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `stream-${index}`)
    const statuses = await Promise.all(
      ids.map(
        async (id, index) =>
          (await call(host, '/v1/entries', { id, ...(index === 11 ? { poison: 'yes' } : {}) })).status,
      ),
    )
    expect(new Set(statuses)).toEqual(new Set([201]))
    await host.settled()
    expect(ids.filter(id => !followed(id))).toEqual(['stream-11'])
    const putAside = linesOf('sqs').map(({ body }) => JSON.parse(body ?? '{}'))
    expect(putAside).toHaveLength(1)
    expect(putAside[0].requestContext.condition).toBe('RetryAttemptsExhausted')
    expect(putAside[0].DDBStreamBatchInfo.batchSize).toBe(1)
  })
})
