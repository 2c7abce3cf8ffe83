import { describe, expect, it } from 'vitest'
import {
  accountKinds,
  deviceOf,
  kindOf,
  mayMove,
  moveKinds,
  roadOf,
  storeOf,
} from '../../../functions/supplies/accounts.ts'

describe('the accounts of the ledger', () => {
  it('tells what kind of account a name is, and knows no other', () => {
    expect([storeOf('MB'), roadOf('t'), deviceOf('d'), 'SUPPLIER'].map(kindOf)).toEqual([
      ...['STORE', 'ROAD', 'DEVICE', 'SUPPLIER'],
    ])
    expect(() => kindOf('POCKET#me')).toThrow('no such account')
  })

  it('lets nothing but a handing-over reach a returnee, and nothing come back but what was given by mistake', () => {
    const ways = moveKinds.flatMap(kind =>
      accountKinds.flatMap(from => accountKinds.flatMap(to => (mayMove(kind, from, to) ? [[kind, from, to]] : []))),
    )
    const reach = ways.filter(([, , to]) => to === 'RETURNEE').map(([kind]) => kind)
    expect(new Set(reach)).toEqual(new Set(['ISSUED', 'ACCEPTED']))
    expect(ways.filter(([, from]) => from === 'RETURNEE')).toEqual([
      // money that they keep, as the statement has it
      ['SETTLED', 'RETURNEE', 'SETTLED'],
      ['REVERSED', 'RETURNEE', 'STORE'],
    ])
    // what is on the road is nobody's to lease
    expect(ways.filter(([kind, from]) => from === 'ROAD' && kind !== 'TRANSFERRED_IN')).toEqual([])
  })
})
