/** Of wages owed, what the labour officer is told (domain.md 3.5, 5.3). */
import { describe, expect, it } from 'vitest'
import { lastDisputeDay, wageClaim } from '../../../functions/follow-up/wage-claim.ts'
import type { Person } from '../../../functions/registration/person-record.ts'
import { aPerson } from '../../builders/task.ts'

const returnEventId = '0193a3a0-0000-7000-8000-000000000021'
const came = (returnId: string, receivedAt: string): Person['returns'][number] => ({
  returnEventId: returnId,
  batchId: 'batch-1',
  slot: 'COUNTED#ROW#00001',
  post: 'MB',
  displayNumber: 'MB-T1-00001-X',
  receivedAt,
  priority: 'ORDINARY',
})
const returns = [came('another', '2026-01-05T08:00:00.000Z'), came(returnEventId, '2026-11-20T23:30:00.000Z')]
const owed = { owed: true, amountCents: 125_050, currency: 'ZAR', daysBeforePayday: 3 } as const
const claimOf = (full: Person['full']) => wageClaim(aPerson({ full, returns }), returnEventId)

describe('a claim for wages', () => {
  it('says what was said: amount, currency, days before pay day, the job', () => {
    expect(claimOf({ wages: owed, employment: { job: 'Farm hand' } })).toMatchObject({
      amountCents: 125_050,
      currency: 'ZAR',
      daysBeforePayday: 3,
      job: 'Farm hand',
    })
    expect(claimOf({ wages: { owed: true } })).not.toHaveProperty('amountCents')
    expect(claimOf(undefined)).not.toHaveProperty('currency')
  })

  it.each([
    ['2026-11-20', '2026-12-20'],
    ['2026-12-31', '2027-01-30'],
    ['2028-02-01', '2028-03-02'], // a leap year
  ])('of a dismissal on %s is disputed until %s, thirty calendar days', (from, until) => {
    expect(lastDisputeDay(from)).toBe(until)
  })

  it('counts from the day they were stopped, or else from the day in Lesotho on which this return was received', () => {
    expect(claimOf({ wages: owed, stopped: { on: '2026-11-01' } }).dispute).toEqual({
      lastDay: '2026-12-01',
      countedFrom: 'STOPPED',
    })
    expect(claimOf({ wages: owed }).dispute).toEqual({ lastDay: '2026-12-21', countedFrom: 'RETURNED' })
    expect(wageClaim(aPerson({ full: { wages: owed } }), returnEventId)).not.toHaveProperty('dispute')
  })
})
