import { beforeAll, expect, it } from 'vitest'
import { displayNumber } from '../../../functions/registration/display-number.ts'
import { type RegistrationFunction, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})

const slip = (sequence: number) => displayNumber({ postCode: 'MB', deviceCode: 'F1', sequence })
const find = (number: string, groups = ['reception@MB'], officer = 'officer-1') =>
  desk.ask('findByNumber', { body: { displayNumber: number }, groups, officer })

it('finds the person whose slip it is, typed as it may be, and puts that on record', async () => {
  const { personId, returnEventId } = await desk.register('MB', { displayNumber: slip(1) })
  const typed = ` ${slip(1).toLowerCase().replaceAll('-', '')} `
  expect(await find(typed)).toEqual({ status: 200, body: { personId, returnEventId } })
  expect(await desk.recordOf(personId)).toMatchObject([{ action: 'findByNumber', officerId: 'officer-1' }])
})

it('says of a number that does not check out that it was misread', async () => {
  const misread = slip(2).replace(/.$/, last => (last === 'A' ? 'B' : 'A'))
  expect(await find(misread)).toMatchObject({ status: 422, body: { word: 'number-invalid' } })
})

it('answers out of scope, ruled out and absent alike', async () => {
  await desk.register('MB', { displayNumber: slip(3), full: { exclusions: ['officer-3'] } })
  const absent = await find(slip(4))
  expect(absent).toMatchObject({ status: 404, body: { word: 'not-found' } })
  expect(await find(slip(3), ['reception@FB'])).toEqual(absent)
  expect(await find(slip(3), ['reception@MB'], 'officer-3')).toEqual(absent)
})
