/** Consents after the intake, through the whole chain on a real database (domain.md 2.7). */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import type { TaskTypeName } from '../../../functions/follow-up/task-types.ts'
import type { PutIntake } from '../../../functions/intake/contract.ts'
import type { RecordConsents } from '../../../functions/registration/contract.ts'
import { anAnswer, someAnswers } from '../../builders/answers.ts'
import { anIntake } from '../../builders/intake.ts'
import { aClaim, aCompletion } from '../../builders/task-commands.ts'
import { type RegistrationFunction, registeredAt, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})
beforeEach(() => {
  desk.clock.at = registeredAt
})

type Registered = Awaited<ReturnType<RegistrationFunction['register']>>
type Sender = { consentId?: string; groups?: string[]; officer?: string }

const labour = ['labour@LS-C']
const no = anAnswer({ given: false })
const answer = (
  { personId }: Pick<Registered, 'personId'>,
  body: Partial<RecordConsents> = {},
  { consentId = randomUUID(), ...sender }: Sender = {},
) => desk.ask('recordConsents', { params: { personId, consentId }, body: someAnswers(body), ...sender })
const owed = { full: { wages: { owed: true } } } satisfies Partial<PutIntake>
const neither = anIntake().consents.map(each => ({ ...each, given: false }))
const idOf = ({ returnEventId }: Registered, type: TaskTypeName) => taskId(returnEventId, type, 1)
const taskOf = async (person: Registered, type: TaskTypeName) => (await desk.tasks([idOf(person, type)]))[0]
const personOf = async ({ personId }: Registered) => (await desk.ask('readPerson', { params: { personId } })).body
const claim = async (person: Registered, type: TaskTypeName, officer = 'officer-1', groups = labour) => {
  const params = { taskId: idOf(person, type), claimId: randomUUID() }
  const revision = (await taskOf(person, type))?.revision ?? 0
  return desk.ask('claimTask', { params, body: aClaim({ revision }), groups, officer })
}
const complete = (person: Registered, type: TaskTypeName) =>
  desk.ask('completeTask', {
    params: { taskId: idOf(person, type), completionId: randomUUID() },
    body: aCompletion(),
    groups: labour,
  })

describe('an answer given after the intake', () => {
  it('is added to the earlier ones with who took it down and both times, and the last one counts', async () => {
    const person = await desk.register('MB')
    desk.clock.at = '2026-11-25T09:00:00.000Z'
    const consentId = randomUUID()
    expect(await answer(person, { answers: [no] }, { consentId, officer: 'officer-7' })).toEqual({
      status: 201,
      body: { id: consentId, receivedAt: desk.clock.at, restoreEpoch: 0 },
    })
    expect((await personOf(person))['consents']).toMatchObject([
      { purpose: 'SHARE_DISTRICT', given: true, receivedAt: registeredAt },
      { purpose: 'FOLLOWUP_CONTACT', given: true, receivedAt: registeredAt },
      {
        purpose: 'SHARE_DISTRICT',
        given: false,
        officerId: 'officer-7',
        deviceTime: '2026-11-22T09:59:00.000Z',
        receivedAt: '2026-11-25T09:00:00.000Z',
      },
    ])
  })

  it('is answered alike on a retry, and stored once', async () => {
    const person = await desk.register('MB', owed)
    const consentId = randomUUID()
    const first = await answer(person, { answers: [no] }, { consentId })
    desk.clock.at = '2026-11-23T09:00:00.000Z'
    expect(await answer(person, { answers: [no] }, { consentId })).toEqual(first)
    expect(await personOf(person)).toMatchObject({ revision: 2, consents: { length: 3 } })
    expect(await taskOf(person, 'WAGE_CLAIM')).toMatchObject({ revision: 2 })
  })

  it('is refused under an id that has other content, and both stay as they are', async () => {
    const person = await desk.register('MB', owed)
    const consentId = randomUUID()
    await answer(person, { answers: [anAnswer()] }, { consentId })
    const other = await answer(person, { answers: [no] }, { consentId })
    expect(other).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
    expect((await personOf(person))['consents']).toMatchObject({ length: 3 })
    expect(await taskOf(person, 'WAGE_CLAIM')).toMatchObject({ state: 'OPEN' })
  })

  it('puts its audit entry with the change, of the task too where it was asked within one', async () => {
    const person = await desk.register('MB', owed)
    await claim(person, 'WAGE_CLAIM')
    const consentId = randomUUID()
    const body = { taskId: idOf(person, 'WAGE_CLAIM') }
    expect((await answer(person, body, { consentId, groups: labour })).status).toBe(201)
    const entry = expect.objectContaining({ action: 'recordConsents', officerId: 'officer-1', commandId: consentId })
    expect(await desk.recordOf(person.personId)).toEqual([entry])
    expect(await desk.recordOf(idOf(person, 'WAGE_CLAIM'))).toContainEqual(entry)
  })

  it.each([
    ['what is a duty and not asked', [anAnswer({ purpose: 'ASSIST' as never })]],
    ['one purpose twice', [anAnswer(), no]],
    ['nothing', []],
  ])('is no answer to %s', async (_what, answers) => {
    const person = await desk.register('MB')
    expect((await answer(person, { answers })).body['word']).toBe('invalid-fields')
  })

  it('says of a child who answered, wherever the answer is the ground', async () => {
    const child = { birth: { date: '2015-03-01', precision: 'DAY' }, accompaniment: 'ACCOMPANIED' } as const
    const person = await desk.register('MB', { fast: { ...anIntake().fast, ...child } })
    const unsaid = anAnswer({ purpose: 'FOLLOWUP_CONTACT' })
    expect((await answer(person, { answers: [unsaid] })).body['word']).toBe('guardian-needed')
    expect((await answer(person, { answers: [anAnswer()] })).status).toBe(201)
    expect((await answer(person, { answers: [{ ...unsaid, guardian: 'GUARDIAN_CONSENT' }] })).status).toBe(201)
  })
})

