/** Onward transport: who waits, a trip planned and filled, its list, its leaving and its end. */
import { randomUUID } from 'node:crypto'
import { tripsRoutes } from '../../functions/trips/contract.ts'
import { anIntake } from '../builders/intake.ts'
import { aDepartTrip, aPlanTrip, aTakeSeats } from '../builders/trip-commands.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, register } from '../journeys/arrival.ts'
import { press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

/** A family of two and somebody on their own, who all go home to the district. */
async function peopleWhoWait({ host, post, district }: Walker): Promise<readonly string[]> {
  const arrived = await aBatch(host, { post, district })
  const householdId = randomUUID()
  const { fast } = anIntake()
  const basis = { ...fast, homeDistrict: district, urgentFlags: ['CANNOT_GET_HOME' as const] }
  const birth = { date: '2019-05-01', precision: 'DAY' as const }
  const intakes = [
    anArrival(arrived, { fast: { ...basis, sex: 2 }, household: { householdId, role: 'HEAD' } }),
    anArrival(arrived, {
      fast: { ...basis, birth, accompaniment: 'ACCOMPANIED' },
      household: { householdId, role: 'CHILD' },
    }),
    anArrival(arrived, { fast: basis }),
  ]
  for (const intake of intakes) await register(host, arrived, intake)
  return intakes.map(({ displayNumber }) => displayNumber)
}

export async function walkTrips(walker: Walker): Promise<void> {
  const { host, post, district, open, see, said } = walker
  const { trips, shared } = said
  const reception = officerOf(host, [`reception@${post}`])
  const [mother = '', child = '', other = ''] = await peopleWhoWait(walker)
  const tripId = randomUUID()
  // with a woman at the wheel, so that it may leave at whatever hour the walk is taken
  const driver = { name: 'Palesa Nthako', sex: 2 as const }
  const plan = aPlanTrip({ post, stops: [district], driver })
  await reception.must(tripsRoutes.planTrip, { params: { tripId }, body: plan })

  const page = await open(`/trips/${post}`, [`reception@${post}`, `supervisor@${post}`])
  await page.getByText(other).last().waitFor()
  await see(page, 'trips-and-who-waits')
  await press(page, trips['plan.begin'])
  await press(page, trips['plan.do'])
  await page.getByText(trips['plan.stops.problem']).waitFor()
  await see(page, 'trip-plan-unanswered')
  await press(page, shared['action.cancel'])
  await press(page, trips['apart.begin'])
  await page.getByRole('dialog').waitFor()
  await see(page, 'two-who-do-not-ride-together')
  await press(page, shared['action.cancel'])

  await page.locator(`a.door[href="/trips/${post}/${tripId}"]`).click()
  await page.locator('label.card').filter({ hasText: child }).click()
  await page.getByRole('combobox').waitFor()
  await see(page, 'trip-whose-seats-are-given')
  const body = aTakeSeats([mother, { displayNumber: child, adult: mother }, other])
  await reception.must(tripsRoutes.takeSeats, { params: { tripId, seatingId: randomUUID() }, body })
  await page.reload()
  await press(page, trips['depart.begin'])
  await see(page, 'trip-leaving')
  await press(page, shared['action.cancel'])
  await page.getByRole('link', { name: trips['print.begin'] }).click()
  await page.locator('.sheet').waitFor()
  await see(page, 'passenger-list')

  await reception.must(tripsRoutes.departTrip, {
    params: { tripId, departureId: randomUUID() },
    body: aDepartTrip(),
  })
  await page.goto(`${host.url}/trips/${post}/${tripId}`)
  await press(page, trips['arrive.all'])
  await see(page, 'trip-on-the-way')
}
