import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  audiences,
  type DisclosureRules,
  type ReportRow,
  suppressTable,
} from '../../../functions/reports/disclosure.ts'
import { workedOut } from '../../harness/table-attacker.ts'

const seed = 7_010
const rules = (override: Partial<DisclosureRules> = {}): DisclosureRules => ({
  dimensions: ['district', 'quarter'],
  countColumns: ['eligible'],
  valueColumns: [],
  audience: 'internal',
  ...override,
})
const row = (district: string, quarter: string, eligible: number, more: ReportRow = {}): ReportRow => ({
  district,
  quarter,
  eligible,
  ...more,
})
/** Nothing small in it. */
const quiet = [row('LS-A', 'Q1', 20), row('LS-A', 'Q2', 30), row('LS-C', 'Q1', 40), row('LS-C', 'Q2', 0)]

describe('a table with no small number', () => {
  it('is printed as it is, with its totals', () => {
    expect(suppressTable(quiet, rules())).toEqual({
      rows: quiet,
      totals: [
        { district: 'LS-A', quarter: null, eligible: 50 },
        { district: 'LS-C', quarter: null, eligible: 40 },
        { district: null, quarter: 'Q1', eligible: 60 },
        { district: null, quarter: 'Q2', eligible: 30 },
      ],
      national: { district: null, quarter: null, eligible: 90 },
      suppressedCells: 0,
    })
  })

  it('shows a group that has no row as nobody', () => {
    expect(suppressTable(quiet.slice(0, 3), rules()).rows).toEqual(quiet)
  })

  it('shows no column that the rules do not name', () => {
    const [first] = suppressTable([row('LS-A', 'Q1', 20, { surname: 'Foulo' })], rules()).rows
    expect(first).not.toHaveProperty('surname')
  })
})

describe('a small number of people', () => {
  const small = [row('LS-A', 'Q1', 2), row('LS-A', 'Q2', 30), row('LS-C', 'Q1', 40), row('LS-C', 'Q2', 50)]

  it('is left out, with what would give it away, and the national total stands', () => {
    const { rows, national, suppressedCells } = suppressTable(small, rules())
    expect(rows.map(each => each['eligible'])).toEqual([null, null, null, null])
    expect(national).toEqual({ district: null, quarter: null, eligible: 122 })
    expect(suppressedCells).toBe(4)
  })

  it('is printed from five on inside the house, from ten on outside', () => {
    const five = small.map(each => (each['eligible'] === 2 ? { ...each, eligible: 5 } : each))
    const nine = small.map(each => (each['eligible'] === 2 ? { ...each, eligible: 9 } : each))
    const ten = small.map(each => (each['eligible'] === 2 ? { ...each, eligible: 10 } : each))
    expect(suppressTable(five, rules()).suppressedCells).toBe(0)
    for (const audience of ['donor', 'public'] as const) {
      expect(suppressTable(nine, rules({ audience })).rows[0]).toMatchObject({ eligible: null })
      expect(suppressTable(ten, rules({ audience })).rows[0]).toMatchObject({ eligible: 10 })
    }
  })

  it('stands as the national total even where that is small', () => {
    const { rows, national } = suppressTable(
      [row('LS-A', 'Q1', 1), row('LS-C', 'Q1', 2), row('LS-C', 'Q2', 0)],
      rules(),
    )
    expect(national['eligible']).toBe(3)
    expect(rows.filter(each => typeof each['eligible'] === 'number' && each['eligible'] > 0)).toEqual([])
  })
})

