import { expect, it } from 'vitest'
import { stateAfter, statesThatAllow, type TransitionTable } from '../../../functions/platform/transitions.ts'

const door = {
  open: { from: ['SHUT'], to: 'OPEN' },
  paint: { from: ['SHUT', 'OPEN'], to: 'UNCHANGED' },
} as const satisfies TransitionTable<'SHUT' | 'OPEN', 'open' | 'paint'>

it('leads to the state the table names, and nowhere from a state it does not', () => {
  expect(stateAfter(door, 'open', 'SHUT')).toBe('OPEN')
  expect(stateAfter(door, 'open', 'OPEN')).toBeUndefined()
})

it('leaves the state where the action changes none', () => {
  expect(stateAfter(door, 'paint', 'SHUT')).toBe('SHUT')
  expect(stateAfter(door, 'paint', 'OPEN')).toBe('OPEN')
})

it('names the states an action may start from, for the condition of the write', () => {
  expect(statesThatAllow(door, 'paint')).toEqual(['SHUT', 'OPEN'])
})
