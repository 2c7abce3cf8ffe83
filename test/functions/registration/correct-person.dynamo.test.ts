/** Names, sex, birth, home and phone are corrected after the intake; nothing of what was said before is lost (domain.md 2.2). */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import type { CompletePerson } from '../../../functions/registration/contract.ts'
import type { BasicFacts } from '../../../functions/registration/person-fields.ts'
import { anIntake } from '../../builders/intake.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { type RegistrationFunction, registeredAt, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})

type Registered = Awaited<ReturnType<RegistrationFunction['register']>>

const { urgentFlags: _, ...known } = anIntake().fast
const facts = (override: Partial<BasicFacts> = {}): BasicFacts => ({ ...known, ...override })
const correct = (
  { personId, returnEventId }: Registered,
  override: Partial<CompletePerson>,
  completionId = randomUUID(),
) =>
  desk.ask('completePerson', {
    params: { personId, completionId },
    body: {
      versions: { contract: 1, rules: '2026-11-01' },
      returnEventId,
      revision: 1,
      full: {},
      deviceTime: registeredAt,
      ...override,
    },
    officer: 'officer-2',
  })
const shown = async ({ personId }: Registered) => (await desk.ask('readPerson', { params: { personId } })).body
const found = async (givenNames: string, surname: string) => {
  const { body } = await desk.ask('findMatches', { body: { givenNames, surname, sex: 2, birthYear: 1991 } })
  return JSON.stringify(body)
}

describe('a correction', () => {
  it('changes what is wrong, keeps the urgent flags of the return, and tells the return what reports count', async () => {
    const person = await desk.register('MB', { fast: { ...anIntake().fast, urgentFlags: ['CANNOT_GET_HOME'] } })
    const names = { givenNames: 'Kgotso', surname: 'Foulo' }
    const birth = { date: '1991-02-03', precision: 'DAY' } as const
    const basic = facts({ names, sex: 2, birth, homeDistrict: 'LS-D', phone: undefined, reachBy: 'CHIEF' })
    expect((await correct(person, { basic })).status).toBe(201)
    const { fast } = await shown(person)
    expect(fast).toEqual({
      ...{ names, sex: 2, birth, homeDistrict: 'LS-D', reachBy: 'CHIEF' },
      urgentFlags: ['CANNOT_GET_HOME'],
    })
    expect(await desk.returnAsStored(person.personId, person.returnEventId)).toMatchObject({
      ...{ district: 'LS-D', sex: 2, birthYear: 1991 },
    })
  })

  it('is found under the new name, and no longer under the old one', async () => {
    const names = { givenNames: 'Lineo', surname: 'Ramokoatsi' }
    const person = await desk.register('MB', { fast: { ...anIntake().fast, names, sex: 2 } })
    const birth = { date: '1991-02-03', precision: 'DAY' } as const
    await correct(person, { basic: facts({ names: { givenNames: 'Palesa', surname: 'Ramokoatsi' }, sex: 2, birth }) })
    expect(await found('Ramokoatsi', 'Palesa')).toContain(person.personId)
    expect(await found('Dineo', 'Ramokoatsi')).not.toContain(person.personId)
  })

  it('holds for every return of the person, and a home district for the one in hand', async () => {
    const first = await desk.register('MB')
    const second = await desk.register('MB', { personId: first.personId, knownPerson: true })
    const basic = facts({ sex: 2, homeDistrict: 'LS-E' })
    expect((await correct(second, { basic, revision: 2 })).status).toBe(201)
    expect(await desk.returnAsStored(first.personId, first.returnEventId)).toMatchObject({ sex: 2, district: 'LS-C' })
    expect(await desk.returnAsStored(first.personId, second.returnEventId)).toMatchObject({ sex: 2, district: 'LS-E' })
  })

  it('judges the return again: a child needs somebody to be with, and is looked after', async () => {
    const person = await desk.register('MB')
    const birth = { date: '2012-05-01', precision: 'DAY' } as const
    const unsaid = await correct(person, { basic: facts({ birth }) })
    expect(unsaid).toMatchObject({
      status: 422,
      body: { word: 'care-status-needed', detail: { fields: ['basic.accompaniment'] } },
    })
    expect((await correct(person, { basic: facts({ birth, accompaniment: 'UNACCOMPANIED' }) })).status).toBe(201)
    expect(await shown(person)).toMatchObject({ returns: [{ priority: 'PRIORITY' }] })
    expect(await desk.tasks([taskId(person.returnEventId, 'UAC_CUSTODY', 1)])).toHaveLength(1)
  })

  it('is refused of who would be born after they came back, and where somebody changed the person first', async () => {
    const person = await desk.register('MB')
    const unborn = facts({ birth: { date: '2026-11-23', precision: 'DAY' }, accompaniment: 'ACCOMPANIED' })
    expect(await correct(person, { basic: unborn })).toMatchObject({ status: 422, body: { word: 'date-in-future' } })
    expect((await correct(person, { basic: facts({ sex: 2 }) })).status).toBe(201)
    expect(await correct(person, { basic: facts({ sex: 1 }) })).toMatchObject({ body: { word: 'revision-stale' } })
  })
})

