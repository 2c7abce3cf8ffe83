import { afterEach, expect, it, vi } from 'vitest'
import { lambdaLog } from '../../../functions/platform/log.ts'

const written: object[] = []
for (const level of ['info', 'error'] as const) {
  vi.spyOn(console, level).mockImplementation((line: object) => {
    written.push({ level, ...line })
  })
}
afterEach(() => {
  written.length = 0
})

it('writes a code with ids and counts', () => {
  lambdaLog.info('served', { route: 'GET /v1/batches', status: 200 })
  expect(written).toEqual([{ level: 'info', code: 'served', route: 'GET /v1/batches', status: 200 }])
})

it('writes of a fault its name and where it happened, not its message, which may quote what somebody typed', () => {
  const quoting = new RangeError("Ts'epo Foulo\n    at Foulo's place at Ha Foso")
  lambdaLog.fault('request-failed', quoting, { requestId: 'r' })
  const line = JSON.stringify(written)
  expect(line).toContain('"fault":"RangeError"')
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('Foulo')
})

it('writes of a thrown word nothing but that it was one', () => {
  lambdaLog.fault('request-failed', "Ts'epo Foulo")
  expect(written).toEqual([{ level: 'error', code: 'request-failed', fault: 'string' }])
})
