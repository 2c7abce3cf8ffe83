/** A trip's way to its end, and what follows from it: who is home, who still waits, who needs a bed. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { batchStore } from '../../../functions/arrivals/batch-store.ts'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { readHome } from '../../../functions/arrivals/read-home.ts'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import { recordsNothing } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { anAnswer, someAnswers } from '../../builders/answers.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { anArriveTrip } from '../../builders/trip-commands.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { silentLog } from '../../harness/silent-log.ts'
import { byDay, intoTheNight, morning, type TripsFunction, tripsFunction } from '../../harness/trips-function.ts'

let desk: TripsFunction
beforeAll(async () => {
  desk = await tripsFunction()
})
beforeEach(() => {
  desk.clock.at = morning
})

const said = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['word']]
const arrive = (tripId: string, setDown: readonly string[], arrivalId = randomUUID(), officer = 'officer-1') =>
  desk.ask('arriveTrip', { params: { tripId, arrivalId }, body: anArriveTrip(setDown), officer })
const openTrips = async () => {
  const { body } = await desk.ask('listTrips', { query: { post: 'MB' } })
  return (body['trips'] as { tripId: string }[]).map(({ tripId }) => tripId)
}
interface Onward {
  displayNumber: string
  needsBed: boolean
  tripId?: string
}
const onwardOf = async (displayNumber: string): Promise<Onward | undefined> => {
  const { body } = await desk.ask('readOnward', { params: { post: 'MB' } })
  return (body['people'] as Onward[]).find(person => person.displayNumber === displayNumber)
}

/** So many on a trip that has left. */
async function onTheWay(count: number) {
  const tripId = await desk.aTrip()
  const people = []
  for (let each = 0; each < count; each += 1) people.push(await desk.aReturnee())
  await desk.seat(
    tripId,
    people.map(({ displayNumber }) => displayNumber),
  )
  expect((await desk.depart(tripId)).status).toBe(201)
  return { tripId, people }
}

/** The supervisor's figure of the arrival. */
async function homeFigure() {
  const batches = batchStore(desk.client, desk.tables.registry)
  const handler = capability({
    endpoints: [readHome(batches)],
    ...{ audit: recordsNothing, clock: { now: () => new Date(desk.clock.at) }, log: silentLog() },
  })
  const params = { batchId: await desk.registration.batchAt('MB') }
  const { body } = await answerOf(
    handler,
    anHttpEvent({ route: arrivalsRoutes.readHome, params, groups: ['supervisor@MB'] }),
  )
  return body
}

it('does not leave empty, and is not closed before it left', async () => {
  const tripId = await desk.aTrip()
  expect(said(await desk.depart(tripId))).toEqual([409, 'trip-empty'])
  expect(said(await arrive(tripId, []))).toEqual([409, 'trip-not-departed'])
})

