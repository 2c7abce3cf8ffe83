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
