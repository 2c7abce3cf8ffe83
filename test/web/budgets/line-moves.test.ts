import { expect, it } from 'vitest'
import { budgetMove } from '../../../web/src/budgets/budget-move.ts'
import { burnt } from '../../../web/src/budgets/burnt.ts'
import { openMoves, undoOf } from '../../../web/src/budgets/line-moves.ts'

const nothing = {
  ...{ allocated: 0, available: 0, leased: 0, issued: 0 },
  ...{ spent: 0, settled: 0, released: 0, reversed: 0 },
}

it('offers what there is something for, by the state of the project', () => {
  expect(openMoves('OPEN', 'CASH', nothing)).toEqual(['ALLOCATE'])
  const used = { ...nothing, allocated: 10, available: 5, leased: 2, issued: 3 }
  expect(openMoves('OPEN', 'CASH', used)).toEqual(['ALLOCATE', 'FUND', 'HAND_BACK', 'SPEND', 'SETTLE', 'RELEASE'])
  expect(openMoves('NOT_BEGUN', 'CASH', used)).toEqual(['ALLOCATE', 'HAND_BACK', 'SETTLE', 'RELEASE'])
  for (const over of ['ENDED', 'CLOSED'] as const)
    expect(openMoves(over, 'CASH', used)).toEqual(['HAND_BACK', 'SETTLE', 'RELEASE'])
  expect(openMoves('OPEN', 'GENERAL-1', used)).toEqual(['ALLOCATE', 'HAND_BACK', 'SPEND', 'SETTLE', 'RELEASE'])
  expect(openMoves('OPEN', 'CASH', { ...used, settled: 3 })).not.toContain('SETTLE')
})

it('undoes what goes both ways, while the project allows the way back', () => {
  expect(undoOf('ALLOCATE', 'OPEN')).toBe('RELEASE')
  expect(undoOf('FUND', 'OPEN')).toBe('HAND_BACK')
  expect(undoOf('HAND_BACK', 'OPEN')).toBe('FUND')
  expect(undoOf('HAND_BACK', 'ENDED')).toBeUndefined()
  expect(undoOf('RELEASE', 'CLOSED')).toBeUndefined()
  for (const final of ['SPEND', 'SETTLE'] as const) expect(undoOf(final, 'OPEN')).toBeUndefined()
})

it('sends a store or a reason, as the move asks, and nothing without it', () => {
  const parts = { amount: 5, place: 'MB', reason: 'First instalment' } as const
  expect(budgetMove('FUND', parts)).toEqual({ does: 'FUND', amount: 5, place: 'MB' })
  expect(budgetMove('SPEND', parts)).toEqual({ does: 'SPEND', amount: 5, reason: 'First instalment' })
  expect(budgetMove('HAND_BACK', { ...parts, place: undefined })).toBeUndefined()
  expect(budgetMove('SETTLE', { ...parts, reason: '' })).toBeUndefined()
})

it('says a hundred per cent only when all of it is gone', () => {
  expect(burnt({ issued: 995, spent: 4, allocated: 1000 })).toEqual({ used: 999, percent: 99 })
  expect(burnt({ issued: 995, spent: 5, allocated: 1000 }).percent).toBe(100)
  expect(burnt({ issued: 0, spent: 0, allocated: 0 }).percent).toBeUndefined()
})