describe('an arrival', () => {
  it('answers for who was set down whether they are home, and for nobody else', async () => {
    const before = await homeFigure()
    const { tripId, people } = await onTheWay(3)
    const [first, second, missed] = people
    if (!first || !second || !missed) throw new Error('too few')
    const arrivalId = randomUUID()
    const answer = await arrive(tripId, [first.displayNumber, second.displayNumber], arrivalId)
    expect(answer.status).toBe(201)
    expect(await desk.homecomingOf(first)).toMatchObject({
      state: 'DONE',
      outcome: 'PROVIDED',
      completionId: arrivalId,
    })
    expect(await desk.homecomingOf(missed)).toMatchObject({ state: 'OPEN' })
    expect(await homeFigure()).toEqual({ asked: Number(before['asked']) + 3, home: Number(before['home']) + 2 })
    expect(await openTrips()).not.toContain(tripId)
    // who was not set down waits for a seat again, and may take one; who was does neither
    expect(await onwardOf(missed.displayNumber)).toMatchObject({ needsBed: true })
    expect(await onwardOf(first.displayNumber)).toBeUndefined()
    const another = await desk.aTrip()
    expect(said(await desk.seat(another, [first.displayNumber]))).toEqual([409, 'already-seated'])
    expect((await desk.seat(another, [missed.displayNumber])).status).toBe(201)
  })

  it('is on record for each of them, and sent again changes nothing', async () => {
    const { tripId, people } = await onTheWay(1)
    const [one] = people
    if (!one) throw new Error('nobody')
    const arrivalId = randomUUID()
    const first = await arrive(tripId, [one.displayNumber], arrivalId)
    const task = await desk.homecomingOf(one)
    desk.clock.at = '2026-11-22T12:00:00.000Z'
    expect(await arrive(tripId, [one.displayNumber], arrivalId)).toEqual(first)
    expect(await desk.homecomingOf(one)).toEqual(task)
    const ofTask = await auditOf(desk, taskId(one.returnEventId, 'ARRIVED_HOME', 1))
    expect(ofTask.map(({ action }) => action)).toEqual(['arriveTrip'])
    const ofPerson = await desk.registration.recordOf(one.personId)
    expect(ofPerson.map(({ action }) => action).toSorted()).toEqual(['arriveTrip', 'takeSeats'])
    expect(said(await arrive(tripId, [], arrivalId))).toEqual([409, 'identifier-reused'])
    expect(said(await arrive(tripId, []))).toEqual([409, 'trip-arrived'])
  })

  it('names nobody who was not on board', async () => {
    const { tripId, people } = await onTheWay(1)
    const stranger = await desk.aReturnee()
    const [one] = people
    expect(said(await arrive(tripId, [one?.displayNumber ?? '', stranger.displayNumber]))).toEqual([409, 'not-seated'])
    expect(await openTrips()).toContain(tripId)
  })

  it('leaves alone what a district officer has taken, what was never raised, and what has lost its ground', async () => {
    const tripId = await desk.aTrip()
    const held = await desk.aReturnee()
    const unasked = await desk.aReturnee({}, { support: [] })
    const withdrawn = await desk.aReturnee()
    const riders = [held, unasked, withdrawn].map(({ displayNumber }) => displayNumber)
    await desk.seat(tripId, riders)
    await desk.depart(tripId)
    const params = { taskId: taskId(held.returnEventId, 'ARRIVED_HOME', 1), claimId: randomUUID() }
    const groups = ['administrator-office@LS-C']
    expect((await desk.registration.ask('claimTask', { params, groups, body: aClaim() })).status).toBe(201)
    const no = anAnswer({ purpose: 'FOLLOWUP_CONTACT', given: false })
    const answered = await desk.registration.ask('recordConsents', {
      params: { personId: withdrawn.personId, consentId: randomUUID() },
      body: someAnswers({ answers: [no] }),
    })
    expect(answered.status).toBe(201)
    expect((await arrive(tripId, riders)).status).toBe(201)
    expect(await desk.homecomingOf(held)).toMatchObject({ state: 'CLAIMED' })
    expect(await desk.homecomingOf(unasked)).toBeUndefined()
    expect(await desk.homecomingOf(withdrawn)).toMatchObject({ outcome: 'BASIS_ENDED' })
  })

  it('goes on where it stopped, whoever asks next and with whatever', async () => {
    const { tripId, people } = await onTheWay(4)
    const numbers = people.map(({ displayNumber }) => displayNumber)
    const { settle } = desk.homecomings
    let settled = 0
    // the power goes after the second of them
    desk.homecomings.settle = async (...of) => {
      if (settled === 2) throw new Error('no power')
      settled += 1
      return settle(...of)
    }
    const arrivalId = randomUUID()
    expect((await arrive(tripId, numbers, arrivalId)).status).toBe(500)
    desk.homecomings.settle = settle
    expect(await openTrips()).toContain(tripId)
    const outcomes = async () => (await Promise.all(people.map(desk.homecomingOf))).map(task => task?.outcome)
    expect((await outcomes()).filter(outcome => outcome === 'PROVIDED')).toHaveLength(2)
    expect(said(await arrive(tripId, [], randomUUID(), 'officer-2'))).toEqual([409, 'trip-arrived'])
    expect(await outcomes()).toEqual(Array(4).fill('PROVIDED'))
    expect(await openTrips()).not.toContain(tripId)
    expect((await arrive(tripId, numbers, arrivalId)).status).toBe(201)
    for (const { returnEventId } of people)
      expect(await auditOf(desk, taskId(returnEventId, 'ARRIVED_HOME', 1))).toHaveLength(1)
  })

  it('closes a whole bus, more than a transaction carries', async () => {
    const tripId = await desk.aTrip({ seats: 70 })
    const people = []
    for (let each = 0; each < 45; each += 1) people.push(await desk.aReturnee())
    const numbers = people.map(({ displayNumber }) => displayNumber)
    expect((await desk.seat(tripId, numbers.slice(0, 30))).status).toBe(201)
    expect((await desk.seat(tripId, numbers.slice(30))).status).toBe(201)
    expect((await desk.depart(tripId)).status).toBe(201)
    expect((await arrive(tripId, numbers)).status).toBe(201)
    const tasks = await Promise.all(people.map(desk.homecomingOf))
    expect(tasks.filter(task => task?.outcome === 'PROVIDED')).toHaveLength(45)
  }, 60_000)
})

