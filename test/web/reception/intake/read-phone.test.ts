import { describe, expect, it } from 'vitest'
import { Phone } from '../../../../functions/platform/fields.ts'
import { readPhone } from '../../../../web/src/reception/intake/read-phone.ts'

describe('a telephone number as typed', () => {
  it.each([
    ['5812 3456', '+26658123456'],
    ['22 31 2345', '+26622312345'],
    ['+266 5812-3456', '+26658123456'],
    ['00266 58123456', '+26658123456'],
    ['082 123 4567', '+27821234567'],
    ['+27 82 123 4567', '+27821234567'],
    ['(082) 123-4567', '+27821234567'],
  ])('reads %s', (typed, number) => {
    expect(readPhone(typed)).toBe(number)
    expect(Phone.safeParse(number).success).toBe(true)
  })

  it.each(['', '581234', '581234567', '08212345', '0', 'ask the chief', '+0821234567', '5812345a'])(
    'does not guess %j',
    typed => {
      expect(readPhone(typed)).toBeUndefined()
    },
  )
})
