import { expect, it } from 'vitest'
import { groupedByPlace } from '../../../functions/trips/grouped.ts'

const going = (displayNumber: string, district: 'LS-A' | 'LS-C', village?: string, householdId?: string) => ({
  ...{ displayNumber, district, village, householdId },
})

it('stands people together by district, village and family, who named no village last', () => {
  const groups = groupedByPlace([
    going('4', 'LS-C'),
    going('3', 'LS-C', 'Ha Mopeli', 'f'),
    going('1', 'LS-C', 'ha  mopeli'),
    going('2', 'LS-C', 'Ha Mopeli', 'f'),
    going('5', 'LS-A', 'Roma'),
  ])
  expect(
    groups.map(({ district, count, villages }) => [
      district,
      count,
      villages.map(({ village, people }) => [village, people.map(({ displayNumber }) => displayNumber)]),
    ]),
  ).toEqual([
    ['LS-A', 1, [['Roma', ['5']]]],
    [
      'LS-C',
      4,
      [
        ['Ha Mopeli', ['2', '3', '1']],
        [undefined, ['4']],
      ],
    ],
  ])
})