describe('who goes on', () => {
  it('waits with first name, district and village until they have left', async () => {
    const full = { destination: { district: 'LS-C' as const, village: 'Ha Mopeli' } }
    const { displayNumber } = await desk.aReturnee({}, { full })
    expect(await onwardOf(displayNumber)).toEqual({
      ...{ displayNumber, firstName: 'Khotso', district: 'LS-C', village: 'Ha Mopeli', isChild: false, needsBed: true },
    })
    const tripId = await desk.aTrip()
    await desk.seat(tripId, [displayNumber])
    expect(await onwardOf(displayNumber)).toMatchObject({ tripId, needsBed: false })
    await desk.depart(tripId)
    expect(await onwardOf(displayNumber)).toBeUndefined()
  })

  it('needs a bed without a seat before dark, and until when is told', async () => {
    const late = await desk.aReturnee()
    const night = await desk.aTrip({ ...intoTheNight, departsAt: '2026-11-22T16:00:00.000Z' })
    await desk.seat(night, [late.displayNumber])
    expect(await onwardOf(late.displayNumber)).toMatchObject({ tripId: night, needsBed: true })
    const { body } = await desk.ask('readOnward', { params: { post: 'MB' } })
    expect(body).toMatchObject({ darkFrom: '2026-11-22T16:00:00.000Z', approval: 'PROPOSAL' })
  })

  it('leaves out who wants no seat, who was ruled out of sight, and arrivals of long ago', async () => {
    const staying = await desk.aReturnee({ urgentFlags: [] }, { support: [] })
    const declined = (urgentFlags: readonly 'CANNOT_GET_HOME'[]) =>
      desk.aReturnee(
        { urgentFlags: [...urgentFlags] },
        { support: [], notGiven: [{ item: 'TRANSPORT_ONWARD', reason: 'DECLINED' }] },
      )
    const [byThemselves, notHomeAlone] = [await declined([]), await declined(['CANNOT_GET_HOME'])]
    expect(await onwardOf(byThemselves.displayNumber)).toBeUndefined()
    expect(await onwardOf(notHomeAlone.displayNumber)).toMatchObject({ needsBed: true })
    const hidden = await desk.aReturnee({}, { full: { exclusions: ['MB'] } })
    expect(await onwardOf(staying.displayNumber)).toBeUndefined()
    expect(await onwardOf(hidden.displayNumber)).toBeUndefined()
    const { body } = await desk.ask('readOnward', { params: { post: 'MB' }, groups: ['reception@FB'] })
    expect(body['word']).toBe('not-found')
  })
})

it('shows screening trips and their free seats, and no one on them', async () => {
  const tripId = await desk.aTrip(byDay)
  const groups = ['screening@MB']
  expect((await desk.ask('listTrips', { query: { post: 'MB' }, groups })).status).toBe(200)
  expect(said(await desk.ask('readTrip', { params: { tripId }, groups }))).toEqual([403, 'not-permitted'])
  expect(said(await desk.ask('readOnward', { params: { post: 'MB' }, groups }))).toEqual([403, 'not-permitted'])
})
