import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { type RegistrationFunction, registeredAt, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})

const read = (personId: string, groups = ['reception@MB'], officer = 'officer-1') =>
  desk.ask('readPerson', { params: { personId }, groups, officer })

it('shows a person who came back through a post of the caller, with every return', async () => {
  const first = await desk.register('MB', { full: { education: 'ISCED_1' } })
  const second = await desk.register('FB', { personId: first.personId, knownPerson: true })
  const { status, body } = await read(first.personId)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    personId: first.personId,
    fast: { names: { givenNames: 'Khotso', surname: 'Foulo' } },
    full: { education: 'ISCED_1' },
    returns: [
      { returnEventId: first.returnEventId, arrivedAt: registeredAt },
      { returnEventId: second.returnEventId, arrivedAt: registeredAt },
    ],
    revision: 2,
  })
  expect(await read(first.personId, ['screening@FB'])).toMatchObject({ status: 200 })
})

it('answers out of scope as it answers absent', async () => {
  const { personId } = await desk.register('MB')
  const absent = await read(randomUUID())
  expect(absent).toMatchObject({ status: 404, body: { word: 'not-found' } })
  expect(await read(personId, ['reception@FB'])).toEqual(absent)
})

it('is not there for whom the person ruled out, and shows nobody who that is', async () => {
  const { personId } = await desk.register('MB', { full: { exclusions: ['officer-3'], language: 'st' } })
  expect(await read(personId, ['reception@MB'], 'officer-3')).toMatchObject({ status: 404 })
  const { body } = await read(personId)
  expect(body['full']).toEqual({ language: 'st' })
  expect(JSON.stringify(body)).not.toContain('officer-3')
})

it('keeps what a person ruled out on an earlier return when they name others on a later one', async () => {
  const { personId } = await desk.register('MB', { full: { exclusions: ['officer-3'] } })
  await desk.register('MB', { personId, knownPerson: true, full: { exclusions: ['officer-4'] } })
  for (const officer of ['officer-3', 'officer-4']) {
    expect(await read(personId, ['reception@MB'], officer)).toMatchObject({ status: 404 })
  }
  expect(await read(personId)).toMatchObject({ status: 200 })
})

it('is on record before the answer leaves', async () => {
  const { personId } = await desk.register('MB')
  await read(personId, ['reception@MB'], 'officer-8')
  expect(await desk.recordOf(personId)).toEqual([
    expect.objectContaining({ action: 'readPerson', officerId: 'officer-8', roles: ['reception@MB'] }),
  ])
})