describe('who may record it', () => {
  it('is reception of a post they came back through, and nobody whom they ruled out', async () => {
    const person = await desk.register('MB', { full: { exclusions: ['officer-9'] } })
    const absent = { status: 404, body: { word: 'not-found' } }
    expect(await answer(person, {}, { groups: ['reception@FB'] })).toMatchObject(absent)
    expect(await answer(person, {}, { officer: 'officer-9' })).toMatchObject(absent)
    expect(await answer({ personId: randomUUID() })).toMatchObject(absent)
    expect(await answer(person, {}, { groups: ['screening@MB'] })).toMatchObject({ status: 403 })
    expect((await answer(person)).status).toBe(201)
  })

  it("is a district's desk only within a task it holds about that person, until the claim lapses", async () => {
    const person = await desk.register('MB', owed)
    const other = await desk.register('MB', owed)
    const within = { taskId: idOf(person, 'WAGE_CLAIM') }
    const word = async (body: Partial<RecordConsents>, sender: Sender = {}, of = person) =>
      (await answer(of, body, { groups: labour, ...sender })).body['word']
    expect(await word({})).toBe('not-found')
    expect(await word(within)).toBe('task-not-yours')
    const { body } = await claim(person, 'WAGE_CLAIM')
    expect(await word(within, { officer: 'officer-2' })).toBe('task-not-yours')
    expect(await word(within, { groups: ['labour@LS-D'] })).toBe('not-found')
    expect(await word(within, { groups: ['health@LS-C'] })).toBe('not-found')
    expect(await word(within, {}, other)).toBe('not-found')
    desk.clock.at = String(body['lapsesAt'])
    expect(await word(within)).toBe('task-not-yours')
    desk.clock.at = registeredAt
    expect(await word(within)).toBeUndefined()
  })
})

describe('a no where there was a yes', () => {
  it('ends every task that rests on it, of every return, and tells nobody why', async () => {
    const first = await desk.register('MB', owed)
    const second = await desk.register('MB', { ...owed, personId: first.personId, knownPerson: true })
    await claim(second, 'WAGE_CLAIM')
    expect((await answer(first, { answers: [no] })).status).toBe(201)
    for (const person of [first, second])
      for (const type of ['WAGE_CLAIM', 'CONSENT_AGAIN'] as const)
        expect(await taskOf(person, type)).toMatchObject({ state: 'DONE', outcome: 'BASIS_ENDED' })
    const list = await desk.ask('listTasks', { query: { place: 'LS-C', state: 'CLAIMED' }, groups: labour })
    expect(JSON.stringify(list.body)).not.toContain(idOf(second, 'WAGE_CLAIM'))
    const params = { taskId: idOf(second, 'WAGE_CLAIM') }
    const opened = await desk.ask('openTask', { params, groups: labour })
    expect(opened).toMatchObject({ status: 409, body: { word: 'task-finished' } })
    expect(JSON.stringify(opened.body)).not.toMatch(/BASIS|SHARE|consent/i)
    expect((await complete(second, 'WAGE_CLAIM')).body['word']).toBe('task-finished')
  })

  it('leaves the duty to protect a child alone', async () => {
    const child = { birth: { date: '2015-03-01', precision: 'DAY' }, accompaniment: 'UNACCOMPANIED' } as const
    const person = await desk.register('MB', { fast: { ...anIntake().fast, ...child } })
    await answer(person, { answers: [no] })
    expect(await taskOf(person, 'CHILD_ASSESS')).toMatchObject({ state: 'OPEN' })
  })

  it('to contact lifts the number from what the claimant of a task sees', async () => {
    const person = await desk.register('MB', owed)
    await claim(person, 'WAGE_CLAIM')
    const open = () => desk.ask('openTask', { params: { taskId: idOf(person, 'WAGE_CLAIM') }, groups: labour })
    expect((await open()).body['person']).toMatchObject({ phone: { number: '+26658123456' }, agreesTo: { length: 2 } })
    await answer(person, { answers: [anAnswer({ purpose: 'FOLLOWUP_CONTACT', given: false })] })
    const seen = (await open()).body['person']
    expect(seen).not.toHaveProperty('phone')
    expect(seen).toMatchObject({ agreesTo: ['SHARE_DISTRICT'] })
  })
})

