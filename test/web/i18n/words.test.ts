import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const en = {
  'bus.people_one': '{{count}} person',
  'bus.people_other': '{{count}} people',
  hello: 'Hello {{name}}, {{name}}',
}
const st = {
  'bus.people_one': 'motho a le {{count}}',
  'bus.people_other': 'batho ba {{count}}',
  hello: 'Lumela {{name}}',
}

async function words() {
  const { defineWords } = await import('../../../web/src/i18n/words.ts')
  const { language } = await import('../../../web/src/i18n/language.ts')
  return { t: defineWords(en, st), language }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  vi.stubGlobal('document', { documentElement: { lang: '' } })
})
afterEach(() => vi.unstubAllGlobals())

it('says a key in the language on screen, every placeholder filled', async () => {
  const { t, language } = await words()
  expect(t('hello', { name: "Ts'epo" })).toBe("Hello Ts'epo, Ts'epo")
  language.value = 'st-LS'
  expect(t('hello', { name: '{{name}} & $&' })).toBe('Lumela {{name}} & $&')
  language.value = 'en'
})

it.each([
  [0, '0 people', 'batho ba 0'],
  [1, '1 person', 'motho a le 1'],
  [2, '2 people', 'batho ba 2'],
])('counts %i in each language', async (count, english, sesotho) => {
  const { t, language } = await words()
  expect(t('bus.people', { count })).toBe(english)
  language.value = 'st-LS'
  expect(t('bus.people', { count })).toBe(sesotho)
  language.value = 'en'
})

it('fails on a key that no catalogue has, instead of showing it to somebody', async () => {
  const { t } = await words()
  expect(() => t('nothing' as 'hello')).toThrow('no words for nothing')
})
