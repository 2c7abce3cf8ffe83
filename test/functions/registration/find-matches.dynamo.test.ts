import { beforeAll, expect, it } from 'vitest'
import type { FindMatches } from '../../../functions/registration/contract.ts'
import { anIntake } from '../../builders/intake.ts'
import { type RegistrationFunction, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})

const { fast } = anIntake()
const named = (givenNames: string, surname: string) => ({ fast: { ...fast, names: { givenNames, surname } } })
const aCandidate = (override: Partial<FindMatches> = {}): FindMatches => ({
  givenNames: 'Khotso',
  surname: 'Foulo',
  sex: 1,
  birthYear: 1985,
  district: 'LS-C',
  ...override,
})
const matchesFor = async (candidate: FindMatches, groups = ['reception@MB'], officer = 'officer-1') => {
  const { status, body } = await desk.ask('findMatches', { body: candidate, groups, officer })
  expect(status).toBe(200)
  return body['matches']
}

it('finds a repeat returnee of another post, in the other spelling and the other order, with the reasons', async () => {
  const { personId } = await desk.register('FB', named('Kgotso', 'Motšeanong'))
  const matches = await matchesFor(aCandidate({ givenNames: 'Motseanong', surname: 'Khotso' }))
  expect(matches).toEqual([
    {
      personId,
      displayNumber: expect.any(String),
      givenNames: 'Kgotso',
      surname: 'Motšeanong',
      birthYear: 1985,
      district: 'LS-C',
      reasons: ['SAME_FOLDED_NAME', 'SAME_SEX', 'BIRTH_YEAR_CLOSE', 'SAME_DISTRICT'],
    },
  ])
})

it('puts the likelier one first and leaves out another sex and another generation', async () => {
  const surname = 'Lekhooa'
  const near = await desk.register('MB', named('Thabo', surname))
  const moved = await desk.register('MB', { fast: { ...named('Thabo', surname).fast, homeDistrict: 'LS-A' } })
  await desk.register('MB', { fast: { ...named('Thabo', surname).fast, sex: 2 } })
  await desk.register('MB', {
    fast: { ...named('Thabo', surname).fast, birth: { date: '1955-01-01', precision: 'YEAR' } },
  })
  expect(await matchesFor(aCandidate({ givenNames: 'Thabo', surname }))).toMatchObject([
    { personId: near.personId },
    { personId: moved.personId },
  ])
})

it('finds nobody under a name that holds nothing to compare', async () => {
  expect(await matchesFor(aCandidate({ givenNames: '?', surname: '-' }))).toEqual([])
})

it('hides a person from whoever they ruled out: an officer, an office, a post', async () => {
  const ruledOut = { ...named('Palesa', 'Nthako'), full: { exclusions: ['officer-3', 'reception@FB', 'CP'] } }
  await desk.register('MB', ruledOut)
  const candidate = aCandidate({ givenNames: 'Palesa', surname: 'Nthako' })
  expect(await matchesFor(candidate)).toHaveLength(1)
  expect(await matchesFor(candidate, ['reception@MB'], 'officer-3')).toEqual([])
  expect(await matchesFor(candidate, ['reception@MB', 'reception@FB'])).toEqual([])
  expect(await matchesFor(candidate, ['supervisor@CP'])).toEqual([])
  expect(await matchesFor(candidate, ['supervisor@FB'])).toHaveLength(1)
})

it('puts each person shown on record, and nobody who was hidden', async () => {
  const shown = await desk.register('MB', named('Neo', 'Makara'))
  const hidden = await desk.register('MB', { ...named('Neo', 'Makara'), full: { exclusions: ['officer-5'] } })
  await matchesFor(aCandidate({ givenNames: 'Neo', surname: 'Makara' }), ['reception@MB'], 'officer-5')
  expect(await desk.recordOf(shown.personId)).toEqual([
    expect.objectContaining({ action: 'findMatches', officerId: 'officer-5' }),
  ])
  expect(await desk.recordOf(hidden.personId)).toEqual([])
})

it('puts on record also who searched for somebody and found nobody', async () => {
  await matchesFor(aCandidate({ givenNames: 'Unknown', surname: 'Entirely' }), ['reception@MB'], 'officer-6')
  expect(await desk.recordOf('nobody')).toContainEqual(
    expect.objectContaining({ action: 'findMatches', officerId: 'officer-6' }),
  )
})

it('shows at most twenty', async () => {
  for (let count = 0; count < 23; count += 1) await desk.register('MB', named('Lerato', 'Sello'))
  expect(await matchesFor(aCandidate({ givenNames: 'Lerato', surname: 'Sello' }))).toHaveLength(20)
})

it('is not for screening or supplies', async () => {
  const answer = await desk.ask('findMatches', { body: aCandidate(), groups: ['screening@MB', 'supplies@MB'] })
  expect(answer).toMatchObject({ status: 403, body: { word: 'not-permitted' } })
})
