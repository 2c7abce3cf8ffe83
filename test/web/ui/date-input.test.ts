import { describe, expect, it } from 'vitest'
import { dateInput, readDate } from '../../../web/src/ui/date-input.ts'

const typed = (day: string, month: string, year: string) => {
  const input = dateInput()
  input.day.value = day
  input.month.value = month
  input.year.value = year
  return input
}

describe('a whole date in three fields', () => {
  it('reads what is typed, with or without noughts', () => {
    expect(readDate(typed('7', '2', '1985'))).toBe('1985-02-07')
    expect(readDate(typed('29', '02', '2024'))).toBe('2024-02-29')
  })

  it('tells nothing typed from something wrong', () => {
    expect(readDate(typed('', '', ''))).toBe('empty')
    for (const wrong of [
      typed('31', '2', '1990'),
      typed('29', '2', '2023'),
      typed('1', '13', '1990'),
      typed('1', '1', '90'),
      typed('', '2', '1990'),
    ])
      expect(readDate(wrong)).toBe('wrong')
  })

  it('shows a date that is already known as it would have been typed', () => {
    expect(readDate(dateInput('1985-07-09'))).toBe('1985-07-09')
  })
})
