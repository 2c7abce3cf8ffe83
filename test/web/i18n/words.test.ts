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
  const { defineWords, wordsHere } = await import('../../../web/src/i18n/words.ts')
  const { language } = await import('../../../web/src/i18n/language.ts')
  const speak = async (said: 'en' | 'st-LS') => {
    language.value = said
    await wordsHere()
  }
  return { defineWords, t: defineWords(en, async () => ({ st })), language, speak }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  vi.stubGlobal('document', { documentElement: { lang: '' } })
})
afterEach(() => vi.unstubAllGlobals())

it('says a key in the language on screen, every placeholder filled', async () => {
  const { t, speak } = await words()
  expect(t('hello', { name: "Ts'epo" })).toBe("Hello Ts'epo, Ts'epo")
  await speak('st-LS')
  expect(t('hello', { name: '{{name}} & $&' })).toBe('Lumela {{name}} & $&')
  await speak('en')
})

it.each([
  [0, '0 people', 'batho ba 0'],
  [1, '1 person', 'motho a le 1'],
  [2, '2 people', 'batho ba 2'],
])('counts %i in each language', async (count, english, sesotho) => {
  const { t, speak } = await words()
  expect(t('bus.people', { count })).toBe(english)
  await speak('st-LS')
  expect(t('bus.people', { count })).toBe(sesotho)
  await speak('en')
})

it('fails on a key that no catalogue has, instead of showing it to somebody', async () => {
  const { t } = await words()
  expect(() => t('nothing' as 'hello')).toThrow('no words for nothing')
})

it('speaks English until the Sesotho has come, and asks again for what did not', async () => {
  const { defineWords, language, speak } = await words()
  let asked = 0
  const t = defineWords(en, async () => {
    asked += 1
    if (asked === 1) throw new Error('no network')
    return { st }
  })
  expect(asked).toBe(0) // nobody reads it yet
  await speak('st-LS')
  expect(t('hello', { name: 'Neo' })).toBe('Hello Neo, Neo')
  await speak('st-LS')
  expect(t('hello', { name: 'Neo' })).toBe('Lumela Neo')
  expect(t('hello', { name: 'Neo' }, 'en')).toBe('Hello Neo, Neo')
  await speak('en')
  expect([asked, language.value]).toEqual([2, 'en'])
})
