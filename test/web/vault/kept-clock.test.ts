import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookedAgain, setByServer, startedAt } from '../../../web/src/vault/kept-clock.ts'

const hour = 3_600_000
const year = 365.25 * 24 * hour
const noon = Date.UTC(2026, 10, 23, 12)

describe('the kept clock', () => {
  it('goes on from where a device was set back five years', () => {
    const set = setByServer(noon, noon)
    const back = lookedAgain(set, noon - 5 * year, 0)
    expect(back.reading).toBe(noon)
    expect(lookedAgain(back, noon - 5 * year + 2 * hour, 0).reading).toBe(noon + 2 * hour)
  })

  it('lets pass what a device was set ahead, and is put right by the server alone', () => {
    const ahead = lookedAgain(setByServer(noon, noon), noon + 2 * year, 0)
    expect(ahead.reading).toBe(noon + 2 * year)
    expect(lookedAgain(ahead, noon, 0).reading).toBe(noon + 2 * year)
    expect(setByServer(noon + hour, noon).reading).toBe(noon + hour)
  })

  it('leapt where more than a pass passed at once, until the server says the time', () => {
    const set = setByServer(noon, noon)
    expect(lookedAgain(set, noon + 72 * hour, 0).leapt).toBe(false)
    expect(lookedAgain(set, noon - 5 * year, 0).leapt).toBe(false)
    const ahead = lookedAgain(set, noon + 72 * hour + 1, 0)
    expect(ahead.leapt).toBe(true)
    expect(lookedAgain(ahead, noon, hour).leapt).toBe(true)
    expect(setByServer(noon + hour, noon).leapt).toBe(false)
  })

  it('did not leap over what the application ran through', () => {
    expect(lookedAgain(startedAt(noon), noon + 100 * hour, 99 * hour).leapt).toBe(false)
  })

  it('counts what the application ran through, whatever the clock says', () => {
    expect(lookedAgain(startedAt(noon), noon - year, hour).reading).toBe(noon + hour)
  })

  it('never goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: hour }))), looks => {
        let kept = startedAt(noon)
        for (const [clock, running] of looks) {
          const next = lookedAgain(kept, clock, running)
          expect(next.reading).toBeGreaterThanOrEqual(kept.reading + running)
          kept = next
        }
      }),
      { seed: 11 },
    )
  })
})
