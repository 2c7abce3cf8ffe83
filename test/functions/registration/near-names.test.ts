import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOneSlipApart } from '../../../functions/registration/near-names.ts'

const seed = 11_504

describe(`one typing slip (seed ${seed})`, () => {
  it.each([
    ['qhobea', 'qhobela', true], // left out
    ['mothiib', 'mothibi', true], // swapped
    ['mothiib', 'mothibe', false], // swapped and wrong
    ['mafisa', 'mafsia', true], // swapped
    ['setho', 'sethu', true], // wrong
    ['thabo', 'thabo', false], // no slip at all
    ['thabo', 'thabang', false],
    ['ab', 'cd', false],
    ['abc', 'cba', false],
    ['', 'a', true],
    ['', '', false],
    ['aa', 'a', true],
  ])('%s and %s: %s', (one, other, apart) => {
    expect([isOneSlipApart(one, other), isOneSlipApart(other, one)]).toEqual([apart, apart])
  })

  const text = fc.string({ unit: fc.constantFrom(...'abc '), minLength: 1, maxLength: 12 })
  const letter = fc.constantFrom(...'abc ')

  it('is seen wherever it happens', () => {
    fc.assert(
      fc.property(text, fc.nat(), letter, (name, at, other) => {
        const place = at % name.length
        const [before, after] = [name.slice(0, place), name.slice(place)]
        expect(isOneSlipApart(name, before + other + after)).toBe(true)
        expect(isOneSlipApart(name, before + after.slice(1))).toBe(true)
        if (after[0] !== other) expect(isOneSlipApart(name, before + other + after.slice(1))).toBe(true)
        const swapped = before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2)
        if (swapped !== name) expect(isOneSlipApart(name, swapped)).toBe(true)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('is never seen between lengths two apart', () => {
    fc.assert(
      fc.property(text, letter, letter, (name, one, other) => !isOneSlipApart(name, name + one + other)),
      { seed },
    )
  })
})
