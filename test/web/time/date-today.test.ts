import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dateToday, noteReading, roughReading } from '../../../web/src/time/date-today.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2021, 10, 29, 12) }))
afterEach(() => vi.useRealTimers())

it("is the device's own date until a clock is kept, and then that clock's, wherever the device's stands", () => {
  expect(roughReading()).toBeUndefined()
  expect(dateToday()).toBe('2021-11-29')
  // eleven at night in London is the next day in Maseru
  noteReading(Date.UTC(2026, 10, 29, 23))
  expect(dateToday()).toBe('2026-11-30')
})
