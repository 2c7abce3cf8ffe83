import { describe, expect, it } from 'vitest'
import { type Board, boardOf, type OnBoard } from '../../../functions/arrivals/board.ts'
import { boardFigures, minutesLeft, nobodySeen } from '../../../functions/arrivals/board-figures.ts'
import { lackedIn } from '../../../functions/arrivals/lacked.ts'

const at = (clock: string): string => `2026-11-22T${clock}:00.000Z`
const batch = {
  batchId: '0193a3a0-0000-7000-8000-000000000001',
  post: 'MB',
  transport: 'BUS',
  sendingFacility: 'LINDELA',
  returnType: 'DEPORTED',
  declaredHeadcount: 5,
  state: 'ARRIVED',
  openedAt: at('07:00'),
  revision: 1,
} as const

const aPerson = (override: Partial<OnBoard> = {}): OnBoard => ({
  outcome: 'REGISTERED',
  at: at('08:10'),
  urgentFlags: [],
  granted: [],
  notGiven: [],
  ...override,
})
const aBoard = (people: readonly OnBoard[], countedAt = [at('08:00')]): Board => boardOf(batch, countedAt, people)

describe('the board of an arrival', () => {
  it('counts who is registered, who is in the line and who waits for what', () => {
    const board = aBoard([
      aPerson({ urgentFlags: ['NURSE_NOW', 'WISHES_TO_SPEAK_ALONE'] }),
      aPerson({ granted: ['TRANSPORT_ONWARD'] }),
      aPerson({ notGiven: ['TRANSPORT_ONWARD'] }),
      aPerson({ outcome: 'DECLINED' }),
    ])
    expect(boardFigures(board, nobodySeen, at('08:30'))).toMatchObject({
      counted: 5,
      registered: 3,
      inLine: 1,
      waiting: { NURSE: 1, TALK: 1, SEAT: 2 },
      everybodyIsDone: false,
    })
  })

  it('waits for no seat for who declined it', () => {
    const lacked = lackedIn([
      { item: 'TRANSPORT_ONWARD', reason: 'DECLINED' },
      { item: 'BLANKET', reason: 'OUT_OF_STOCK' },
    ])
    expect(lacked).toEqual(['BLANKET'])
    expect(lackedIn([{ item: 'TRANSPORT_ONWARD', reason: 'OUT_OF_STOCK' }])).toEqual(['TRANSPORT_ONWARD'])
  })

  it('tells of people their times alone', () => {
    const board = aBoard([aPerson({ urgentFlags: ['NURSE_NOW'] })])
    expect(Object.keys(board).sort()).toEqual(['accountedAt', 'arrivedAt', 'balance', 'batch', 'waitingSince'])
    expect(board.waitingSince.NURSE).toEqual([at('08:10')])
  })

  it('lets the first in the line wait since the first count, and without one since the opening', () => {
    expect(aBoard([], [at('08:20'), at('08:00')]).arrivedAt).toBe(at('08:00'))
    expect(boardFigures(aBoard([], []), nobodySeen, at('08:30')).longestMinutes).toBe(90)
  })

  it('takes who was seen off the line, first come first', () => {
    const all = [at('08:05'), at('08:15')].map(when => aPerson({ at: when, urgentFlags: ['NURSE_NOW'] }))
    const board = { ...aBoard(all), balance: { headcount: 2, outcomes: { REGISTERED: 2 }, difference: 0 } }
    const one = { ...nobodySeen, NURSE: [at('08:20')] }
    expect(boardFigures(board, one, at('08:30'))).toMatchObject({ waiting: { NURSE: 1 }, longestMinutes: 15 })
    const both = { ...nobodySeen, NURSE: [at('08:20'), at('08:25'), at('08:26')] }
    expect(boardFigures(board, both, at('08:30'))).toMatchObject({
      waiting: { NURSE: 0 },
      longestMinutes: undefined,
      lastLeavesAt: undefined,
      everybodyIsDone: true,
    })
  })

  it('shows nobody in the line where more were registered than counted', () => {
    const board = aBoard(Array.from({ length: 6 }, () => aPerson()))
    expect(boardFigures(board, nobodySeen, at('08:30'))).toMatchObject({ inLine: 0, everybodyIsDone: true })
  })
})

describe('when the last person leaves', () => {
  const done = [at('08:10'), at('08:12'), at('08:14')]

  it('is foretold from the pace of the last half hour', () => {
    expect(minutesLeft(10, done, at('08:14'))).toBe(20)
    expect(minutesLeft(10, [at('06:00'), ...done], at('08:14'))).toBe(20)
  })

  it('is later the longer a line stands still', () => {
    expect(minutesLeft(10, done, at('08:20'))).toBe(50)
  })

  it('is not told from too few, from long ago, or from a clock that ran backwards', () => {
    expect(minutesLeft(10, done.slice(0, 2), at('08:14'))).toBeUndefined()
    expect(minutesLeft(10, done, at('09:00'))).toBeUndefined()
    expect(minutesLeft(10, done, at('08:00'))).toBeUndefined()
    expect(minutesLeft(0, [], at('08:00'))).toBe(0)
  })

  it('is the end of the slowest line, and is not told while one line tells nothing', () => {
    const people = done.map(when => aPerson({ at: when, granted: ['TRANSPORT_ONWARD'] }))
    const board = { ...aBoard(people), balance: { headcount: 8, outcomes: { REGISTERED: 3 }, difference: 5 } }
    expect(boardFigures(board, nobodySeen, at('08:14')).lastLeavesAt).toBeUndefined()
    const gone = { ...nobodySeen, SEAT: done }
    expect(boardFigures(board, gone, at('08:14')).lastLeavesAt).toBe('2026-11-22T08:24:00.000Z')
  })
})
