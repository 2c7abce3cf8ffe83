/** Opening a task, through the whole chain on a real database. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../functions/registration/person-record.ts'
import { aPerson, aTask } from '../../builders/task.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'

describe('opening a task', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  const held = async (person: Person = aPerson()) => {
    const task = aTask({ personId: person.personId })
    await desks.register(person)
    await desks.raise(task)
    const params = { taskId: task.taskId, claimId: crypto.randomUUID() }
    const { status, body } = await desks.ask('claimTask', { params, body: aClaim() })
    expect(status).toBe(201)
    return { taskId: task.taskId, personId: person.personId, lapsesAt: String(body['lapsesAt']) }
  }
  const open = (taskId: string, officer = 'officer-1') => desks.ask('openTask', { params: { taskId }, officer })

  it('shows its holder who it is about, where, and what for', async () => {
    const { taskId, personId } = await held()
    expect(await open(taskId)).toMatchObject({
      status: 200,
      body: {
        type: 'PLAN_DRAFT',
        task: { taskId, mine: true, state: 'CLAIMED' },
        person: {
          personId,
          givenNames: 'Khotso',
          surname: 'Foulo',
          phone: { number: '+26658123456' },
          village: 'Ha Ramokoatsi',
          chief: 'Morena Molapo',
        },
      },
    })
  })

  it('is on record for the task and for the person', async () => {
    const { taskId, personId } = await held()
    await open(taskId)
    expect((await desks.auditOf(taskId)).map(({ action }) => action)).toContain('openTask')
    expect(await desks.auditOf(personId)).toMatchObject([{ action: 'openTask', officerId: 'officer-1' }])
  })

  it('shows no phone without a yes to be contacted and a yes to be called', async () => {
    const person = aPerson()
    const withdrawn = person.consents.map(answer =>
      answer.purpose === 'FOLLOWUP_CONTACT' ? { ...answer, given: false } : answer,
    )
    const [help] = person.consents
    if (help?.purpose !== 'SHARE_DISTRICT') throw new Error('the first answer is that the district may help')
    const silent = person.fast.phone && { ...person.fast.phone, mayCall: false }
    const unreachable = [
      aPerson({ consents: [...person.consents, ...withdrawn] }),
      aPerson({ consents: [help] }),
      aPerson({ fast: { ...person.fast, phone: silent } }),
    ]
    for (const each of unreachable) {
      const { taskId } = await held(each)
      const { status, body } = await open(taskId)
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain('+266')
    }
  })

  it('tells its holder whom not to contact, and offers no number of theirs', async () => {
    const person = aPerson()
    const otherPhone = { number: '+26662345678', channel: 'NEIGHBOUR', mayCall: true, mayLeaveMessage: false } as const
    const uncle = { name: 'Thabo', relation: 'uncle' }
    const asked = await held(aPerson({ full: { ...person.full, otherPhone, notToContact: [uncle] } }))
    expect((await open(asked.taskId)).body['person']).toMatchObject({
      phone: { number: '+26658123456' },
      otherPhone,
      notToContact: [uncle],
    })
    const his = { ...uncle, phone: '+26658123456' }
    const theirs = await held(aPerson({ full: { ...person.full, otherPhone, notToContact: [his] } }))
    const shown = (await open(theirs.taskId)).body['person']
    expect(shown).toMatchObject({ phone: otherPhone, notToContact: [his] })
    expect(shown).not.toHaveProperty('otherPhone')
  })

  it('says how to reach somebody without a number, where they agreed to be contacted', async () => {
    const person = aPerson()
    const fast = { ...person.fast, phone: undefined, reachBy: 'CHIEF' as const }
    const agreed = await held(aPerson({ fast }))
    expect((await open(agreed.taskId)).body['person']).toMatchObject({ reachBy: 'CHIEF' })
    const refused = await held(aPerson({ fast, consents: person.consents.slice(0, 1) }))
    expect((await open(refused.taskId)).body['person']).not.toHaveProperty('reachBy')
  })

  it('is for its holder alone, until the claim lapses', async () => {
    const { taskId, lapsesAt } = await held()
    expect((await open(taskId, 'officer-2')).body['word']).toBe('task-not-yours')
    desks.setClock(lapsesAt)
    expect((await open(taskId)).body['word']).toBe('task-not-yours')
    desks.setClock(startOfTest)
    const unclaimed = aTask()
    await desks.raise(unclaimed)
    expect((await open(unclaimed.taskId)).body['word']).toBe('task-not-yours')
  })

  it('knows no task out of scope', async () => {
    const { taskId } = await held()
    const elsewhere = { params: { taskId }, groups: ['livelihood@LS-D', 'health@LS-C'] }
    expect((await desks.ask('openTask', elsewhere)).body['word']).toBe('not-found')
  })
})
