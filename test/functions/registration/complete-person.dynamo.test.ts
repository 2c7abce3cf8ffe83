import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import type { CompletePerson } from '../../../functions/registration/contract.ts'
import { type RegistrationFunction, registeredAt, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})
beforeEach(() => {
  desk.clock.at = registeredAt
})

type Registered = Awaited<ReturnType<RegistrationFunction['register']>>

const aCompletion = (returnEventId: string, override: Partial<CompletePerson> = {}): CompletePerson => ({
  versions: { contract: 1, rules: '2026-11-01' },
  returnEventId,
  revision: 1,
  full: { education: 'ISCED_1' },
  deviceTime: registeredAt,
  ...override,
})
const complete = (
  { personId, returnEventId }: Registered,
  override: Partial<CompletePerson> = {},
  { completionId = randomUUID(), ...sender }: { completionId?: string; groups?: string[]; officer?: string } = {},
) =>
  desk.ask('completePerson', {
    params: { personId, completionId },
    body: aCompletion(returnEventId, override),
    ...sender,
  })
const CompletedPerson = z.object({ full: z.record(z.string(), z.unknown()) })
const personOf = async ({ personId }: Registered) => (await desk.ask('readPerson', { params: { personId } })).body

it('adds what it names and keeps what it does not', async () => {
  const person = await desk.register('MB', { full: { education: 'ISCED_0', language: 'xh' } })
  const completionId = randomUUID()
  const answer = await complete(person, { full: { education: 'ISCED_1', daysHeld: 12 } }, { completionId })
  expect(answer).toEqual({ status: 201, body: { id: completionId, receivedAt: registeredAt, restoreEpoch: 0 } })
  expect(await personOf(person)).toMatchObject({
    full: { education: 'ISCED_1', language: 'xh', daysHeld: 12 },
    revision: 2,
  })
})

it('empties what was filled wrongly, keeps what was in it with the command, and never an exclusion', async () => {
  const person = await desk.register('MB', {
    full: { education: 'ISCED_0', language: 'xh', document: { type: 'NONE' }, exclusions: ['officer-9'] },
  })
  const completionId = randomUUID()
  const cleared: CompletePerson['cleared'] = ['document', 'education']
  expect((await complete(person, { full: { language: 'st' }, cleared }, { completionId })).status).toBe(201)
  const { full } = CompletedPerson.parse(await personOf(person))
  expect(full).toEqual({ language: 'st' })
  expect(await desk.completionAsStored(person.personId, completionId)).toMatchObject({
    cleared: ['document', 'education'],
  })
  expect(await desk.versionsAsStored(person.personId)).toMatchObject([
    { commandId: completionId, full: { education: 'ISCED_0', language: 'xh', document: { type: 'NONE' } } },
  ])
  expect((await desk.ask('readPerson', { params: { personId: person.personId }, officer: 'officer-9' })).status).toBe(
    404,
  )
  const wrong = await complete(person, { cleared: ['exclusions' as 'language'], revision: 2 })
  expect(wrong).toMatchObject({ status: 400, body: { word: 'invalid-fields' } })
})

it('lets a supervisor of the post confirm who cares for a child, and nobody who claimed it or registered them', async () => {
  const aunt = await desk.register('FB')
  const caregiver = { name: 'Lineo', relation: 'OTHER_RELATIVE', personId: aunt.personId, standing: 'CLAIMED' } as const
  const confirmed = { caregiver: { ...caregiver, standing: 'CONFIRMED' } } as const
  const child = await desk.register('MB')
  const supervisor = { groups: ['supervisor@MB'] }
  const claim = { full: { care: { caregiver } } }
  expect((await complete(child, claim, { ...supervisor, officer: 'officer-3' })).status).toBe(201)
  const confirm = (sender: { officer: string; groups?: string[] }) =>
    complete(child, { full: { care: confirmed }, revision: 2 }, sender)
  for (const sender of [
    { officer: 'officer-3', ...supervisor },
    { officer: 'officer-1', ...supervisor },
    { officer: 'officer-2' },
    { officer: 'officer-2', groups: ['reception@MB', 'supervisor@FB'] },
  ])
    expect(await confirm(sender), JSON.stringify(sender)).toMatchObject({ body: { word: 'second-officer-needed' } })
  expect((await confirm({ officer: 'officer-2', ...supervisor })).status).toBe(201)
  // The form sends the whole record again, whoever has it open.
  const later = await complete(
    child,
    { full: { care: confirmed, language: 'st' }, revision: 3 },
    { officer: 'officer-1' },
  )
  expect(later.status).toBe(201)
  const shown = await personOf(child)
  expect(shown).toMatchObject({ full: { care: confirmed } })
  expect(JSON.stringify(shown)).not.toContain('caregiverClaimedBy')
})

it('confirms nobody whom the registry does not have', async () => {
  const child = await desk.register('MB')
  const caregiver = { name: 'Lineo', personId: randomUUID(), standing: 'CLAIMED' } as const
  expect((await complete(child, { full: { care: { caregiver } } }, { officer: 'officer-1' })).status).toBe(201)
  const care = { caregiver: { ...caregiver, standing: 'CONFIRMED' } } as const
  const nobody = await complete(
    child,
    { full: { care }, revision: 2 },
    { officer: 'officer-2', groups: ['supervisor@MB'] },
  )
  expect(nobody).toMatchObject({ status: 404, body: { word: 'person-unknown' } })
})

