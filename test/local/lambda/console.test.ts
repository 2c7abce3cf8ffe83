import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inRequest, logAsLambda } from '../../../local/lambda/console.ts'

const own = { ...console }
const lines: string[] = []

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation(said => lines.push(String(said)) > 0)
  logAsLambda()
})
afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(console, own)
  lines.length = 0
})

const read = () => lines.map(line => ({ ...JSON.parse(line), timestamp: 'then' }))

it('writes one JSON object a line, with the level by which faults are counted', () => {
  console.error({ code: 'request-failed', at: 'two\nlines' })
  console.info('served')
  expect(read()).toEqual([
    { timestamp: 'then', level: 'ERROR', message: { code: 'request-failed', at: 'two\nlines' } },
    { timestamp: 'then', level: 'INFO', message: 'served' },
  ])
})

it('names the request a line belongs to, though many run at once', async () => {
  await Promise.all(
    ['slow', 'quick'].map(requestId =>
      inRequest(requestId, async () => {
        await pause(requestId === 'slow' ? 10 : 0)
        console.info({ code: requestId })
      }),
    ),
  )
  expect(read().map(({ requestId, message }) => [requestId, message.code])).toEqual([
    ['quick', 'quick'],
    ['slow', 'slow'],
  ])
})
