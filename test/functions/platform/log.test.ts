import { afterEach, expect, it, vi } from 'vitest'
import { createLog } from '../../../functions/platform/log.ts'

const written: string[] = []
for (const stream of [process.stdout, process.stderr]) {
  vi.spyOn(stream, 'write').mockImplementation(said => written.push(String(said)) > 0)
}
afterEach(() => {
  written.length = 0
})

it('writes a code with ids and counts', () => {
  createLog('arrivals').info('served', { route: 'GET /v1/batches', status: 200 })
  expect(written.join()).toMatch(/"message":"served".*"route":"GET \/v1\/batches".*/)
})

it('writes of a fault its name and where it happened, not its message, which may quote what somebody typed', () => {
  const quoting = new RangeError("Ts'epo Foulo\n    at Foulo's place at Ha Foso")
  createLog('arrivals').fault('request-failed', quoting, { requestId: 'r' })
  const line = written.join()
  expect(line).toContain('"fault":"RangeError"')
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('Foulo')
})

it('writes of a thrown word nothing but that it was one', () => {
  createLog('arrivals').fault('request-failed', "Ts'epo Foulo")
  expect(written.join()).toContain('"fault":"string"')
  expect(written.join()).not.toContain('Foulo')
})
