import { expect, it } from 'vitest'
import { byUrgency, numbersOf } from '../../../../web/src/reception/kept/triage.ts'

it('puts the marked first, by their most urgent flag, and the others in the order of the list', () => {
  const people = [1, 2, 3, 4].map(row => ({ row }))
  const marks = { 3: ['CANNOT_GET_HOME' as const], 4: ['WISHES_TO_SPEAK_ALONE' as const, 'NURSE_NOW' as const] }
  expect(byUrgency(people, marks).map(({ row }) => row)).toEqual([4, 3, 1, 2])
})

it('says flags by their numbers alone', () => {
  expect(numbersOf(['WISHES_TO_SPEAK_ALONE', 'NURSE_NOW'])).toEqual([1, 5])
})
