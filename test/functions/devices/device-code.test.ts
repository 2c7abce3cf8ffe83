import { expect, it } from 'vitest'
import { deviceCode, mostAttempts } from '../../../functions/devices/device-code.ts'
import { displayNumber, isDisplayNumber } from '../../../functions/registration/display-number.ts'

const every = (attempt: number) =>
  Array.from({ length: 200 }, (_, seed) => {
    let at = seed
    return deviceCode(attempt, below => {
      at = (at * 7 + 3) % 1009
      return at % below
    })
  })

it('makes numbers that check out, with nothing that is read for something else', () => {
  for (const code of every(0)) {
    expect(isDisplayNumber(displayNumber({ postCode: 'MB', deviceCode: code, sequence: 1 }))).toBe(true)
    expect(code).toMatch(/^[2346789][2346789CDFGHJKLMNPQRTVWXZ]{2}$/)
  }
})

it('makes no word, HIV and TB among them: it begins with a figure and has no vowel', () => {
  expect([...every(0), ...every(mostAttempts)].filter(code => !/^\d/.test(code) || /[AEIOUY]/.test(code))).toEqual([])
})

it('grows to four characters where many short ones are taken', () => {
  expect(every(4).every(code => code.length === 3)).toBe(true)
  expect(every(5).every(code => code.length === 4)).toBe(true)
})
