import { expect, it } from 'vitest'
import { readCounted, readQuantity } from '../../../web/src/supplies/read-quantity.ts'

it.each([
  ['90', 90],
  [' 1 200 ', 1200],
  ['0', undefined],
  ['-5', undefined],
  ['2.5', undefined],
  ['', undefined],
  ['999999999', undefined],
] as const)('reads %j as %s pieces', (typed, pieces) => {
  expect(readQuantity(typed, 'pieces')).toBe(pieces)
})

it.each([
  ['831', 83_100],
  ['831.5', 83_150],
  ['831,05', 83_105],
  ['0.29', 29],
  ['831.005', undefined],
  ['0', undefined],
  ['M831', undefined],
] as const)('reads %j maloti as %s lisente', (typed, lisente) => {
  expect(readQuantity(typed, 'lisente')).toBe(lisente)
})

it.each([
  ['0', 'pieces', 0],
  ['0,00', 'lisente', 0],
  ['38', 'pieces', 38],
  ['', 'pieces', undefined],
  ['1.5', 'pieces', undefined],
] as const)('reads %j counted in %s as %s', (typed, counted, quantity) => {
  expect(readCounted(typed, counted)).toBe(quantity)
})
