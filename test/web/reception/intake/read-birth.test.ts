import { describe, expect, it } from 'vitest'
import { fillBirth, readBirth } from '../../../../web/src/reception/intake/read-birth.ts'
import { emptyDateOrAge } from '../../../../web/src/ui/date-input.ts'

const today = '2026-11-22'

const date = (day: string, month: string, year: string) => {
  const typed = emptyDateOrAge()
  typed.day.value = day
  typed.month.value = month
  typed.year.value = year
  return typed
}
const age = (years: string) => {
  const typed = emptyDateOrAge()
  typed.way.value = 'age'
  typed.age.value = years
  return typed
}

describe('a birth as the person says it', () => {
  it('is as precise as what was typed, and no more', () => {
    expect(readBirth(date('7', '7', '1985'), today)).toEqual({ birth: { date: '1985-07-07', precision: 'DAY' } })
    expect(readBirth(date('', '7', '1985'), today)).toEqual({ birth: { date: '1985-07-01', precision: 'MONTH' } })
    expect(readBirth(date('', '', '1985'), today)).toEqual({ birth: { date: '1985-01-01', precision: 'YEAR' } })
    expect(readBirth(age('34'), today)).toEqual({ birth: { date: '1992-11-22', precision: 'AGE_EST' } })
  })

  it('takes a child born this year or today', () => {
    expect(readBirth(date('', '', '2026'), today)).toEqual({ birth: { date: '2026-01-01', precision: 'YEAR' } })
    expect(readBirth(date('22', '11', '2026'), today)).toHaveProperty('birth')
    expect(readBirth(age('0'), today)).toHaveProperty('birth')
  })

  it.each([
    ['missing', date('', '', '')],
    ['missing', age('')],
    ['no-such-date', date('31', '2', '1990')],
    ['no-such-date', date('7', '', '1990')],
    ['no-such-date', date('', '13', '1990')],
    ['no-such-date', date('', '', '85')],
    ['no-such-date', date('', '', '1850')],
    ['future', date('23', '11', '2026')],
    ['future', date('', '', '2027')],
    ['no-such-age', age('121')],
  ])('says %s rather than guess', (problem, typed) => {
    expect(readBirth(typed, today)).toEqual({ problem })
  })

  it('shows a known birth so that reading it again gives the same', () => {
    for (const birth of [
      { date: '1985-07-09', precision: 'DAY' },
      { date: '1985-07-01', precision: 'MONTH' },
      { date: '1985-01-01', precision: 'YEAR' },
      { date: '1992-11-22', precision: 'AGE_EST' },
    ] as const) {
      const typed = emptyDateOrAge()
      fillBirth(typed, birth, today)
      expect(readBirth(typed, today)).toEqual({ birth })
    }
  })
})
