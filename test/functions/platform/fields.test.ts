import { expect, it } from 'vitest'
import { Id, Instant, LongText, ShortText } from '../../../functions/platform/fields.ts'

it('takes either case of an id for the same id', () => {
  const id = '0193a3a0-0000-7000-8000-00000000aBcD'
  expect(Id.parse(id.toUpperCase())).toBe(Id.parse(id.toLowerCase()))
})

it('takes an instant as fine as any clock, and no longer text', () => {
  expect(Instant.safeParse('2026-11-22T08:00:00.123456789Z').success).toBe(true)
  expect(Instant.safeParse(`2026-11-22T08:00:00.${'0'.repeat(3000)}Z`).success).toBe(false)
})

it('names half a character as what is wrong with a text', () => {
  for (const field of [ShortText, LongText]) {
    expect(field.safeParse('Tšepo \u{1F98B}').success).toBe(true)
    expect(field.safeParse('Tšepo \uD83E').error?.issues).toMatchObject([{ params: { word: 'broken-character' } }])
  }
})

it('takes no text that looks other than it is', () => {
  const wordFor = (text: string) => ShortText.safeParse(text).error?.issues.map(({ code, ...rest }) => [code, rest])
  for (const text of ['Kh\u0000tso', 'Khotso\u0007', '\u202Eostohk', 'Khotso\u2066Foulo'])
    expect(wordFor(text), JSON.stringify(text)).toMatchObject([['custom', { params: { word: 'hidden-sign' } }]])
  for (const text of ['\u200B', '\u2060\u200D', '\u0301'])
    expect(wordFor(text), JSON.stringify(text)).toMatchObject([['custom', { params: { word: 'nothing-to-see' } }]])
  expect(LongText.parse('She came back\non her own,\twith a child')).toContain('\n')
  expect(ShortText.parse("'M’e Likeleli")).toBe("'M’e Likeleli")
})
