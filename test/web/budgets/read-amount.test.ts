import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAmount } from '../../../web/src/budgets/read-amount.ts'

it.each([
  ['831', 83_100],
  [' 12 500,5 ', 1_250_050],
  ['12\u202f500.50', 1_250_050],
  ['0.29', 29],
  ['0,01', 1],
  ['1.1', 110],
  ['100000000', 10_000_000_000],
  ['', 'empty'],
  ['   ', 'empty'],
  ['0', 'nothing'],
  ['0,00', 'nothing'],
  ['-5', 'wrong'],
  ['M831', 'wrong'],
  ['831.005', 'wrong'],
  ['12,500', 'wrong'], // thousands to one, a slip to another
  ['1.250,50', 'wrong'],
  ['.5', 'wrong'],
  ['1e3', 'wrong'],
  ['100000000.01', 'too-large'],
  ['999999999999999', 'too-large'],
  ['9999999999999999', 'wrong'], // no figure of it would be lost unnoticed
] as const)('reads %j maloti as %s', (typed, lisente) => {
  expect(readAmount(typed)).toBe(lisente)
})

it('loses no lisente, whatever the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), fc.constantFrom('.', ','), (lisente, point) => {
      const typed = `${Math.floor(lisente / 100)}${point}${String(lisente % 100).padStart(2, '0')}`
      expect(readAmount(typed)).toBe(lisente)
    }),
  )
})
