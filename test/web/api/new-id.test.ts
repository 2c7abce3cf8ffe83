import { afterEach, describe, expect, it, vi } from 'vitest'
import { Id } from '../../../functions/platform/fields.ts'
import { newId } from '../../../web/src/api/new-id.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('an id made on the device', () => {
  it('is a UUID of version 7 that the contracts take', () => {
    for (let made = 0; made < 1_000; made += 1) {
      const id = newId()
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Id.safeParse(id).success).toBe(true)
    }
  })

  it('holds the millisecond at which it was made, first', () => {
    vi.useFakeTimers({ now: 0x0193_a3a0_1234 })
    expect(newId()).toMatch(/^0193a3a0-1234-7/)
  })

  it('is never the same twice within one millisecond', () => {
    vi.useFakeTimers({ now: 1_000 })
    expect(new Set(Array.from({ length: 1_000 }, newId)).size).toBe(1_000)
  })
})
