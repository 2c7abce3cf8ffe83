import { expect, it } from 'vitest'
import { readCaller } from '../../../functions/platform/caller.ts'

it('reads groups as the authoriser hands them over, one string, and as a list', () => {
  const grants = [
    { role: 'reception', place: 'MB' },
    { role: 'health', place: 'LS-C' },
  ]
  expect(readCaller({ sub: 'o', 'cognito:groups': '[reception@MB health@LS-C]' })).toEqual({ officerId: 'o', grants })
  expect(readCaller({ sub: 'o', 'cognito:groups': ['reception@MB', 'health@LS-C'] })).toEqual({
    officerId: 'o',
    grants,
  })
  expect(readCaller({ sub: 'o', 'cognito:groups': 'reception@MB, health@LS-C' })).toEqual({ officerId: 'o', grants })
})

it.each(['king@MB', 'reception', 'reception@', '@MB', '', '[]', 'RECEPTION@MB', 'receptionist@MB'])(
  'takes %j for no grant at all',
  group => {
    expect(readCaller({ sub: 'o', 'cognito:groups': group })?.grants).toEqual([])
  },
)

it('keeps a place with an @ or a colon in it whole', () => {
  expect(readCaller({ sub: 'o', 'cognito:groups': ['analyst@project:JP-21'] })?.grants).toEqual([
    { role: 'analyst', place: 'project:JP-21' },
  ])
})

it.each([undefined, null, {}, { sub: '' }, { sub: 7 }, 'token'])('names nobody from %j', claims => {
  expect(readCaller(claims)).toBeUndefined()
})
