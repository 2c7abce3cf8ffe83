import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BatchView } from '../../../../functions/arrivals/contract.ts'
import { dependsOn, dependsOnAllOf } from '../../../../web/src/reception/kept/depends-on.ts'
import { type DeskStock, stockWith } from '../../../../web/src/reception/kept/desk-stock.ts'
import type { StandingEffect } from '../../../../web/src/reception/kept/local-effect.ts'
import { batchesWith, batchWith, type DeskCopy, personWith } from '../../../../web/src/reception/kept/merged-view.ts'
import { aBatch, batchId, headsCounted, left, opened, registered } from './an-effect.ts'

const at = '2026-11-22T08:00:00.000Z'
const aView = (override: Partial<BatchView> = {}): BatchView => ({
  batch: aBatch(),
  balance: { headcount: 117, outcomes: {}, difference: 117 },
  rows: [],
  counted: [],
  ...override,
})
const copyOf = <T>(value: T, knew: readonly string[] = []): DeskCopy<T> => ({ value, knew, at })
const rows = [{ row: 1, typed: {}, status: 'ACCEPTED' as const, notes: [] }]

describe('an arrival on a tablet without a network', () => {
  it('is there as soon as it was opened, with its list, its count and its people', () => {
    const list: StandingEffect = { recordId: 'l', batchId, at, is: 'list', rows, state: 'unsent' }
    const view = batchWith(batchId, undefined, [opened(), headsCounted('h', 4), list, registered('i', 1), left('o')])
    expect(view).toMatchObject({
      batch: { state: 'ARRIVED', heads: { men: 4 } },
      balance: { headcount: 4, outcomes: { REGISTERED: 1, LEFT_BEFORE: 1 }, difference: 2 },
      rows,
      counted: [{ id: 'i', row: 1, displayNumber: 'XV-7F-00001-Z' }, { id: 'o' }],
    })
  })

  it('is nothing where nobody told of it', () => {
    expect(batchWith(batchId, undefined, [left('o')])).toBeUndefined()
    expect(batchesWith('MB', undefined, [left('o')])).toBeUndefined()
  })

  it('stands in the list of its own post, until the server has it', () => {
    expect(batchesWith('MB', undefined, [opened()])).toHaveLength(1)
    expect(batchesWith('FB', undefined, [opened()])).toBeUndefined()
    expect(batchesWith('MB', copyOf([aBatch({ declaredHeadcount: 90 })]), [opened()])).toMatchObject([
      { declaredHeadcount: 90 },
    ])
  })

  it('goes by the last count of this tablet until it is received, and then by whichever is later', () => {
    const mine = headsCounted('h', 4)
    const colleagues = aView({ batch: aBatch({ state: 'ARRIVED', heads: { men: 9, women: 0, children: 0 } }) })
    expect(batchWith(batchId, copyOf(colleagues), [mine])?.balance.headcount).toBe(4)
    expect(batchWith(batchId, copyOf(colleagues, ['h']), [mine])?.balance.headcount).toBe(9)
  })

  it('forgets a count and a closing that were refused, and nobody who stood there', () => {
    const closing: StandingEffect = { recordId: 'c', batchId, at, is: 'closing', to: 'CLOSED', state: 'refused' }
    const view = batchWith(batchId, copyOf(aView()), [
      headsCounted('h', 4, 'refused'),
      closing,
      registered('i', 2, 'refused'),
    ])
    expect(view).toMatchObject({ batch: { state: 'EXPECTED' }, balance: { headcount: 117, difference: 116 } })
  })

  it('ends a row once, as the server has it', () => {
    const said = copyOf(aView({ counted: [{ id: 'colleague', row: 3, outcome: 'LEFT_BEFORE' }] }))
    expect(batchWith(batchId, said, [registered('i', 3)])?.counted).toHaveLength(1)
  })
})

/** What happens at a post, in any order. */
const step = fc.oneof(
  fc.record({ is: fc.constantFrom('intake' as const, 'outcome' as const), on: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ is: fc.constant('colleague' as const), on: fc.integer({ min: 31, max: 60 }) }),
  fc.record({ is: fc.constantFrom('deliver' as const, 'answer-lost' as const, 'ask' as const), on: fc.constant(0) }),
)

const seed = Number(process.env['KAMOHELO_SEED'] ?? Date.now() % 2 ** 31)

