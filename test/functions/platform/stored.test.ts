import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { readStored, storedShape, toStored } from '../../../functions/platform/stored.ts'

const upcasts = {
  1: (item: Record<string, unknown>) => ({ ...item, givenNames: item['name'] }),
  2: (item: Record<string, unknown>) => ({ ...item, village: item['village'] ?? 'unknown' }),
}
const build = () => z.object({ givenNames: z.string(), village: z.string() })
const shape = storedShape(3, build, upcasts)

it('reads an item of any older version through each upcast in turn', () => {
  expect(readStored(shape, toStored({ schemaVersion: 1, name: 'Neo' }))).toEqual({
    givenNames: 'Neo',
    village: 'unknown',
  })
  expect(readStored(shape, toStored({ name: 'Neo', village: 'Ha Foso' }))).toEqual({
    givenNames: 'Neo',
    village: 'Ha Foso',
  })
  expect(readStored(shape, toStored({ schemaVersion: 2, givenNames: 'Neo' }))).toMatchObject({ village: 'unknown' })
  expect(readStored(shape, toStored({ schemaVersion: 3, givenNames: 'Neo', village: 'V' }))).toMatchObject({
    village: 'V',
  })
})

it('throws where an upcast is missing', () => {
  const { 2: _, ...gap } = upcasts
  expect(() => readStored(storedShape(3, build, gap), toStored({ schemaVersion: 1, name: 'Neo' }))).toThrow(
    'no upcast from stored version 2',
  )
})

it('throws where an item does not fit its shape', () => {
  expect(() => readStored(shape, toStored({ schemaVersion: 3, givenNames: 7, village: 'V' }))).toThrow()
})

it('leaves undefined fields out of what is stored', () => {
  expect(toStored({ a: 1, b: undefined, c: { d: undefined } })).toEqual({ a: { N: '1' }, c: { M: {} } })
})