describe('a table that leaves the house', () => {
  it('is rounded to fives, totals too', () => {
    const cells = [row('LS-A', 'Q1', 12), row('LS-A', 'Q2', 33), row('LS-C', 'Q1', 41), row('LS-C', 'Q2', 0)]
    const { rows, totals, national } = suppressTable(cells, rules({ audience: 'donor' }))
    expect(rows.map(each => each['eligible'])).toEqual([10, 35, 40, 0])
    expect(totals.map(each => each['eligible'])).toEqual([45, 40, 55, 35])
    expect(national['eligible']).toBe(85)
  })

  it('prints nothing but multiples of five', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 6, maxLength: 6 }), counts => {
        const cells = counts.map((count, index) => row(`D${index % 3}`, `Q${index % 2}`, count))
        const { rows, totals, national } = suppressTable(cells, rules({ audience: 'public' }))
        const printed = [...rows, ...totals, national].map(each => each['eligible'])
        expect(printed.filter(value => typeof value === 'number' && value % 5 !== 0)).toEqual([])
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('a mean', () => {
  const withMeans = rules({
    countColumns: ['surveyed'],
    valueColumns: [{ column: 'score', over: 'surveyed' }],
  })
  const surveyed = (district: string, quarter: string, count: number, score: number | null): ReportRow => ({
    district,
    quarter,
    surveyed: count,
    score,
  })

  it('is left out with the people it is over', () => {
    const { rows, totals } = suppressTable(
      [
        surveyed('LS-A', 'Q1', 2, 0.9),
        surveyed('LS-A', 'Q2', 20, 0.5),
        surveyed('LS-C', 'Q1', 30, 0.25),
        surveyed('LS-C', 'Q2', 40, 0.75),
        surveyed('LS-D', 'Q1', 50, 0.6),
        surveyed('LS-D', 'Q2', 60, 0.7),
      ],
      withMeans,
    )
    expect([...rows, ...totals].filter(each => (each['surveyed'] === null) !== (each['score'] === null))).toEqual([])
    expect(rows[0]).toMatchObject({ surveyed: null, score: null })
    expect(rows.at(-1)).toMatchObject({ surveyed: 60, score: 0.7 })
  })

  it('is weighted by people in the totals', () => {
    const { national, totals } = suppressTable(
      [surveyed('LS-A', 'Q1', 10, 0.2), surveyed('LS-A', 'Q2', 30, 0.6)],
      withMeans,
    )
    expect(national['score']).toBeCloseTo(0.5, 12)
    expect(totals[0]?.['score']).toBeCloseTo(0.5, 12)
  })

  it('is told to four digits: the others change with the order of adding, and tell of single people', () => {
    const third = surveyed('LS-A', 'Q1', 9, 1 / 3)
    const { rows, national } = suppressTable([third, surveyed('LS-C', 'Q1', 9, 0.1 + 0.2)], withMeans)
    expect(rows.map(row => row['score'])).toEqual([0.3333, 0.3])
    expect(national['score']).toBe(0.3167)
  })

  it('is none over nobody, and none over few even for the whole nation', () => {
    const nobody = suppressTable([surveyed('LS-A', 'Q1', 0, null), surveyed('LS-C', 'Q1', 30, 0.4)], withMeans)
    expect(nobody.rows[0]).toMatchObject({ surveyed: 0, score: null })
    const few = suppressTable([surveyed('LS-A', 'Q1', 1, 0.9), surveyed('LS-C', 'Q1', 2, 0.1)], withMeans)
    expect(few.national).toMatchObject({ surveyed: 3, score: null })
  })
})

describe('tables of one and of three dimensions', () => {
  it('gives one dimension its national total and no others', () => {
    const { totals, rows } = suppressTable(
      [
        { district: 'LS-A', eligible: 3 },
        { district: 'LS-C', eligible: 20 },
        { district: 'LS-D', eligible: 30 },
      ],
      rules({ dimensions: ['district'] }),
    )
    expect(totals).toEqual([])
    expect(rows.map(each => each['eligible'])).toEqual([null, null, 30])
  })

  it('gives three dimensions totals over the last, and over the first two together', () => {
    const { totals, rows } = suppressTable(
      [
        { district: 'LS-A', help: 'TVET', quarter: 'Q1', eligible: 10 },
        { district: 'LS-A', help: 'LEGAL', quarter: 'Q2', eligible: 20 },
      ],
      rules({ dimensions: ['district', 'help', 'quarter'] }),
    )
    expect(rows).toHaveLength(4)
    expect(totals).toEqual([
      { district: 'LS-A', help: 'TVET', quarter: null, eligible: 10 },
      { district: 'LS-A', help: 'LEGAL', quarter: null, eligible: 20 },
      { district: null, help: null, quarter: 'Q1', eligible: 10 },
      { district: null, help: null, quarter: 'Q2', eligible: 20 },
    ])
  })

  it('gives an empty report nobody', () => {
    expect(suppressTable([], rules())).toMatchObject({
      rows: [],
      totals: [],
      national: { eligible: 0 },
      suppressedCells: 0,
    })
  })
})

it('no number left out of a printed table can be worked out from it', () => {
  const cell = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(0), fc.integer({ min: 5, max: 9 }))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 }), cells => {
      const rows = cells.flatMap((counts, r) => counts.map((count, c) => row(`D${r}`, `Q${c}`, count)))
      const table = suppressTable(rows, rules())
      const numberIn = (each: ReportRow | undefined) => {
        const count = each?.['eligible']
        return typeof count === 'number' ? count : null
      }
      const total = (labels: ReportRow) =>
        numberIn(
          table.totals.find(each => each['district'] === labels['district'] && each['quarter'] === labels['quarter']),
        )
      const printed = {
        cells: cells.map((counts, r) => counts.map((_, c) => numberIn(table.rows[r * counts.length + c]))),
        rowTotals: cells.map((_, r) => total({ district: `D${r}`, quarter: null })),
        columnTotals: [0, 1, 2].map(c => total({ district: null, quarter: `Q${c}` })),
        national: numberIn(table.national) ?? -1,
      }
      expect(workedOut(printed, cells)).toEqual([])
    }),
    { seed, numRuns: 200 },
  )
})

describe('rows that are no counts are a fault', () => {
  it.each([
    ['a count below nobody', [row('LS-A', 'Q1', -1)]],
    ['half a person', [row('LS-A', 'Q1', 2.5)]],
    ['no label', [{ district: null, quarter: 'Q1', eligible: 3 }]],
    ['two rows for one group', [row('LS-A', 'Q1', 7), row('LS-A', 'Q1', 8)]],
  ] as const)('%s', (_what, rows) => {
    expect(() => suppressTable(rows, rules())).toThrow()
  })
})

it('the audiences are those of domain.md 7', () => {
  expect(audiences).toEqual({
    internal: { smallestPrinted: 5, roundedTo: 1 },
    donor: { smallestPrinted: 10, roundedTo: 5 },
    public: { smallestPrinted: 10, roundedTo: 5 },
  })
})
