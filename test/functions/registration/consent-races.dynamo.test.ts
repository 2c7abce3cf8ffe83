/** Withdrawals and yeses against claims, completions and each other: whoever comes first, the end is one that agrees. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { consentsGiven } from '../../../functions/follow-up/consents-given.ts'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import { findStored } from '../../../functions/platform/reads.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { storedPerson } from '../../../functions/registration/person-record.ts'
import { correctionsFor } from '../../../functions/registration/person-tasks.ts'
import { personTasksStore } from '../../../functions/registration/person-tasks-store.ts'
import { anAnswer, someAnswers } from '../../builders/answers.ts'
import { aClaim, aCompletion } from '../../builders/task-commands.ts'
import { type RegistrationFunction, registrationFunction } from '../../harness/registration-function.ts'

const seed = 20_261_123
const groups = ['labour@LS-C']

let desk: RegistrationFunction
beforeAll(async () => {
  desk = await registrationFunction()
})

type Registered = Awaited<ReturnType<RegistrationFunction['register']>>
type Said = Awaited<ReturnType<RegistrationFunction['ask']>>

const someone = () => desk.register('MB', { full: { wages: { owed: true } } })
const wagesOf = ({ returnEventId }: Registered) => taskId(returnEventId, 'WAGE_CLAIM', 1)
const wageClaim = async (person: Registered) => (await desk.tasks([wagesOf(person)]))[0]

const says = ({ personId }: Registered, given: boolean, officer = 'officer-5'): Promise<Said> =>
  desk.ask('recordConsents', {
    params: { personId, consentId: randomUUID() },
    body: someAnswers({ answers: [anAnswer({ given })] }),
    officer,
  })
const claims = (person: Registered, officer: string, revision = 1): Promise<Said> =>
  desk.ask('claimTask', {
    params: { taskId: wagesOf(person), claimId: randomUUID() },
    body: aClaim({ revision }),
    groups,
    officer,
  })
const completes = (person: Registered, officer: string): Promise<Said> =>
  desk.ask('completeTask', {
    params: { taskId: wagesOf(person), completionId: randomUUID() },
    body: aCompletion(),
    groups,
    officer,
  })

/** A sender the server could not serve for the crowd sends again, as a tablet does. */
const untilServed = async (send: () => Promise<Said>): Promise<Said> => {
  const said = await send()
  return said.status === 503 ? untilServed(send) : said
}

const personOf = async ({ personId }: Registered) => {
  const person = await findStored(desk.client, desk.tables.registry, registryKeys.person(personId), storedPerson)
  if (!person) throw new Error('the person is gone')
  return person
}

/** Nothing is left to correct: no task is open without its ground, none is away that has it. */
async function expectInLine(person: Registered): Promise<void> {
  const record = await personOf(person)
  const work = await personTasksStore(desk.client, desk.tables.registry).workOf([person.returnEventId])
  expect(correctionsFor(record, work, desk.clock.at)).toEqual([])
}

describe.each(Array.from({ length: 6 }, (_, round) => round))('round %i', () => {
  it('a withdrawal against claims: at most one claims, and nobody holds it afterwards', async () => {
    const person = await someone()
    const [withdrawn, ...claimed] = await Promise.all([
      untilServed(() => says(person, false)),
      ...['officer-1', 'officer-2'].map(officer => claims(person, officer)),
    ])
    expect(withdrawn?.status).toBe(201)
    expect(claimed.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1)
    for (const { status, body } of claimed)
      if (status !== 201)
        expect(['task-finished', 'task-already-claimed', 'revision-stale', 'try-again']).toContain(body['word'])
    expect(await wageClaim(person)).toMatchObject({ state: 'DONE', outcome: 'BASIS_ENDED' })
    await expectInLine(person)
  })

  it('a withdrawal against the completion: one of both ends it, and the officer is told which', async () => {
    const person = await someone()
    await claims(person, 'officer-1')
    const [withdrawn, completed] = await Promise.all([
      untilServed(() => says(person, false)),
      untilServed(() => completes(person, 'officer-1')),
    ])
    expect(withdrawn.status).toBe(201)
    const task = await wageClaim(person)
    expect(task).toMatchObject({ state: 'DONE', outcome: completed.status === 201 ? 'PROVIDED' : 'BASIS_ENDED' })
    if (completed.status !== 201) expect(completed.body['word']).toBe('task-finished')
    await expectInLine(person)
  })

  it('two officers at once: both answers are kept, and the last one counts', async () => {
    const person = await someone()
    const said = await Promise.all([
      untilServed(() => says(person, false, 'officer-5')),
      untilServed(() => says(person, true, 'officer-6')),
    ])
    expect(said.map(({ status }) => status)).toEqual([201, 201])
    const { consents } = await personOf(person)
    expect(consents).toHaveLength(4)
    const last = consents.at(-1)
    expect(await wageClaim(person)).toMatchObject(last?.given === true ? { state: 'OPEN' } : { state: 'DONE' })
    await expectInLine(person)
  })
})

type Move = 'yes' | 'no' | 'claim' | 'complete'
const move = fc.constantFrom<Move>('yes', 'no', 'claim', 'complete')

it(`stays in line after any crowd of moves (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(move, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 }),
      async crowds => {
        const person = await someone()
        for (const crowd of crowds) {
          const revision = (await wageClaim(person))?.revision ?? 0
          await Promise.all(
            crowd.map((each, index) => {
              const officer = `officer-${index % 2}`
              if (each === 'claim') return claims(person, officer, revision)
              return each === 'complete'
                ? completes(person, officer)
                : untilServed(() => says(person, each === 'yes', officer))
            }),
          )
          await expectInLine(person)
        }
        const task = await wageClaim(person)
        const shared = consentsGiven(await personOf(person)).includes('SHARE_DISTRICT')
        if (!shared) expect(task?.state).toBe('DONE')
        if (shared) expect(task?.outcome).not.toBe('BASIS_ENDED')
      },
    ),
    { seed, numRuns: 15 },
  )
  expect(desk.log.faults).toEqual([])
})
