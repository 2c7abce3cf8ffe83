/** Over HTTP as the desks do it: who came is given a seat, rides, is set down, and the arrival's figure says so. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { auditRoutes } from '../../functions/audit/contract.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import { tripsRoutes } from '../../functions/trips/contract.ts'
import { anIntake } from '../builders/intake.ts'
import { aClaim } from '../builders/task-commands.ts'
import { aDepartTrip, aKeepApart, anArriveTrip, aPlanTrip, aTakeSeats } from '../builders/trip-commands.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Officer, officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, anArrival, givenStock, register } from './arrival.ts'

const place = { post: 'AP', district: 'LS-K' } as const
let host: HostDoor
let arrived: Arrived
let reception: Officer
let supervisor: Officer
beforeAll(async () => {
  host = await sharedHost()
  arrived = await aBatch(host, place)
  await givenStock(host, place.post, 'TRANSPORT_ONWARD', 20)
  reception = officerOf(host, [`reception@${place.post}`])
  supervisor = officerOf(host, [`supervisor@${place.post}`])
}, 240_000)

async function aReturnee() {
  const intake = anArrival(arrived, {
    fast: { ...anIntake().fast, homeDistrict: place.district, urgentFlags: ['CANNOT_GET_HOME'] },
    support: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }],
  })
  const { id } = await register(host, arrived, intake)
  return { returnEventId: id, personId: intake.personId, displayNumber: intake.displayNumber }
}

it('takes people home, and the figure of their arrival with them', async () => {
  const { batchId } = arrived
  const people = [await aReturnee(), await aReturnee(), await aReturnee()]
  const [one, other, missed] = people.map(({ displayNumber }) => displayNumber)
  if (!one || !other || !missed) throw new Error('too few')
  const home = () => supervisor.must(arrivalsRoutes.readHome, { params: { batchId } })
  const waiting = async () => {
    const { people: onward } = await reception.must(tripsRoutes.readOnward, { params: { post: place.post } })
    return onward.map(({ displayNumber, needsBed }) => [displayNumber, needsBed])
  }
  expect(await home()).toEqual({ asked: 3, home: 0 })
  expect((await waiting()).toSorted()).toEqual([one, other, missed].toSorted().map(number => [number, true]))

  const tripId = randomUUID()
  const plan = aPlanTrip({ post: place.post, stops: ['LS-A', place.district] })
  await reception.must(tripsRoutes.planTrip, { params: { tripId }, body: plan })
  const pair = { params: { post: place.post, pairId: randomUUID() }, body: aKeepApart([one, missed]) }
  await officerOf(host, [`screening@${place.post}`]).must(tripsRoutes.keepApart, pair)
  const seat = (numbers: readonly string[]) =>
    reception.ask(tripsRoutes.takeSeats, { params: { tripId, seatingId: randomUUID() }, body: aTakeSeats(numbers) })
  expect((await seat([one, missed])).word).toBe('kept-apart')
  expect((await seat([one, other])).status).toBe(201)
  const body = aDepartTrip()
  await reception.must(tripsRoutes.departTrip, { params: { tripId, departureId: randomUUID() }, body })
  expect((await seat([missed])).word).toBe('trip-departed')
  expect(await waiting()).toEqual([[missed, true]])

  const arrivalId = randomUUID()
  await reception.must(tripsRoutes.arriveTrip, { params: { tripId, arrivalId }, body: anArriveTrip([one]) })
  expect(await home()).toEqual({ asked: 3, home: 1 })
  // what was answered is in nobody's queue; what was not is still the district's to ask
  const district = officerOf(host, [`administrator-office@${place.district}`])
  const claim = (returnEventId = '') =>
    district.ask(followUpRoutes.claimTask, {
      params: { taskId: taskId(returnEventId, 'ARRIVED_HOME', 1), claimId: randomUUID() },
      body: aClaim(),
    })
  const claims = await Promise.all(people.map(({ returnEventId }) => claim(returnEventId)))
  expect(claims.map(({ status, word }) => word ?? status)).toEqual(['task-finished', 201, 201])

  const auditor = officerOf(host, ['auditor@*'])
  const { lines } = await auditor.must(auditRoutes.readAudit, { params: { subjectId: people[0]?.personId ?? '' } })
  expect(
    lines
      .map(({ action }) => action)
      .filter(action => /Trip|Seats|Apart/.test(action))
      .toSorted(),
  ).toEqual(['arriveTrip', 'keepApart', 'takeSeats'])
})