it(`counts everybody once, whatever is received, lost or asked for in whatever order (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const server = { counted: [] as BatchView['counted'], blankets: 100 }
      const here: StandingEffect[] = []
      const taken = new Set<number>()
      let copy: DeskCopy<BatchView> | undefined
      let stock: DeskCopy<DeskStock> | undefined
      const knewOf = () => here.filter(({ state }) => state === 'received').map(({ recordId }) => recordId)
      const commit = (effect: StandingEffect) => {
        if (effect.is !== 'intake' && effect.is !== 'outcome') return
        if (server.counted.some(({ id }) => id === effect.recordId)) return
        const isIntake = effect.is === 'intake'
        server.counted.push({
          id: effect.recordId,
          row: effect.row,
          outcome: isIntake ? 'REGISTERED' : effect.outcome,
          ...(isIntake ? { displayNumber: effect.person.displayNumber } : {}),
        })
        if (isIntake) server.blankets -= 1
      }
      const ask = () => {
        copy = copyOf(aView({ counted: [...server.counted] }), knewOf())
        stock = copyOf({ left: { BLANKET: server.blankets }, holdings: [], payers: [] }, knewOf())
      }
      ask()
      for (const { is, on } of steps) {
        const unsent = here.findIndex(({ state }) => state === 'unsent')
        const first = here[unsent]
        if (is === 'ask') ask()
        else if (is === 'answer-lost') first !== undefined && commit(first)
        else if (is === 'deliver') {
          if (first === undefined) continue
          commit(first)
          here[unsent] = { ...first, state: 'received' }
        } else if (!taken.has(on)) {
          taken.add(on)
          const row = on % 3 === 0 ? undefined : on
          if (is === 'colleague') server.counted.push({ id: `c${on}`, row, outcome: 'LEFT_BEFORE' })
          else here.push(is === 'intake' ? registered(`r${on}`, row) : left(`r${on}`, row))
        }
        const view = batchWith(batchId, copy, here)
        const wanted = new Set([...(copy?.value.counted ?? []).map(({ id }) => id), ...here.map(each => each.recordId)])
        expect(view?.counted.map(({ id }) => id).sort()).toEqual([...wanted].sort())
        expect(view?.balance.difference).toBe(117 - wanted.size)
        // never more than there is; exactly that once every answer has come
        expect(stockWith(stock, here, '2026-11-22')?.left.BLANKET).toBeLessThanOrEqual(server.blankets)
      }
      for (const [index, effect] of here.entries()) {
        commit(effect)
        here[index] = { ...effect, state: 'received' }
      }
      ask()
      expect(batchWith(batchId, copy, here)?.counted).toEqual(server.counted)
      expect(stockWith(stock, here, '2026-11-22')?.left).toEqual({ BLANKET: server.blankets })
    }),
    { numRuns: 300, seed },
  )
})

describe('the record of somebody registered on this tablet', () => {
  const view = {
    personId: 'person of i',
    fast: {
      names: { givenNames: 'Khotso', surname: 'Foulo' },
      sex: 1 as const,
      birth: { date: '1985-07-07', precision: 'DAY' as const },
      homeDistrict: 'LS-C' as const,
      urgentFlags: [],
    },
    consents: [],
    earlier: [],
    returns: [],
    revision: 1,
  }
  const intake: StandingEffect = { ...registered('i'), view }
  const completed = (recordId: string, full: object, state: StandingEffect['state'] = 'unsent'): StandingEffect => ({
    ...{ recordId, at, is: 'completion', personId: view.personId, state },
    full,
    cleared: undefined,
  })

  it('can be completed at once, each time under the revision that the server will be at', () => {
    const twice = [intake, completed('c1', { language: 'st' }), completed('c2', { daysHeld: 3 })]
    expect(personWith(view.personId, undefined, twice)).toMatchObject({
      full: { language: 'st', daysHeld: 3 },
      revision: 3,
    })
    const said = copyOf({ ...view, revision: 2, full: { language: 'st' as const } }, ['i', 'c1'])
    expect(personWith(view.personId, said, twice)).toMatchObject({ revision: 3, full: { language: 'st', daysHeld: 3 } })
  })

  it('shows a correction that is still to be sent, under the urgent flags there were', () => {
    const { urgentFlags: _, ...facts } = view.fast
    const basic = { ...facts, names: { givenNames: 'Kgotso', surname: 'Foulo' } }
    const corrected: StandingEffect = {
      ...{ recordId: 'c1', at, is: 'completion', personId: view.personId, state: 'unsent' },
      ...{ full: {}, cleared: undefined, basic },
    }
    expect(personWith(view.personId, undefined, [intake, corrected])?.fast).toEqual({ ...basic, urgentFlags: [] })
  })

  it('shows nothing of what was refused', () => {
    expect(personWith(view.personId, undefined, [intake, completed('c', { daysHeld: 3 }, 'refused')])).toEqual(view)
  })
})

describe('what a record waits for', () => {
  const list: StandingEffect = { recordId: 'l', batchId, at, is: 'list', rows, state: 'unsent' }
  const all = [opened(), list, headsCounted('h', 4), registered('i', 1)]

  it('is its arrival, and its list where it is about a row', () => {
    expect(dependsOn(all, { batchId })).toEqual([batchId])
    expect(dependsOn(all, { batchId, row: 1 })).toEqual([batchId, 'l'])
    expect(dependsOn(all, { batchId, headsAfter: true })).toEqual([batchId, 'h'])
  })

  it('is whoever it says is the same person', () => {
    expect(dependsOn(all, { batchId, people: ['person of i'] })).toEqual([batchId, 'i'])
    expect(dependsOn(all, { people: ['person of i'], except: 'i' })).toEqual([])
  })

  it('is nothing that was received, and no list that was refused', () => {
    expect(dependsOn([opened(aBatch(), 'received'), { ...list, state: 'refused' }], { batchId, row: 1 })).toEqual([])
  })

  it('is everything of the arrival for its closing', () => {
    expect(dependsOnAllOf(all, batchId)).toEqual([batchId, 'l', 'h', 'i'])
  })

  it('is never the record itself, which would wait for ever once it is corrected', () => {
    const closing: StandingEffect = { recordId: 'c', batchId, at, is: 'closing', to: 'CLOSED', state: 'refused' }
    expect(dependsOnAllOf([...all, closing], batchId, 'c')).toEqual([batchId, 'l', 'h', 'i'])
  })
})