it('raises the tasks that now become due, once, under the ids the intake would have used', async () => {
  const person = await desk.register('MB')
  const wages = taskId(person.returnEventId, 'WAGE_CLAIM', 1)
  expect(await desk.tasks([wages])).toEqual([])
  await complete(person, { full: { wages: { owed: true } } })
  expect(await desk.tasks([wages])).toMatchObject([
    { type: 'WAGE_CLAIM', place: 'LS-C', state: 'OPEN', roles: ['labour'], dueAt: '2026-11-25T09:00:00.000Z' },
  ])
  await complete(person, { full: { wages: { owed: true, daysBeforePayday: 2 } }, revision: 2 })
  expect(await desk.tasks([wages])).toMatchObject([{ revision: 1 }])
})

it('raises none that is born overdue: after its time it gets from now on the time it would have had', async () => {
  const person = await desk.register('MB')
  desk.clock.at = '2026-12-05T09:00:00.000Z'
  await complete(person, { full: { wages: { owed: true }, wantsLivelihoodHelp: true } })
  const [wages, plan] = await Promise.all(
    (['WAGE_CLAIM', 'PLAN_DRAFT'] as const).map(type => desk.tasks([taskId(person.returnEventId, type, 1)])),
  )
  expect(wages).toMatchObject([{ dueAt: '2026-12-08T09:00:00.000Z' }])
  expect(plan).toMatchObject([{ dueAt: '2026-12-22T09:00:00.000Z' }])
})

it('raises nothing for who did not agree that the district may help', async () => {
  const person = await desk.register('MB', { consents: [] })
  await complete(person, { full: { wages: { owed: true } } })
  expect(await desk.tasks([taskId(person.returnEventId, 'WAGE_CLAIM', 1)])).toEqual([])
})

it('judges the whole record again: priority and codes follow', async () => {
  const person = await desk.register('MB')
  expect(await personOf(person)).toMatchObject({ returns: [{ priority: 'ORDINARY' }] })
  await complete(person, { full: { washingtonGroup: { SEEING: 4 } } })
  expect(await personOf(person)).toMatchObject({ returns: [{ priority: 'PRIORITY' }] })
})

it('answers a retry the same and changes nothing twice', async () => {
  const person = await desk.register('MB')
  const completionId = randomUUID()
  const first = await complete(person, {}, { completionId })
  desk.clock.at = '2026-11-23T09:00:00.000Z'
  expect(await complete(person, {}, { completionId })).toEqual(first)
  expect(await personOf(person)).toMatchObject({ revision: 2 })
})

it('refuses the same id with other content', async () => {
  const person = await desk.register('MB')
  const completionId = randomUUID()
  await complete(person, {}, { completionId })
  const other = await complete(person, { full: { education: 'ISCED_8' }, revision: 2 }, { completionId })
  expect(other).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
  expect(await personOf(person)).toMatchObject({ full: { education: 'ISCED_1' }, revision: 2 })
})

it('lets one of two officers win who saw the same revision', async () => {
  const person = await desk.register('MB')
  const answers = await Promise.all([1, 2, 3].map(daysHeld => complete(person, { full: { daysHeld } })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.flatMap(({ status, body }) => (status === 201 ? [] : [body['word']]))).toEqual([
    'revision-stale',
    'revision-stale',
  ])
})

it('refuses a typed date that lies in the future, and not a paper that expires later', async () => {
  const person = await desk.register('MB')
  const future = await complete(person, { full: { migration: { lastEntryOn: '2026-11-23' } } })
  expect(future).toMatchObject({
    status: 422,
    body: { word: 'date-in-future', detail: { fields: ['full.migration.lastEntryOn'] } },
  })
  const valid = await complete(person, { full: { document: { type: 'P', expiresOn: '2031-01-01' } } })
  expect(valid).toMatchObject({ status: 201 })
})

it('refuses rules that are no longer kept', async () => {
  const person = await desk.register('MB')
  const old = await complete(person, { versions: { contract: 1, rules: '2020-01-01' } })
  expect(old).toMatchObject({ status: 422, body: { word: 'version-retired' } })
})

it('has no such person for another post, nor such a return of this person', async () => {
  const person = await desk.register('MB')
  const absent = { status: 404, body: { word: 'not-found' } }
  expect(await complete(person, {}, { groups: ['reception@FB'] })).toMatchObject(absent)
  expect(await complete({ ...person, returnEventId: randomUUID() })).toMatchObject(absent)
})

it('tells tasks under way whom to keep out, and answers the officer who was ruled out by their own command', async () => {
  const person = await desk.register('MB', { full: { wages: { owed: true } } })
  const wages = taskId(person.returnEventId, 'WAGE_CLAIM', 1)
  const completionId = randomUUID()
  const send = () => complete(person, { full: { exclusions: ['labour@LS-C', 'officer-1'] } }, { completionId })
  const first = await send()
  expect(await desk.tasks([wages])).toMatchObject([{ excluded: ['labour@LS-C', 'officer-1'], revision: 2 }])
  expect(await send()).toEqual(first)
  expect(await complete(person, { revision: 2 })).toMatchObject({ status: 404 })
})

it('puts its audit entry with the change', async () => {
  const person = await desk.register('MB')
  const completionId = randomUUID()
  await complete(person, {}, { completionId, officer: 'officer-6' })
  expect(await desk.recordOf(person.personId)).toEqual([
    expect.objectContaining({ action: 'completePerson', officerId: 'officer-6', commandId: completionId }),
  ])
})
