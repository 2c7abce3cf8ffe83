import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postCodes, postOf } from '../../../functions/platform/places.ts'
import {
  checkCharacter,
  displayNumber,
  isDisplayNumber,
  normaliseDisplayNumber,
} from '../../../functions/registration/display-number.ts'

const seed = 70_642
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const characters = [...alphabet]

const deviceCode = fc.string({ unit: fc.constantFrom(...characters), minLength: 2, maxLength: 4 })
const number = fc
  .record({ postCode: fc.constantFrom(...postCodes), deviceCode, sequence: fc.integer({ min: 1, max: 99_999 }) })
  .map(displayNumber)

describe('the check character of ISO 7064 MOD 37,36', () => {
  // published: GRid handbook (IFPI), Lobster's checksum reference, and ISANs as printed
  it.each([
    ['A12425GABC1234002', 'M'],
    ['123AB', 'X'],
    ['DADPIDA3897722461', 'J'],
    ['00000000D07A0090', 'Q'],
    ['000000003A8D0000', 'Z'],
    ['000000003A8D000000000000', '6'],
  ])('of %s is %s, as published', (text, check) => {
    expect(checkCharacter(text)).toBe(check)
  })

  // Two characters after every possible beginning are every swap there is: a beginning matters only through its 36 states.
  const beginnings = new Map(characters.map(first => [checkCharacter(first), first]))
  const swaps = [...beginnings.values()].flatMap(start =>
    characters.flatMap(a => characters.filter(b => b !== a).map(b => [start + a + b, start + b + a] as const)),
  )

  it('misses exactly 72 of the 45,360 swaps of unlike neighbours', () => {
    expect(beginnings.size).toBe(36)
    expect(swaps.length).toBe(45_360)
    expect(swaps.filter(([one, other]) => checkCharacter(one) === checkCharacter(other)).length).toBe(72)
  })

  it('misses exactly 2 of the 1,260 swaps of itself with an unlike neighbour', () => {
    const last = [...beginnings.values()].flatMap(start =>
      characters
        .map(each => ({ start, each, check: checkCharacter(start + each) }))
        .filter(({ each, check }) => each !== check),
    )
    expect(last.length).toBe(1_260)
    expect(last.filter(({ start, each, check }) => checkCharacter(start + check) === each).length).toBe(2)
  })

  it('differs for every other character in a place, after every beginning', () => {
    for (const start of beginnings.values())
      expect(new Set(characters.map(each => checkCharacter(start + each))).size).toBe(36)
  })

  it('takes capital letters and figures only', () => {
    expect(() => checkCharacter('ab')).toThrow(RangeError)
    expect(() => checkCharacter('')).toThrow(RangeError)
  })
})

describe(`display numbers (seed ${seed})`, () => {
  it("hold the post's number code, the device and the sequence", () => {
    expect(displayNumber({ postCode: 'MB', deviceCode: '7F', sequence: 42 })).toBe('XV-7F-00042-J')
    expect(displayNumber({ postCode: 'MB', deviceCode: '7F', sequence: 42 }).startsWith(postOf('MB').numberCode)).toBe(
      true,
    )
  })

  it.each(['xv-7f-00042-J', 'XV7F00042J', ' xv 7f 00042 j ', 'XV\u20137F\u201300042\u2013J'])('reads %j', typed => {
    expect(normaliseDisplayNumber(typed)).toBe('XV-7F-00042-J')
    expect(isDisplayNumber(typed)).toBe(false)
  })

  it.each([
    '',
    'XV-7F-00042',
    'XV-7F-00042-8',
    'XV-7F-0042-7',
    'MB-7F-00042-J',
    'XV-7F-00042-J-1',
    '=XV7F00042J',
    'XV-7É-00042-J',
  ])('refuses %j', typed => {
    expect(normaliseDisplayNumber(typed)).toBeUndefined()
  })

  it('never wraps a sequence or takes a device code of another form', () => {
    const good = { postCode: 'MB', deviceCode: '7F', sequence: 1 } as const
    for (const sequence of [0, -1, 1.5, 100_000, Number.NaN])
      expect(() => displayNumber({ ...good, sequence })).toThrow(RangeError)
    for (const deviceCode of ['', 'A', 'ABCDE', 'a1', 'A-1'])
      expect(() => displayNumber({ ...good, deviceCode })).toThrow(RangeError)
  })

  it('are read back from any case and without hyphens', () => {
    fc.assert(
      fc.property(number, made => {
        expect(isDisplayNumber(made)).toBe(true)
        expect(normaliseDisplayNumber(made.toLowerCase().replaceAll('-', ''))).toBe(made)
      }),
      { seed },
    )
  })

  it('are refused after any single wrong character', () => {
    fc.assert(
      fc.property(number, fc.nat(), fc.constantFrom(...characters), (made, at, wrong) => {
        const plain = made.replaceAll('-', '')
        const place = at % plain.length
        fc.pre(plain[place] !== wrong)
        expect(normaliseDisplayNumber(plain.slice(0, place) + wrong + plain.slice(place + 1))).toBeUndefined()
      }),
      { seed, numRuns: 2_000 },
    )
  })

  it('are unlike whenever post, device or sequence is', () => {
    const source = fc.tuple(fc.constantFrom(...postCodes), deviceCode, fc.integer({ min: 1, max: 99_999 }))
    fc.assert(
      fc.property(source, source, (one, other) => {
        const [first, second] = [one, other].map(([postCode, device, sequence]) =>
          displayNumber({ postCode, deviceCode: device, sequence }),
        )
        expect(first === second).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
      { seed },
    )
  })
})
