import { describe, expect, it } from 'vitest'
import { fundOf, isPlainLabel, labelOf, lotName } from '../../../functions/supplies/lot-name.ts'

describe('the name of a lot', () => {
  it.each([
    ['IOM-2026-041', 'JP-21/NFI'],
    ['IOM-2026-041', undefined],
    [undefined, 'JP-21/CASH'],
    [undefined, undefined],
    ['two\nlines', 'A/B'],
  ])('says its label %o and who paid, %o', (label, fund) => {
    const name = lotName(label, fund)
    expect([labelOf(name), fundOf(name)]).toEqual([label, fund])
  })

  it('of one label paid by two is two', () => {
    expect(lotName('A', 'JP-21/NFI')).not.toBe(lotName('A', 'JP-22/NFI'))
    expect(lotName('A', 'JP-21/NFI')).not.toBe(lotName('A', undefined))
  })

  it('takes no label that names a payer by itself', () => {
    expect(isPlainLabel('A@JP-21/NFI')).toBe(false)
    expect(isPlainLabel('IOM-2026-041')).toBe(true)
  })
})
