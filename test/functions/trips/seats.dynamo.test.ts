/** Planning a trip and giving seats on it, through the real chain on a real database. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  aCancelTrip,
  aChangeTrip,
  aDepartTrip,
  aFreeSeats,
  aKeepApart,
  aPlanTrip,
  aTakeSeats,
} from '../../builders/trip-commands.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { byDay, intoTheNight, morning, type TripsFunction, tripsFunction } from '../../harness/trips-function.ts'

let desk: TripsFunction
beforeAll(async () => {
  desk = await tripsFunction()
})

const said = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['word']]
const numbersIn = ({ body }: { body: Record<string, unknown> }) => body['detail']
const passengersOf = async (tripId: string) => {
  const { body } = await desk.ask('readTrip', { params: { tripId } })
  return (body['passengers'] as { displayNumber: string }[]).map(({ displayNumber }) => displayNumber)
}
const free = (tripId: string, numbers: readonly string[], removalId = randomUUID()) =>
  desk.ask('freeSeats', { params: { tripId, removalId }, body: aFreeSeats(numbers) })
const apart = (pair: readonly [string, string], isApart = true, groups = ['screening@MB'], pairId = randomUUID()) =>
  desk.ask('keepApart', { params: { post: 'MB', pairId }, groups, body: aKeepApart(pair, isApart) })

describe('a plan', () => {
  it('stands among the trips of its post once, however often it is sent', async () => {
    const tripId = randomUUID()
    const body = aPlanTrip({ ...byDay, plate: 'b 77 x' })
    const first = await desk.ask('planTrip', { params: { tripId }, body })
    const again = await desk.ask('planTrip', { params: { tripId }, body })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    const { body: listed } = await desk.ask('listTrips', { query: { post: 'MB' } })
    expect((listed['trips'] as { tripId: string }[]).filter(trip => trip.tripId === tripId)).toEqual([
      { tripId, plate: 'B 77 X', stops: ['LS-C'], seats: 14, taken: 0, ...byDay, state: 'PLANNED' },
    ])
    expect(await auditOf(desk, tripId)).toMatchObject([{ action: 'planTrip', officerId: 'officer-1' }])
    expect(said(await desk.ask('planTrip', { params: { tripId }, body: { ...body, seats: 9 } }))).toEqual([
      409,
      'identifier-reused',
    ])
  })

  it.each([
    ['no seats', { seats: 0 }],
    ['more seats than any bus', { seats: 71 }],
    ['no stops', { stops: [] }],
    ['a stop twice', { stops: ['LS-C' as const, 'LS-C' as const] }],
    ['a plate of signs', { plate: '<b>' }],
    ['an end before its beginning', { arrivesAt: byDay.departsAt }],
    ['an end after more than a day', { arrivesAt: '2026-11-24T13:00:00.000Z' }],
    ['a driver of no name', { driver: { name: ' ', sex: 1 as const } }],
  ])('with %s is refused', async (_name, wrong) => {
    const answer = await desk.ask('planTrip', {
      params: { tripId: randomUUID() },
      body: aPlanTrip({ ...byDay, ...wrong }),
    })
    expect(said(answer)).toEqual([400, 'invalid-fields'])
  })

  it('that would have left is refused, and writes nothing', async () => {
    const tripId = randomUUID()
    const over = { departsAt: '2026-11-22T07:59:00.000Z', arrivesAt: '2026-11-22T12:00:00.000Z' }
    expect(said(await desk.ask('planTrip', { params: { tripId }, body: aPlanTrip(over) }))).toEqual([
      422,
      'departure-past',
    ])
    expect(said(await desk.ask('readTrip', { params: { tripId } }))).toEqual([404, 'not-found'])
  })
})

describe('seats', () => {
  it('are given together, each with its audit entry, and a retry gives none twice', async () => {
    const tripId = await desk.aTrip()
    const [one, other] = [await desk.aReturnee(), await desk.aReturnee()]
    const seatingId = randomUUID()
    const numbers = [one.displayNumber, other.displayNumber]
    const first = await desk.seat(tripId, numbers, seatingId)
    const again = await desk.seat(tripId, numbers, seatingId)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(await passengersOf(tripId)).toEqual(numbers.toSorted())
    const onRecord = (await desk.registration.recordOf(one.personId)).map(({ action }) => action)
    expect(onRecord.toSorted()).toEqual(['readTrip', 'takeSeats'])
    expect(said(await desk.seat(tripId, [one.displayNumber], seatingId))).toEqual([409, 'identifier-reused'])
  })

  it('are not given where one of those asked for is not there, or was never at this post', async () => {
    const tripId = await desk.aTrip()
    const here = await desk.aReturnee()
    const away = await desk.registration.register('FB')
    const { body } = await desk.registration.ask('readPerson', {
      params: { personId: away.personId },
      groups: ['reception@FB'],
    })
    const [{ displayNumber } = { displayNumber: '' }] = body['returns'] as { displayNumber: string }[]
    const answer = await desk.seat(tripId, [here.displayNumber, displayNumber])
    expect(said(answer)).toEqual([404, 'passenger-unknown'])
    expect(numbersIn(answer)).toEqual({ fields: [{ path: 'passengers.1.displayNumber', problem: 'unknown' }] })
    expect(await passengersOf(tripId)).toEqual([])
  })

  it('on a trip of another post are not there, as on none', async () => {
    const tripId = await desk.aTrip()
    const { displayNumber } = await desk.aReturnee()
    const at = (id: string, groups: string[]) =>
      desk.ask('takeSeats', {
        params: { tripId: id, seatingId: randomUUID() },
        groups,
        body: aTakeSeats([displayNumber]),
      })
    expect(await at(tripId, ['reception@FB'])).toEqual(await at(randomUUID(), ['reception@MB']))
  })

  it('hold a person on one open trip alone, until they are given up', async () => {
    const [first, second] = [await desk.aTrip(), await desk.aTrip()]
    const { displayNumber } = await desk.aReturnee()
    await desk.seat(first, [displayNumber])
    const held = await desk.seat(second, [displayNumber])
    expect([said(held), numbersIn(held)]).toEqual([[409, 'already-seated'], { numbers: [displayNumber] }])
    expect(said(await desk.seat(first, [displayNumber]))).toEqual([409, 'already-seated'])
    expect((await free(first, [displayNumber])).status).toBe(201)
    expect((await desk.seat(second, [displayNumber])).status).toBe(201)
    expect(await passengersOf(first)).toEqual([])
    expect(said(await free(first, [displayNumber]))).toEqual([409, 'not-seated'])
    expect((await free(second, [displayNumber])).status).toBe(201)
    expect((await desk.seat(first, [displayNumber])).status).toBe(201)
  })

  it('on a cancelled trip hold nobody', async () => {
    const [first, second] = [await desk.aTrip(), await desk.aTrip()]
    const { displayNumber } = await desk.aReturnee()
    await desk.seat(first, [displayNumber])
    const cancel = { params: { tripId: first, cancellationId: randomUUID() }, body: aCancelTrip() }
    expect((await desk.ask('cancelTrip', cancel)).status).toBe(201)
    expect((await desk.ask('cancelTrip', cancel)).status).toBe(201)
    expect((await desk.seat(second, [displayNumber])).status).toBe(201)
    expect(said(await desk.seat(first, [displayNumber]))).toEqual([409, 'trip-cancelled'])
    const { body } = await desk.ask('listTrips', { query: { post: 'MB' } })
    expect((body['trips'] as { tripId: string }[]).map(trip => trip.tripId)).not.toContain(first)
  })

  it('of one trip are taken by twice as many at once, and exactly so many are given', async () => {
    const seats = 6
    const tripId = await desk.aTrip({ seats })
    const people = []
    for (let each = 0; each < 2 * seats; each += 1) people.push(await desk.aReturnee())
    const takes = people.map(async ({ displayNumber }) => {
      const seatingId = randomUUID()
      for (;;) {
        const answer = await desk.seat(tripId, [displayNumber], seatingId)
        if (answer.body['word'] !== 'try-again') return said(answer)
      }
    })
    const answers = await Promise.all(takes)
    expect(answers.filter(([status]) => status === 201)).toHaveLength(seats)
    expect(answers.filter(([, word]) => word === 'seats-full')).toHaveLength(seats)
    expect(await passengersOf(tripId)).toHaveLength(seats)
    const { body } = await desk.ask('readTrip', { params: { tripId } })
    expect(body['taken']).toBe(seats)
  }, 60_000)

  it('of one person are taken on two trips at once, and one is given', async () => {
    const trips = [await desk.aTrip(), await desk.aTrip(), await desk.aTrip()]
    const { displayNumber } = await desk.aReturnee()
    const answers = await Promise.all(trips.map(tripId => desk.seat(tripId, [displayNumber])))
    expect(answers.map(said).toSorted()).toEqual([
      [201, undefined],
      [409, 'already-seated'],
      [409, 'already-seated'],
    ])
  })
})

describe('who rides with whom', () => {
  it('keeps two apart of whom it was said, by whichever slip, until it is taken back', async () => {
    const tripId = await desk.aTrip()
    const [one, other] = [await desk.aReturnee(), await desk.aReturnee()]
    expect((await apart([one.displayNumber, other.displayNumber])).status).toBe(201)
    await desk.seat(tripId, [one.displayNumber])
    const kept = await desk.seat(tripId, [other.displayNumber])
    expect(said(kept)).toEqual([409, 'kept-apart'])
    expect(numbersIn(kept)).toEqual({ numbers: [one.displayNumber, other.displayNumber] })
    expect(await passengersOf(tripId)).toEqual([one.displayNumber])
    expect((await apart([other.displayNumber, one.displayNumber], false)).status).toBe(201)
    expect((await desk.seat(tripId, [other.displayNumber])).status).toBe(201)
  })

  it('holds a trip back where it was said after both had seats', async () => {
    const tripId = await desk.aTrip()
    const [one, other] = [await desk.aReturnee(), await desk.aReturnee()]
    await desk.seat(tripId, [one.displayNumber, other.displayNumber])
    await apart([one.displayNumber, other.displayNumber])
    expect(said(await desk.depart(tripId))).toEqual([409, 'kept-apart'])
    const { body } = await desk.ask('readTrip', { params: { tripId } })
    expect(body['problems']).toMatchObject([{ rule: 'kept-apart' }])
    await free(tripId, [other.displayNumber])
    expect((await desk.depart(tripId)).status).toBe(201)
  })

  it('is said by those alone to whom it is told, of people of their post, and kept without a reason', async () => {
    const [one, other] = [await desk.aReturnee(), await desk.aReturnee()]
    const pair = [one.displayNumber, other.displayNumber] as const
    expect(said(await apart(pair, true, ['reception@MB']))).toEqual([403, 'not-permitted'])
    expect(said(await apart(pair, true, ['screening@FB']))).toEqual([404, 'passenger-unknown'])
    expect(said(await apart([one.displayNumber, one.displayNumber]))).toEqual([400, 'invalid-fields'])
    const pairId = randomUUID()
    const first = await apart(pair, true, ['supervisor@MB'], pairId)
    expect(await apart(pair, true, ['supervisor@MB'], pairId)).toEqual(first)
    expect(said(await apart(pair, false, ['supervisor@MB'], pairId))).toEqual([409, 'identifier-reused'])
    const [entry] = await desk.registration.recordOf(one.personId)
    expect(entry).toMatchObject({ action: 'keepApart', commandId: pairId })
    expect(JSON.stringify(entry)).not.toContain(other.returnEventId)
  })

  it('gives a child a seat with an adult who is named, and not without', async () => {
    const tripId = await desk.aTrip()
    const household = { householdId: randomUUID(), role: 'HEAD' as const }
    const mother = await desk.aReturnee({ sex: 2 }, { household })
    const birth = { date: '2018-05-01', precision: 'DAY' as const }
    const child = await desk.aReturnee(
      { birth, accompaniment: 'ACCOMPANIED' },
      { household: { ...household, role: 'CHILD' } },
    )
    const alone = await desk.seat(tripId, [child.displayNumber, mother.displayNumber])
    expect([said(alone), numbersIn(alone)]).toEqual([[422, 'adult-needed'], { numbers: [child.displayNumber] }])
    const both = [mother.displayNumber, { displayNumber: child.displayNumber, adult: mother.displayNumber }]
    expect((await desk.seat(tripId, both)).status).toBe(201)
    // she may get off; the child does not leave without her
    await free(tripId, [mother.displayNumber])
    expect(said(await desk.depart(tripId))).toEqual([422, 'adult-needed'])
  })

  it('leaves a child who came alone to no stranger and to no escort', async () => {
    const tripId = await desk.aTrip({ escort: { name: 'Palesa Nthako' } })
    const stranger = await desk.aReturnee()
    const birth = { date: '2012-05-01', precision: 'DAY' as const }
    const child = await desk.aReturnee({ birth, accompaniment: 'UNACCOMPANIED' }, { support: [] })
    const pair = [stranger.displayNumber, { displayNumber: child.displayNumber, adult: stranger.displayNumber }]
    expect(said(await desk.seat(tripId, pair))).toEqual([422, 'adult-needed'])
    expect(said(await desk.seat(tripId, [child.displayNumber]))).toEqual([422, 'adult-needed'])
  })

  it('lets an escort into the night where a supervisor who did not name them sends the trip off', async () => {
    const tripId = await desk.aTrip({ ...intoTheNight, escort: { name: 'Palesa Nthako' } })
    const { displayNumber } = await desk.aReturnee({ sex: 2 })
    expect((await desk.seat(tripId, [displayNumber])).status).toBe(201)
    const leaves = (officer: string, groups: readonly string[]) =>
      desk.ask('departTrip', { params: { tripId, departureId: randomUUID() }, body: aDepartTrip(), officer, groups })
    const problems = async (officer: string, groups: readonly string[]) => {
      const { body } = await desk.ask('readTrip', { params: { tripId }, officer, groups })
      return (body['problems'] as { rule: string }[]).map(({ rule }) => rule)
    }
    const another = { params: { tripId, changeId: randomUUID() }, officer: 'officer-3', groups: ['supervisor@MB'] }
    const sameEscort = aChangeTrip({ ...intoTheNight, escort: { name: 'Palesa Nthako' }, plate: 'C 9', revision: 2 })
    desk.clock.at = intoTheNight.departsAt
    expect((await desk.ask('changeTrip', { ...another, body: sameEscort })).status).toBe(201)
    for (const [officer, groups] of [
      ['officer-1', ['reception@MB']],
      // who named them does not confirm them, in whatever role
      ['officer-1', ['reception@MB', 'supervisor@MB']],
      ['officer-2', ['reception@MB']],
      ['officer-2', ['reception@MB', 'supervisor@FB']],
    ] as const) {
      expect(said(await leaves(officer, groups))).toEqual([422, 'not-alone-at-night'])
      expect(await problems(officer, groups)).toEqual(['not-alone-at-night'])
    }
    expect(await problems('officer-3', ['supervisor@MB'])).toEqual([])
    expect((await leaves('officer-3', ['supervisor@MB'])).status).toBe(201)
    desk.clock.at = morning
    const { body } = await desk.ask('readTrip', { params: { tripId } })
    expect(body['escort']).toEqual({ name: 'Palesa Nthako' })
  })

  it('lets no woman ride alone with the driver into the night, nor leave so by day once it is late', async () => {
    const night = await desk.aTrip(intoTheNight)
    const [one, other] = [await desk.aReturnee({ sex: 2 }), await desk.aReturnee({ sex: 2 })]
    expect(said(await desk.seat(night, [one.displayNumber]))).toEqual([422, 'not-alone-at-night'])
    expect((await desk.seat(night, [one.displayNumber, other.displayNumber])).status).toBe(201)
    await free(night, [other.displayNumber])
    desk.clock.at = intoTheNight.departsAt
    expect(said(await desk.depart(night))).toEqual([422, 'not-alone-at-night'])
    desk.clock.at = morning
    const day = await desk.aTrip()
    await desk.seat(day, [other.displayNumber])
    desk.clock.at = '2026-11-22T15:30:00.000Z'
    expect(said(await desk.depart(day))).toEqual([422, 'not-alone-at-night'])
    desk.clock.at = '2026-11-22T09:30:00.000Z'
    expect((await desk.depart(day)).status).toBe(201)
    expect(said(await desk.depart(day))).toEqual([409, 'trip-departed'])
  })

  it('takes nobody where the trip does not go, by the district they go to', async () => {
    const tripId = await desk.aTrip()
    const elsewhere = await desk.aReturnee({ homeDistrict: 'LS-H' })
    expect(said(await desk.seat(tripId, [elsewhere.displayNumber]))).toEqual([422, 'not-on-route'])
    const moved = await desk.aReturnee({ homeDistrict: 'LS-H' }, { full: { destination: { district: 'LS-C' } } })
    expect((await desk.seat(tripId, [moved.displayNumber])).status).toBe(201)
  })

  it('finds nobody for an officer whom they ruled out', async () => {
    const tripId = await desk.aTrip()
    const hidden = await desk.aReturnee({}, { full: { exclusions: ['reception@MB'] } })
    expect(said(await desk.seat(tripId, [hidden.displayNumber]))).toEqual([404, 'passenger-unknown'])
  })

  it('shows nobody on board to an officer whom they ruled out, in a list or a refusal, and judges with them', async () => {
    const tripId = await desk.aTrip()
    const hidden = await desk.aReturnee({}, { full: { exclusions: ['officer-2'] } })
    const other = await desk.aReturnee()
    expect((await desk.seat(tripId, [hidden.displayNumber, other.displayNumber])).status).toBe(201)
    await apart([hidden.displayNumber, other.displayNumber])
    const seenBy = async (officer: string) => {
      const { body } = await desk.ask('readTrip', { params: { tripId }, officer })
      return body
    }
    const both = [hidden.displayNumber, other.displayNumber].toSorted()
    expect(await passengersOf(tripId)).toEqual(both)
    expect(await seenBy('officer-1')).toMatchObject({ problems: [{ numbers: expect.arrayContaining(both) }] })
    const seen = await seenBy('officer-2')
    expect(JSON.stringify(seen)).not.toContain(hidden.displayNumber)
    expect(seen).toMatchObject({
      taken: 2,
      passengers: [{ displayNumber: other.displayNumber }],
      problems: [{ rule: 'kept-apart', numbers: [other.displayNumber] }],
    })
    const leaving = await desk.ask('departTrip', {
      params: { tripId, departureId: randomUUID() },
      body: aDepartTrip(),
      officer: 'officer-2',
    })
    expect([said(leaving), numbersIn(leaving)]).toEqual([[409, 'kept-apart'], { numbers: [other.displayNumber] }])
    // each look stands with those whom it showed
    const looksAt = async (personId: string) =>
      (await auditOf(desk, personId)).flatMap(({ action, officerId }) => (action === 'readTrip' ? [officerId] : []))
    expect(await looksAt(hidden.personId)).toEqual(['officer-1', 'officer-1'])
    expect((await looksAt(other.personId)).toSorted()).toEqual(['officer-1', 'officer-1', 'officer-2'])
  })
})

it('changes a plan as its officer saw it, and for as many as fit into it', async () => {
  const tripId = await desk.aTrip()
  const people = [await desk.aReturnee(), await desk.aReturnee()]
  await desk.seat(
    tripId,
    people.map(({ displayNumber }) => displayNumber),
  )
  const change = (override: Parameters<typeof aChangeTrip>[0]) =>
    desk.ask('changeTrip', { params: { tripId, changeId: randomUUID() }, body: aChangeTrip({ ...byDay, ...override }) })
  expect(said(await change({ revision: 1 }))).toEqual([409, 'revision-stale'])
  expect(said(await change({ revision: 2, seats: 1 }))).toEqual([409, 'seats-full'])
  expect(said(await change({ revision: 2, stops: ['LS-A'] }))).toEqual([422, 'not-on-route'])
  expect((await change({ revision: 2, plate: 'C 9', seats: 2 })).status).toBe(201)
  const { body } = await desk.ask('readTrip', { params: { tripId } })
  expect(body).toMatchObject({ plate: 'C 9', seats: 2, taken: 2, revision: 3 })
})
