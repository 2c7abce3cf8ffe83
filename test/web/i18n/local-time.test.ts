import { beforeAll, expect, it, vi } from 'vitest'

const born = (precision: 'DAY' | 'MONTH' | 'YEAR' | 'AGE_EST') => ({ date: '1994-03-05', precision })

beforeAll(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  return () => vi.unstubAllGlobals()
})

const modules = async () => ({
  ...(await import('../../../web/src/i18n/local-time.ts')),
  ...(await import('../../../web/src/i18n/language.ts')),
})

it.each([
  ['en', ['5 Mar 1994', 'Mar 1994', '1994', '1994']],
  ['st-LS', ['05/03/1994', '03/1994', '1994', '1994']],
] as const)('says as much of a birth as is known, in %s', async (said, words) => {
  const { localBirth, language } = await modules()
  language.value = said
  expect([born('DAY'), born('MONTH'), born('YEAR'), born('AGE_EST')].map(localBirth)).toEqual(words)
})

it('says a date of a record, and the day of an instant on Lesotho’s clocks', async () => {
  const { localDay, localTime, language } = await modules()
  language.value = 'en'
  expect(localDay('2026-11-29')).toBe('29 Nov 2026')
  expect(localTime('2026-11-29T22:30:00.000Z')).toBe('30 Nov 2026, 00:30')
})

it.each([
  ['en', '4 Mar 2001, 3 Apr 2001'],
  ['st-LS', '04/03/2001, 03/04/2001'],
] as const)('says every day that a date of a list may mean as days are said, in %s', async (said, days) => {
  const { language } = await modules()
  const { noteWords } = await import('../../../web/src/reception/list/row-result.tsx')
  language.value = said
  expect(noteWords({ note: 'DATE_AMBIGUOUS', readings: ['2001-03-04', '2001-04-03'] })).toContain(days)
})
