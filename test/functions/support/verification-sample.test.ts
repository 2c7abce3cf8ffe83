import { describe, expect, it } from 'vitest'
import { isDrawn } from '../../../functions/support/verification-sample.ts'

describe('the sample of receipts', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => `0193a3a0-0000-7000-8000-${String(index).padStart(12, '0')}`)
  const drawnBy = (seed: string) => ids.filter(id => isDrawn(id, seed))

  it('is one in ten, and the same whoever draws it', () => {
    const drawn = drawnBy('one')
    expect(drawn.length / ids.length).toBeGreaterThan(0.09)
    expect(drawn.length / ids.length).toBeLessThan(0.11)
    expect(drawnBy('one')).toEqual(drawn)
  })

  it('is no other day’s: an id that was not drawn by one seed is drawn by another as often as any', () => {
    const other = new Set(drawnBy('other'))
    const neither = ids.filter(id => !isDrawn(id, 'one'))
    const share = neither.filter(id => other.has(id)).length / neither.length
    expect(share).toBeGreaterThan(0.09)
    expect(share).toBeLessThan(0.11)
  })
})
