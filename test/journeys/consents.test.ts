/** What a returnee agrees to, takes back and agrees to again, over HTTP, under the roles as they are synthesised. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditRoutes } from '../../functions/audit/contract.ts'
import { commandsRoutes } from '../../functions/commands/contract.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import type { TaskTypeName } from '../../functions/follow-up/task-types.ts'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { type RecordConsents, registrationRoutes } from '../../functions/registration/contract.ts'
import { anAnswer, someAnswers } from '../builders/answers.ts'
import { aClaim, aCompletion } from '../builders/task-commands.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Officer, officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, aNumber, anArrival, givenStock, register } from './arrival.ts'

const district = 'LS-H'
const post = 'QN'
const no = anAnswer({ given: false })
const noContact = anAnswer({ purpose: 'FOLLOWUP_CONTACT', given: false })

let host: HostDoor
let arrived: Arrived
let reception: Officer
let labour: Officer
let office: Officer
beforeAll(async () => {
  host = await sharedHost()
  await givenStock(host, post, 'TRANSPORT_ONWARD', 50)
  arrived = await aBatch(host, { post, district })
  reception = officerOf(host, [`reception@${post}`])
  labour = officerOf(host, [`labour@${district}`])
  office = officerOf(host, [`administrator-office@${district}`])
}, 240_000)

interface Returnee {
  readonly intake: PutIntake
  readonly task: (type: TaskTypeName) => string
}

async function returnee(override: Partial<PutIntake> = {}): Promise<Returnee> {
  const plain = anArrival(arrived, { full: { wages: { owed: true } }, ...override })
  const intake = { ...plain, fast: { ...plain.fast, names: { givenNames: 'Limpho', surname: 'Thamae' } } }
  const { id } = await register(host, arrived, intake)
  return { intake, task: type => taskId(id, type, 1) }
}

const say = (who: Officer, { intake }: Returnee, body: Partial<RecordConsents>, consentId: string = randomUUID()) =>
  who.ask(registrationRoutes.recordConsents, {
    params: { personId: intake.personId, consentId },
    body: someAnswers(body),
  })
const claim = (who: Officer, taskId: string, revision = 1) =>
  who.ask(followUpRoutes.claimTask, { params: { taskId, claimId: randomUUID() }, body: aClaim({ revision }) })
const openTasks = async (who: Officer) =>
  (await who.must(followUpRoutes.listTasks, { query: { place: district, state: 'OPEN' } })).tasks
const isListed = async (who: Officer, taskId: string) => (await openTasks(who)).some(task => task.taskId === taskId)

describe('a returnee who takes back what they agreed to', () => {
  it('leaves the lists of the district at once, and no desk reads why', async () => {
    const person = await returnee()
    const wages = person.task('WAGE_CLAIM')
    expect((await claim(labour, wages)).status).toBe(201)
    const consentId = randomUUID()
    const first = await say(reception, person, { answers: [no] }, consentId)
    expect(first.status).toBe(201)
    const again = await say(reception, person, { answers: [no] }, consentId)
    expect([again.status, again.json]).toEqual([201, first.json])
    expect((await say(reception, person, { answers: [noContact] }, consentId)).word).toBe('identifier-reused')

    const opened = await labour.ask(followUpRoutes.openTask, { params: { taskId: wages } })
    expect([opened.status, opened.word]).toEqual([409, 'task-finished'])
    const finished = await labour.ask(followUpRoutes.completeTask, {
      params: { taskId: wages, completionId: randomUUID() },
      body: aCompletion(),
    })
    expect(finished.word).toBe('task-finished')
    for (const answer of [opened, finished]) expect(JSON.stringify(answer.json)).not.toMatch(/BASIS|SHARE|consent/i)
    expect(await isListed(labour, person.task('CONSENT_AGAIN'))).toBe(false)

    const { consents } = await reception.must(registrationRoutes.readPerson, {
      params: { personId: person.intake.personId },
    })
    expect(consents.map(({ purpose, given }) => [purpose, given])).toEqual([
      ['SHARE_DISTRICT', true],
      ['FOLLOWUP_CONTACT', true],
      ['SHARE_DISTRICT', false],
    ])
    const { lines } = await officerOf(host, ['auditor@*']).must(auditRoutes.readAudit, {
      params: { subjectId: person.intake.personId },
    })
    expect(lines.filter(({ action }) => action === 'recordConsents')).toMatchObject([{ commandId: consentId }])
  })

  it('comes back with a yes, to be taken by anybody', async () => {
    const person = await returnee()
    const wages = person.task('WAGE_CLAIM')
    await say(reception, person, { answers: [no] })
    expect(await isListed(labour, wages)).toBe(false)
    expect((await say(reception, person, { answers: [anAnswer()] })).status).toBe(201)
    const back = (await openTasks(labour)).find(task => task.taskId === wages)
    expect((await claim(labour, wages, back?.revision)).status).toBe(201)
  })

  it('to calls alone: the calls end, and the number goes from the task that stays', async () => {
    const person = await returnee({ support: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }] })
    const [call, wages] = [person.task('ARRIVED_HOME'), person.task('WAGE_CLAIM')]
    expect(await isListed(office, call)).toBe(true)
    await claim(labour, wages)
    const opened = () => labour.must(followUpRoutes.openTask, { params: { taskId: wages } })
    expect((await opened()).person).toHaveProperty('phone')
    expect((await say(labour, person, { taskId: wages, answers: [noContact] })).status).toBe(201)
    expect(await isListed(office, call)).toBe(false)
    expect((await opened()).person).not.toHaveProperty('phone')
  })
})

describe('a returnee who agrees later', () => {
  it('gets the follow-up that the intake withheld, at reception and from a tablet that was offline', async () => {
    const consents = anArrival(arrived).consents.map(each => ({ ...each, given: false }))
    const person = await returnee({ consents })
    expect(await isListed(labour, person.task('WAGE_CLAIM'))).toBe(false)
    const commandId = randomUUID()
    const path = `/v1/persons/${person.intake.personId}/consents/${randomUUID()}`
    const { answers } = await reception.must(commandsRoutes.sendCommands, {
      body: { commands: [{ commandId, method: 'PUT', path, body: someAnswers(), dependsOn: [] }] },
    })
    expect(answers).toMatchObject([{ commandId, status: 201 }])
    expect(await isListed(labour, person.task('WAGE_CLAIM'))).toBe(true)
  })
})

describe('the first follow-up', () => {
  it('asks again, and the answers finish it; a desk without the task records nothing', async () => {
    const person = await returnee()
    const again = person.task('CONSENT_AGAIN')
    expect((await say(labour, person, {})).word).toBe('not-found')
    expect((await say(labour, person, { taskId: again })).word).toBe('task-not-yours')
    expect((await claim(labour, again)).status).toBe(201)
    const outcome = await labour.ask(followUpRoutes.completeTask, {
      params: { taskId: again, completionId: randomUUID() },
      body: aCompletion(),
    })
    expect(outcome.word).toBe('task-other-kind')
    const elsewhere = officerOf(host, ['labour@LS-A'])
    expect((await say(elsewhere, person, { taskId: again })).word).toBe('not-found')
    expect((await say(labour, await returnee(), { taskId: again })).word).toBe('not-found')
    expect((await say(labour, person, { taskId: again })).status).toBe(201)
    expect((await labour.ask(followUpRoutes.openTask, { params: { taskId: again } })).word).toBe('task-finished')
  })
})

it('keeps the masked line from whom a later intake rules out, and asks the supervisor where nobody is left', async () => {
  const person = await returnee()
  const { personId } = person.intake
  const wages = person.task('WAGE_CLAIM')
  const comesAgain = (exclusions: string[]) =>
    register(host, arrived, {
      ...person.intake,
      personId,
      knownPerson: true,
      displayNumber: aNumber(post),
      full: { exclusions },
    })
  await comesAgain([`labour@${district}`])
  expect(await isListed(labour, wages)).toBe(false)
  const supervisor = officerOf(host, [`supervisor@${post}`])
  const asked = async () =>
    (await supervisor.must(followUpRoutes.listTasks, { query: { place: post, state: 'OPEN' } })).tasks.some(
      task => task.taskId === person.task('OTHER_HANDLER'),
    )
  expect(await asked()).toBe(false)
  await comesAgain([district])
  expect(await asked()).toBe(true)
})
