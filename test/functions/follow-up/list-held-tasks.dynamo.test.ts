/** What an officer holds, opened: whose it is, and on record for each (domain.md 5.2, design.md promise 7). */
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { HeldTask } from '../../../functions/follow-up/contract.ts'
import { anAnswer } from '../../builders/answers.ts'
import { aPerson, aTask } from '../../builders/task.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks } from '../../harness/district-desks.ts'

const Held = z.object({ tasks: z.array(HeldTask), more: z.boolean() })

describe('the list of what an officer holds', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })
  const held = async (officer: string) => {
    const person = aPerson()
    const task = aTask({ personId: person.personId })
    await desks.register(person)
    await desks.raise(task)
    const params = { taskId: task.taskId, claimId: crypto.randomUUID() }
    const { status, body } = await desks.ask('claimTask', { params, body: aClaim(), officer })
    expect(status).toBe(201)
    return { person, task, lapsesAt: String(body['lapsesAt']) }
  }
  const list = async (officer: string, place = 'LS-C') =>
    Held.parse((await desks.ask('listHeldTasks', { query: { place }, officer })).body).tasks

  it('says of each of their own who it is about, and shows nobody else’s', async () => {
    const { task } = await held('officer-a')
    await held('officer-b')
    expect(await list('officer-a')).toMatchObject([
      {
        task: { taskId: task.taskId, displayNumber: task.displayNumber, mine: true },
        type: 'PLAN_DRAFT',
        person: { givenNames: 'Khotso', surname: 'Foulo', village: 'Ha Ramokoatsi' },
      },
    ])
    expect(await list('officer-c')).toEqual([])
  })

  it('puts each task and each person on record, and the list too', async () => {
    const { person, task } = await held('officer-d')
    await list('officer-d')
    const entry = expect.objectContaining({ action: 'listHeldTasks', officerId: 'officer-d' })
    expect(await desks.auditOf(person.personId)).toEqual([entry])
    expect(await desks.auditOf(task.taskId)).toContainEqual(entry)
    expect(await desks.auditOf('HELD-TASKS#LS-C')).toContainEqual(entry)
  })

  it('leaves out, and reads to nobody, what has lapsed, lost its ground, or is kept from them', async () => {
    const taken = await held('officer-e')
    await desks.answers(taken.person, [anAnswer({ given: false })])
    const ruled = await held('officer-e')
    await desks.ruleOut(ruled.person, ['officer-e'])
    expect(await list('officer-e')).toEqual([])
    for (const { person } of [taken, ruled]) expect(await desks.auditOf(person.personId)).toEqual([])
    const lapsed = await held('officer-f')
    desks.setClock(lapsed.lapsesAt)
    expect(await list('officer-f')).toEqual([])
  })

  it('knows nothing of a place outside the scope', async () => {
    const { body } = await desks.ask('listHeldTasks', { query: { place: 'LS-D' } })
    expect(body['word']).toBe('not-found')
  })
})
