import { expect, it } from 'vitest'
import { returneeOf } from '../../../functions/protection/returnee.ts'
import { anIntake } from '../../builders/intake.ts'

const { personId, fast } = anIntake()
const number = '+26658123456'

it('shows the number that the person gave, and whom they asked nobody to contact', () => {
  const full = { notToContact: [{ name: 'Thabo', relation: 'cousin', phone: '+27821234567' }, { name: 'his brother' }] }
  expect(returneeOf({ personId, fast, full, returns: [] })).toMatchObject({
    phone: { number },
    notToContact: ['Thabo, cousin, +27821234567', 'his brother'],
  })
})

it('offers no number to call that is of somebody whom the person ruled out', () => {
  const full = { notToContact: [{ name: 'Thabo', phone: number }] }
  const shown = returneeOf({ personId, fast, full, returns: [] })
  expect(shown.phone).toBeUndefined()
  expect(shown.notToContact).toEqual([`Thabo, ${number}`])
})
