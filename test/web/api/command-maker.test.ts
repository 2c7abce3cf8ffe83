import { expect, it, vi } from 'vitest'
import { commandMaker } from '../../../web/src/api/command-maker.ts'

it('gives a retry the very same record: id, time and all', () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T08:00:00.000Z') })
  const make = commandMaker()
  const first = make({ reason: 'On leave', revision: 1 })
  vi.setSystemTime(new Date('2026-11-22T08:05:00.000Z'))
  expect(make({ reason: 'On leave', revision: 1 })).toEqual(first)
  expect(first.body).toMatchObject({ reason: 'On leave', revision: 1, deviceTime: '2026-11-22T08:00:00.000Z' })
  vi.useRealTimers()
})

it('gives other content another id, and each maker its own', () => {
  const make = commandMaker()
  const ids = [make({ reason: 'a' }).id, make({ reason: 'b' }).id, commandMaker()({ reason: 'b' }).id]
  expect(new Set(ids).size).toBe(3)
})
