import { beforeAll, expect, it } from 'vitest'
import { getAll } from '../../../functions/platform/reads.ts'
import { fromStored } from '../../../functions/platform/stored.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { displayNumber } from '../../../functions/registration/display-number.ts'
import type { WordPair } from '../../../functions/registration/remembered-words.ts'
import { anIntake } from '../../builders/intake.ts'
import { type RegistrationFunction, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})

const { fast } = anIntake()
const named = (givenNames: string) => ({ fast: { ...fast, names: { givenNames, surname: 'Nthako' } } })
const find = (words: WordPair, groups = ['reception@MB'], officer = 'officer-1') =>
  desk.ask('findByWords', { body: { post: 'MB', words }, groups, officer })

it('finds everybody who took the two words, in either order, the latest first, and puts that on record', async () => {
  desk.clock.at = '2026-11-22T09:00:00.000Z'
  const first = await desk.register('MB', { ...named('Palesa'), words: ['SUN', 'RIVER'] })
  desk.clock.at = '2026-11-22T09:01:00.000Z'
  const second = await desk.register('MB', { ...named('Neo'), words: ['RIVER', 'SUN'] })
  await desk.register('MB', { ...named('Thabo'), words: ['SUN', 'MOON'] })
  await desk.register('MB', named('Lerato'))
  const answer = await find(['SUN', 'RIVER'])
  expect(answer).toEqual({
    status: 200,
    body: {
      people: [
        expect.objectContaining({ personId: second.personId, givenNames: 'Neo', birthYear: 1985, district: 'LS-C' }),
        expect.objectContaining({ personId: first.personId, givenNames: 'Palesa', displayNumber: expect.any(String) }),
      ],
    },
  })
  expect(await find(['RIVER', 'SUN'])).toEqual(answer)
  expect(await desk.recordOf(first.personId)).toMatchObject([
    { action: 'findByWords', officerId: 'officer-1' },
    { action: 'findByWords', officerId: 'officer-1' },
  ])
})

it('puts on record also who found nobody', async () => {
  expect(await find(['BEE', 'POT'], ['reception@MB'], 'officer-2')).toEqual({ status: 200, body: { people: [] } })
  expect(await desk.recordOf('nobody')).toContainEqual(
    expect.objectContaining({ action: 'findByWords', officerId: 'officer-2' }),
  )
})

it('shows nobody of another post, and nobody to whom they ruled out', async () => {
  const words: WordPair = ['DRUM', 'KEY']
  await desk.register('FB', { words })
  await desk.register('MB', { words, full: { exclusions: ['officer-3'] } })
  expect((await find(words)).body['people']).toHaveLength(1)
  expect((await find(words, ['reception@MB'], 'officer-3')).body['people']).toEqual([])
  expect(await find(words, ['reception@FB'])).toMatchObject({ status: 404, body: { word: 'not-found' } })
})

it('is not for screening or supplies', async () => {
  const answer = await find(['SUN', 'RIVER'], ['screening@MB', 'supplies@MB'])
  expect(answer).toMatchObject({ status: 403, body: { word: 'not-permitted' } })
})

it('takes no word twice and none that is not on the list', async () => {
  for (const words of [['SUN', 'SUN'], ['SUN'], ['SUN', 'CROCODILE']])
    expect(await desk.ask('findByWords', { body: { post: 'MB', words } })).toMatchObject({
      status: 400,
      body: { word: 'invalid-fields' },
    })
})

it('writes nothing into the index for who took a slip', async () => {
  const slip = (sequence: number) => displayNumber({ postCode: 'MB', deviceCode: 'W1', sequence })
  const kept = async (number: string) => {
    const [item] = await getAll(desk.client, desk.tables.registry, [registryKeys.displayNumber(number)])
    return item && fromStored(item)
  }
  await desk.register('MB', { displayNumber: slip(1) })
  await desk.register('MB', { displayNumber: slip(2), words: ['SUN', 'STONE'] })
  expect(await kept(slip(1))).not.toHaveProperty('lookupKey')
  expect(await kept(slip(1))).not.toHaveProperty('words')
  expect(await kept(slip(2))).toMatchObject({ words: ['SUN', 'STONE'], lookupKey: 'WORDS#MB#STONE#SUN' })
})
