import { expect, it } from 'vitest'
import { callable, isRuledOut } from '../../../functions/registration/contact.ts'

const own = { number: '+26658123456', channel: 'OWN_PHONE', mayCall: true, mayLeaveMessage: false } as const
const neighbour = { ...own, number: '+26662345678', channel: 'NEIGHBOUR' } as const

it('offers every number that may be called, in the order in which they were given', () => {
  expect(callable([own, neighbour], undefined)).toEqual([own, neighbour])
  expect(callable([undefined, { ...own, mayCall: false }, neighbour], [])).toEqual([neighbour])
})

it('offers no number of somebody whom the person ruled out, whatever else was agreed', () => {
  const notToContact = [{ name: 'Thabo', phone: own.number }, { name: 'his brother' }]
  expect(isRuledOut(own.number, notToContact)).toBe(true)
  expect(isRuledOut(neighbour.number, notToContact)).toBe(false)
  expect(callable([own, neighbour], notToContact)).toEqual([neighbour])
})
