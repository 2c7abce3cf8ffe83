import { describe, expect, it } from 'vitest'
import { type DeskStock, leftFor, linesFrom, stockWith } from '../../../../web/src/reception/kept/desk-stock.ts'
import { registered } from './an-effect.ts'

const today = '2026-11-22'
const at = '2026-11-22T08:00:00.000Z'
const holding = (lots: DeskStock['holdings'][number]['lots']) => ({
  ...{ item: 'BLANKET' as const, leaseId: 'lease-1', drawCount: 3, lots },
})
const stock = (override: Partial<DeskStock> = {}): { value: DeskStock; knew: string[]; at: string } => ({
  value: {
    left: { BLANKET: 500, SHOES: 4 },
    holdings: [
      holding([
        { lot: 'soon', expiresOn: '2026-12-01', left: 2 },
        { lot: 'late', left: 5 },
      ]),
    ],
    payers: [],
    ...override,
  },
  ...{ knew: [], at },
})
const drawn = (lot: string, quantity = 1) => ({ leaseId: 'lease-1', lots: [{ lot, quantity }] })
const gave = (recordId: string, given: ReturnType<typeof linesFrom>) => ({ ...registered(recordId), given })

describe('what may be given at a tablet', () => {
  it('is its own where it holds some on lease, less what it gave since, and the desk’s of everything else', () => {
    const effects = [
      gave('one', [
        { item: 'BLANKET', quantity: 1, drawn: drawn('soon') },
        { item: 'SHOES', quantity: 1 },
      ]),
    ]
    const seen = stockWith(stock(), effects, today)
    expect(seen?.left).toEqual({ BLANKET: 6, SHOES: 3 })
    expect(seen?.holdings).toMatchObject([
      {
        drawCount: 4,
        lots: [
          { lot: 'soon', left: 1 },
          { lot: 'late', left: 5 },
        ],
      },
    ])
    // received before the server was asked: it is in its answer
    expect(stockWith({ ...stock(), knew: ['one'] }, effects, today)?.left).toEqual({ BLANKET: 7, SHOES: 4 })
  })

  it('counts nothing that has expired, and nothing drawn under another lease', () => {
    const other = gave('two', [{ item: 'BLANKET', quantity: 1, drawn: { ...drawn('late'), leaseId: 'an older one' } }])
    expect(stockWith(stock(), [other], '2026-12-02')?.left).toMatchObject({ BLANKET: 5 })
  })

  it('is not known before the server told of it', () => {
    expect(stockWith(undefined, [], today)).toBeUndefined()
  })
})

const anybody = { district: 'LS-A', returnType: 'DEPORTED', priority: undefined } as const

describe('what is given', () => {
  const { holdings } = stock().value

  it('names the lots that expire first, where the tablet holds as much', () => {
    expect(linesFrom([['BLANKET', 3]], { holdings, payers: [] }, anybody, today)).toEqual([
      {
        ...{ item: 'BLANKET', quantity: 3 },
        drawn: {
          leaseId: 'lease-1',
          lots: [
            { lot: 'soon', quantity: 2 },
            { lot: 'late', quantity: 1 },
          ],
        },
      },
    ])
  })

  it('leaves it to the desk where it holds less, or none', () => {
    expect(
      linesFrom(
        [
          ['BLANKET', 8],
          ['SHOES', 1],
        ],
        { holdings, payers: [] },
        anybody,
        today,
      ),
    ).toEqual([
      { item: 'BLANKET', quantity: 8 },
      { item: 'SHOES', quantity: 1 },
    ])
  })

  it('names no lot of what comes in none', () => {
    const seats = [{ item: 'TRANSPORT_ONWARD' as const, leaseId: 'l', drawCount: 0, lots: [{ lot: '-', left: 3 }] }]
    expect(linesFrom([['TRANSPORT_ONWARD', 1]], { holdings: seats, payers: [] }, anybody, today)[0]?.drawn).toEqual({
      leaseId: 'l',
      lots: [{ quantity: 1 }],
    })
  })
})

describe('what a project pays for', () => {
  const eligible = { districts: ['LS-C'], returnTypes: [], priorities: [] }
  const payers = [{ projectCode: 'JP-21', startsOn: '2026-01-01', endsOn: '2027-12-31', eligible }]
  const paid = stock({
    holdings: [
      holding([
        { lot: 'A@JP-21/NFI', expiresOn: '2026-12-01', left: 5 },
        { lot: 'B', left: 2 },
      ]),
    ],
    payers,
  }).value
  const ofLeribe = { ...anybody, district: 'LS-C' } as const

  it('is counted and taken for whom it pays, and never together with what another paid', () => {
    expect(leftFor(paid, ofLeribe, today).BLANKET).toBe(5)
    expect(leftFor(paid, anybody, today).BLANKET).toBe(2)
    expect(linesFrom([['BLANKET', 2]], paid, ofLeribe, today)[0]?.drawn?.lots).toEqual([
      { lot: 'A@JP-21/NFI', quantity: 2 },
    ])
    expect(linesFrom([['BLANKET', 2]], paid, anybody, today)[0]?.drawn?.lots).toEqual([{ lot: 'B', quantity: 2 }])
    expect(linesFrom([['BLANKET', 6]], paid, ofLeribe, today)[0]?.drawn).toBeUndefined()
  })
})
