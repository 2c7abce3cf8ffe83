import { describe, expect, it } from 'vitest'
import { type Board, boardOf, type OnBoard } from '../../../functions/arrivals/board.ts'
import { boardWith } from '../../../web/src/board/board-with.ts'
import type { StandingEffect } from '../../../web/src/reception/kept/local-effect.ts'
import type { DeskCopy } from '../../../web/src/reception/kept/merged-view.ts'
import { aBatch, batchId, headsCounted, left, opened, registered } from '../reception/kept/an-effect.ts'

const at = (minute: number): string => `2026-11-22T08:${String(minute).padStart(2, '0')}:00.000Z`
const copyOf = (people: readonly OnBoard[], knew: readonly string[] = []): DeskCopy<Board> => ({
  value: boardOf(aBatch({ state: 'ARRIVED', heads: { men: 10, women: 0, children: 0 } }), [at(1)], people),
  ...{ knew, at: at(30) },
})
const onBoard = (minute: number): OnBoard => ({
  ...{ outcome: 'REGISTERED', at: at(minute), urgentFlags: ['NURSE_NOW'], granted: [], notGiven: [] },
})
const intake = (recordId: string, minute: number, override: Partial<ReturnType<typeof registered>> = {}) => ({
  ...registered(recordId),
  at: at(minute),
  ...override,
})

describe('the board of a tablet', () => {
  it('is there for an arrival that was opened here and never reached the server', () => {
    const board = boardWith(batchId, undefined, [
      opened(),
      { ...headsCounted('h', 4), at: at(3) },
      intake('i', 5, { flags: ['NURSE_NOW', 'WISHES_TO_SPEAK_ALONE'], notGiven: ['TRANSPORT_ONWARD'] }),
      { ...left('o'), at: at(6) },
    ])
    expect(board).toMatchObject({
      batch: { state: 'ARRIVED' },
      balance: { headcount: 4, outcomes: { REGISTERED: 1, LEFT_BEFORE: 1 }, difference: 2 },
      arrivedAt: at(3),
      accountedAt: [at(5), at(6)],
      waitingSince: { NURSE: [at(5)], TALK: [at(5)], SEAT: [at(5)] },
    })
  })

  it('is nothing where nobody told of it', () => {
    expect(boardWith(batchId, undefined, [left('o')])).toBeUndefined()
  })

  it('adds to what the server said whoever it does not hold yet', () => {
    const board = boardWith(batchId, copyOf([onBoard(5)]), [intake('i', 9, { flags: ['NURSE_NOW'] })])
    expect(board?.balance).toEqual({ headcount: 10, outcomes: { REGISTERED: 2 }, difference: 8 })
    expect(board?.accountedAt).toEqual([at(5), at(9)])
    expect(board?.waitingSince.NURSE).toEqual([at(5), at(9)])
  })

  it('counts nobody twice: neither who was received before it was asked, nor whose receipt was lost', () => {
    const received: StandingEffect = { ...intake('i', 5), state: 'received' }
    expect(boardWith(batchId, copyOf([onBoard(5)], ['i']), [received])?.balance.outcomes).toEqual({ REGISTERED: 1 })
    expect(boardWith(batchId, copyOf([onBoard(5)]), [intake('i', 5)])?.balance.outcomes).toEqual({ REGISTERED: 1 })
  })

  it('goes by the last tally of this tablet, unless it was refused', () => {
    const tally = (state: StandingEffect['state']): StandingEffect => ({
      ...{ recordId: 't', batchId, at: at(9), is: 'tally', needs: { barefoot: 3, emptyHanded: 10 }, state },
    })
    expect(boardWith(batchId, copyOf([]), [tally('unsent')])?.batch.needs).toEqual({ barefoot: 3, emptyHanded: 10 })
    expect(boardWith(batchId, copyOf([]), [tally('refused')])?.batch.needs).toBeUndefined()
  })
})