describe('a correction of where the person lives', () => {
  const owed = { wages: { owed: true } } as const
  const listed = async (place: 'LS-C' | 'LS-D', state: 'OPEN' | 'CLAIMED', id: string) => {
    const { body } = await desk.ask('listTasks', { query: { place, state }, groups: [`labour@${place}`] })
    return JSON.stringify(body).includes(id)
  }

  it('takes the tasks to that district, open, in the same transaction', async () => {
    const person = await desk.register('MB', { full: owed })
    const wages = taskId(person.returnEventId, 'WAGE_CLAIM', 1)
    const claim = { params: { taskId: wages, claimId: randomUUID() }, body: aClaim() }
    expect((await desk.ask('claimTask', { ...claim, groups: ['labour@LS-C'], officer: 'officer-7' })).status).toBe(201)
    expect((await correct(person, { basic: facts({ homeDistrict: 'LS-D' }) })).status).toBe(201)
    expect(await desk.tasks([wages])).toMatchObject([{ place: 'LS-D', state: 'OPEN' }])
    expect(await listed('LS-C', 'CLAIMED', wages)).toBe(false)
    expect(await listed('LS-D', 'OPEN', wages)).toBe(true)
    const open = { params: { taskId: wages }, groups: ['labour@LS-C'], officer: 'officer-7' }
    expect(await desk.ask('openTask', open)).toMatchObject({ status: 404 })
  })

  it('follows where they go rather than where home is, as the first tasks did', async () => {
    const person = await desk.register('MB', { full: { ...owed, destination: { district: 'LS-C' } } })
    const wages = taskId(person.returnEventId, 'WAGE_CLAIM', 1)
    await correct(person, { basic: facts({ homeDistrict: 'LS-D' }) })
    expect(await desk.tasks([wages])).toMatchObject([{ place: 'LS-C', revision: 1 }])
    await correct(person, { full: { destination: { district: 'LS-D', council: 'Mapoteng' } }, revision: 2 })
    expect(await desk.tasks([wages])).toMatchObject([{ place: 'LS-D', council: 'Mapoteng' }])
  })

  it('is what a later intake says too: where they once went does not count for who names another home', async () => {
    const first = await desk.register('MB', { full: { ...owed, destination: { district: 'LS-C', village: 'Ha Tau' } } })
    const second = await desk.register('MB', {
      personId: first.personId,
      knownPerson: true,
      fast: { ...anIntake().fast, homeDistrict: 'LS-D' },
      full: owed,
    })
    const wages = [first, second].map(({ returnEventId }) => taskId(returnEventId, 'WAGE_CLAIM', 1))
    expect((await desk.tasks(wages)).map(({ place }) => place)).toEqual(['LS-D', 'LS-D'])
    expect(await shown(first)).toMatchObject({
      full: owed,
      earlier: [{ basic: { homeDistrict: 'LS-C' }, full: { destination: { village: 'Ha Tau' } } }],
    })
  })
})

describe('what was said before', () => {
  it('is kept with who replaced it by which command, and shown, the latest first', async () => {
    const person = await desk.register('MB', { full: { otherPhone: { ...phone, number: '+26662000001' } } })
    const completionId = randomUUID()
    const names = { givenNames: 'Kgotso', surname: 'Foulo' }
    await correct(person, { basic: facts({ names }) }, completionId)
    const again = await desk.register('MB', {
      personId: person.personId,
      knownPerson: true,
      full: { otherPhone: { ...phone, number: '+26662000002' }, language: 'st' },
    })
    expect(await desk.versionsAsStored(person.personId)).toMatchObject([
      {
        ...{ commandId: completionId, officerId: 'officer-2', replacedAt: registeredAt },
        basic: { names: { givenNames: 'Khotso' } },
      },
      {
        ...{ commandId: again.returnEventId, officerId: 'officer-1' },
        basic: { names: { givenNames: 'Kgotso' } },
        full: { otherPhone: { number: '+26662000001' } },
      },
    ])
    const { earlier } = await shown(person)
    expect(earlier).toHaveLength(2)
    expect(JSON.stringify(earlier)).not.toContain('officer-2')
  })

  it('costs no item where nothing was replaced: not a first intake, nor what only adds', async () => {
    const person = await desk.register('MB')
    await correct(person, { full: { education: 'ISCED_1' }, basic: facts() })
    await desk.register('MB', { personId: person.personId, knownPerson: true })
    expect(await desk.versionsAsStored(person.personId)).toEqual([])
    expect(await shown(person)).toMatchObject({ earlier: [] })
  })

  it('never shows whom the person ruled out', async () => {
    const person = await desk.register('MB', { full: { exclusions: ['officer-9'] } })
    await correct(person, { full: { exclusions: ['officer-8'] } })
    expect(await desk.versionsAsStored(person.personId)).toEqual([])
  })
})

const phone = { channel: 'NEIGHBOUR', mayCall: true, mayLeaveMessage: false } as const