describe('a yes where there was none', () => {
  it('raises what the intake withheld, once, with times that lie ahead', async () => {
    const person = await desk.register('MB', { ...owed, consents: neither })
    expect(await taskOf(person, 'WAGE_CLAIM')).toBeUndefined()
    desk.clock.at = '2026-12-05T09:00:00.000Z'
    await answer(person)
    expect(await taskOf(person, 'WAGE_CLAIM')).toMatchObject({ state: 'OPEN', dueAt: '2026-12-08T09:00:00.000Z' })
    expect(await taskOf(person, 'CONSENT_AGAIN')).toMatchObject({ state: 'OPEN' })
    await answer(person)
    expect(await taskOf(person, 'WAGE_CLAIM')).toMatchObject({ revision: 1 })
  })

  it('brings back what a no had ended, free for anybody to take', async () => {
    const person = await desk.register('MB', owed)
    await claim(person, 'WAGE_CLAIM')
    await answer(person, { answers: [no] })
    await answer(person, { answers: [anAnswer()] })
    const back = await taskOf(person, 'WAGE_CLAIM')
    expect(back).toMatchObject({ state: 'OPEN' })
    expect(back).not.toHaveProperty('outcome')
    expect(back).not.toHaveProperty('claimedBy')
    expect((await claim(person, 'WAGE_CLAIM', 'officer-2')).status).toBe(201)
  })

  it('raises nothing once more for who said no and yes again about something finished', async () => {
    const person = await desk.register('MB', owed)
    await claim(person, 'WAGE_CLAIM')
    expect((await complete(person, 'WAGE_CLAIM')).status).toBe(201)
    await answer(person, { answers: [no] })
    await answer(person, { answers: [anAnswer()] })
    expect(await taskOf(person, 'WAGE_CLAIM')).toMatchObject({ state: 'DONE', outcome: 'PROVIDED' })
  })
})

describe('the question asked again at first follow-up', () => {
  const held = async () => {
    const person = await desk.register('MB', owed)
    expect((await claim(person, 'CONSENT_AGAIN')).status).toBe(201)
    return person
  }

  it('is finished by the answers, in the same breath', async () => {
    const person = await held()
    const consentId = randomUUID()
    const body = { taskId: idOf(person, 'CONSENT_AGAIN') }
    const first = await answer(person, body, { consentId, groups: labour })
    expect(first.status).toBe(201)
    expect(await taskOf(person, 'CONSENT_AGAIN')).toMatchObject({
      state: 'DONE',
      outcome: 'PROVIDED',
      completionId: consentId,
    })
    expect(await taskOf(person, 'WAGE_CLAIM')).toMatchObject({ state: 'OPEN' })
    expect(await answer(person, body, { consentId, groups: labour })).toEqual(first)
    expect((await answer(person, body, { groups: labour })).body['word']).toBe('task-finished')
  })

  it('is finished by a no as well, which ends the others', async () => {
    const person = await held()
    await answer(person, { taskId: idOf(person, 'CONSENT_AGAIN'), answers: [no] }, { groups: labour })
    expect(await taskOf(person, 'CONSENT_AGAIN')).toMatchObject({ state: 'DONE', outcome: 'PROVIDED' })
    expect(await taskOf(person, 'WAGE_CLAIM')).toMatchObject({ state: 'DONE', outcome: 'BASIS_ENDED' })
  })
})
