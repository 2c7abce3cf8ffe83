import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, waitBefore } from '../../../web/src/outbox/back-off.ts'
import type { OutboxRow } from '../../../web/src/outbox/outbox-row.ts'
import { answered, mostBytes, mostRecords, nextParcel, sizeAfter } from '../../../web/src/outbox/parcel.ts'
import { recordStates } from '../../../web/src/outbox/record-states.ts'
import { anOutboxRow } from './an-outbox-row.ts'

const now = Date.UTC(2026, 10, 23, 12)
const idsOf = (rows: readonly OutboxRow[]) => rows.map(({ recordId }) => recordId)
const row = (sequence: number, override: Partial<OutboxRow> = {}) =>
  anOutboxRow({ recordId: `record-${sequence}`, sequence, ...override })

describe('a large record whose parts the server does not all have', () => {
  it('begins again at the first that is missing', () => {
    const sent = row(1, { kind: 'photo', state: 'sending', partsSent: 5 })
    const sentOn = (numbers: number[]) => answered(sent, { is: 'parts-missing', numbers }, now, 0)
    expect(sentOn([4, 2])).toMatchObject({ state: 'waiting', partsSent: 1, attempts: 1 })
    expect(sentOn([1, 2, 3, 4, 5])).toMatchObject({ partsSent: 0 })
    expect(answered(sent, { is: 'later' }, now, 0)).toMatchObject({ partsSent: 5 })
  })
})

describe('the next parcel', () => {
  it('steps over a poisoned head, and over what hangs on it', () => {
    const rows = [row(1, { nextTryAt: now + 60_000 }), row(2, { dependsOn: ['record-1'] }), row(3)]
    expect(idsOf(nextParcel(rows, now, mostRecords))).toEqual(['record-3'])
  })

  it('sends with a record those that depend on it, after it', () => {
    const rows = [row(1), row(2, { dependsOn: ['record-1'] }), row(3, { dependsOn: ['received long ago'] })]
    expect(idsOf(nextParcel(rows, now, mostRecords))).toEqual(['record-1', 'record-2', 'record-3'])
  })

  it('holds back what depends on a refused record', () => {
    const rows = [row(1, { state: 'refused' }), row(2, { dependsOn: ['record-1'] })]
    expect(nextParcel(rows, now, mostRecords)).toEqual([])
  })

  it('sends one that is larger than a parcel by itself, and those of one device together', () => {
    const large = row(1, { bytes: mostBytes + 1 })
    expect(idsOf(nextParcel([large, row(2)], now, mostRecords))).toEqual(['record-1'])
    expect(idsOf(nextParcel([row(1), row(2, { deviceId: 'other' })], now, mostRecords))).toEqual(['record-1'])
  })

  it('sends a large record alone, and only where nothing else can go', () => {
    const rows = [row(1, { kind: 'photo' }), row(2), row(3, { kind: 'signature' }), row(4, { nextTryAt: now + 60_000 })]
    expect(idsOf(nextParcel(rows, now, mostRecords))).toEqual(['record-2'])
    const left = rows.filter(({ recordId }) => recordId !== 'record-2')
    expect(idsOf(nextParcel(left, now, mostRecords))).toEqual(['record-1'])
    expect(nextParcel([row(1), row(2, { kind: 'photo', dependsOn: ['record-1'] })], now, mostRecords)).toHaveLength(1)
  })

  it('keeps to its bounds and to the order, whatever waits', () => {
    const anyRow = fc.record({
      state: fc.constantFrom(...recordStates),
      bytes: fc.integer({ min: 1, max: mostBytes }),
      late: fc.boolean(),
      on: fc.option(fc.nat(80), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 80 }), drawn => {
        const rows = drawn.map(({ state, bytes, late, on }, index) =>
          row(index, {
            state,
            bytes,
            nextTryAt: late ? now + 1 : 0,
            dependsOn: on === undefined ? [] : [`record-${on}`],
          }),
        )
        const parcel = nextParcel(rows, now, mostRecords)
        const sequences = parcel.map(({ sequence }) => sequence)
        expect(sequences).toEqual([...sequences].sort((one, other) => one - other))
        expect(parcel.length).toBeLessThanOrEqual(mostRecords)
        if (parcel.length > 1) expect(parcel.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(mostBytes)
        for (const [index, { dependsOn }] of parcel.entries())
          for (const id of dependsOn) {
            const found = rows.find(({ recordId }) => recordId === id)
            const isStored = found === undefined || found.state === 'received' || found.state === 'quarantined'
            expect(isStored || idsOf(parcel.slice(0, index)).includes(id)).toBe(true)
          }
      }),
      { seed: 3 },
    )
  })
})

describe('an answer', () => {
  const sending = row(1, { state: 'sending' })

  it('that says later leaves the record waiting, longer each time', () => {
    const once = answered(sending, { is: 'later' }, now, 1)
    const twice = answered({ ...once, state: 'sending' }, { is: 'later' }, now, 1)
    expect(once).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(twice.nextTryAt).toBeGreaterThan(once.nextTryAt)
  })

  it('keeps the receipt, or the word of the refusal', () => {
    const receipt = { id: sending.recordId, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: 0 }
    expect(answered(sending, { is: 'received', receipt }, now, 0)).toMatchObject({ state: 'received', receipt })
    const refused = answered(sending, { is: 'refused', word: 'row-already-taken' }, now, 0)
    expect(refused).toMatchObject({ state: 'refused', refusal: 'row-already-taken' })
  })

  it('to what was refused here and mended elsewhere makes it received, and nothing else moves it', () => {
    const refused = row(1, { state: 'refused', refusal: 'row-already-taken' })
    const receipt = { id: refused.recordId, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: 0 }
    expect(answered(refused, { is: 'received', receipt }, now, 0)).toMatchObject({ state: 'received', receipt })
    for (const is of ['later', 'quarantined'] as const) expect(answered(refused, { is }, now, 0)).toBe(refused)
    expect(answered(refused, { is: 'parts-missing', numbers: [1] }, now, 0)).toBe(refused)
  })

  it('to a record that is not being sent changes nothing', () => {
    const waiting = row(1)
    expect(answered(waiting, { is: 'quarantined' }, now, 0)).toBe(waiting)
  })
})

describe('waiting', () => {
  it('is never longer than ten minutes, and half of it is left to chance', () => {
    expect([1, 2, 3, 30].map(attempts => waitBefore(attempts, 1))).toEqual([2_000, 4_000, 8_000, 600_000])
    expect(waitBefore(3, 0)).toBe(4_000)
  })

  it('is over where the clock was set back five years', () => {
    expect(isDue(now + 60_000, now)).toBe(false)
    expect(isDue(now, now - 5 * 365 * 24 * 3_600_000)).toBe(true)
  })

  it('is of one record alone after a few parcels without an answer', () => {
    let size = mostRecords
    for (let turn = 0; turn < 6; turn++) size = sizeAfter(size, false)
    expect(size).toBe(1)
    expect(sizeAfter(size, true)).toBe(2)
  })
})
