import fc from 'fast-check'
import { expect, it } from 'vitest'
import { balanceOf, decideClosing } from '../../../functions/arrivals/closing.ts'
import { countedOutcomes } from '../../../functions/registration/code-lists.ts'

const seed = 20261122

it('balances to zero exactly when everybody counted has one outcome, whatever the outcomes are', () => {
  fc.assert(
    fc.property(
      fc.record({ men: fc.nat(200), women: fc.nat(200), children: fc.nat(200) }),
      fc.nat(600),
      fc.array(fc.constantFrom(...countedOutcomes), { maxLength: 600 }),
      (heads, declaredHeadcount, counted) => {
        const balance = balanceOf({ declaredHeadcount, heads }, counted)
        expect(balance.headcount).toBe(heads.men + heads.women + heads.children)
        expect(balance.difference).toBe(balance.headcount - counted.length)
        expect(Object.values(balance.outcomes).reduce((sum, count) => sum + count, 0)).toBe(counted.length)
      },
    ),
    { seed, numRuns: 200 },
  )
})

it('closes with a difference in either direction for a supervisor with a reason alone', () => {
  const over = balanceOf({ declaredHeadcount: 1 }, ['REGISTERED', 'DECLINED'])
  const short = balanceOf({ declaredHeadcount: 1 }, [])
  for (const balance of [over, short]) {
    expect(decideClosing(balance, { mayLeaveUnexplained: false, reason: 'r' })).toEqual({
      refusal: 'headcount-unbalanced',
    })
    expect(decideClosing(balance, { mayLeaveUnexplained: true, reason: undefined })).toEqual({
      refusal: 'reason-needed',
    })
    expect(decideClosing(balance, { mayLeaveUnexplained: true, reason: 'r' })).toEqual({ action: 'closeUnexplained' })
  }
})
