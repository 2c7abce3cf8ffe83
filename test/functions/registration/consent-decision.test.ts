/** What answers given after the intake raise, end and bring back. */
import { describe, expect, it } from 'vitest'
import type { Task } from '../../../functions/follow-up/task-record.ts'
import type { ReturnEvent } from '../../../functions/intake/return-event.ts'
import { agreesToMore, decideAnswers } from '../../../functions/registration/consent-decision.ts'
import type { Person } from '../../../functions/registration/person-record.ts'
import { anAnswer } from '../../builders/answers.ts'
import { aPerson } from '../../builders/task.ts'

const now = '2026-11-22T10:00:00.000Z'
const aReturn = (override: Partial<ReturnEvent> = {}): ReturnEvent => ({
  outcome: 'REGISTERED',
  returnEventId: crypto.randomUUID(),
  personId: person.personId,
  batchId: crypto.randomUUID(),
  displayNumber: 'MB-T1-00001-X',
  post: 'MB',
  district: 'LS-C',
  sex: 1,
  birthYear: 1985,
  returnType: 'DEPORTED',
  urgentFlags: [],
  vulnerability: [],
  priority: 'ORDINARY',
  granted: [],
  notGiven: [],
  matches: [],
  contractVersion: 1,
  rulesVersion: '2026-11-01',
  officerId: 'officer-1',
  deviceTime: now,
  receivedAt: '2026-11-22T08:00:00.000Z',
  revision: 1,
  ...override,
})
const person = aPerson({ consents: [] })
const share = anAnswer()
const contact = anAnswer({ purpose: 'FOLLOWUP_CONTACT' })
const saying = (of: Person, ...answers: Person['consents']): Person => ({
  ...of,
  consents: [...of.consents, ...answers],
})

const raisedBy = (before: Person, after: Person, returnEvents: ReturnEvent[], tasks: Task[] = []) =>
  decideAnswers({ before, after, work: { tasks, plans: [] }, returnEvents, now }).flatMap(each =>
    each.do === 'raise' ? [each.task] : [],
  )
const typesOf = (tasks: readonly { type: string }[]) => tasks.map(({ type }) => type)

const onward = aReturn({ vulnerability: ['WAGES_OWED'], granted: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }] })

describe('a yes', () => {
  it('to the district raises what needs no call, and asks again at the first follow-up', () => {
    const raised = raisedBy(person, saying(person, share), [onward])
    expect(typesOf(raised)).toEqual(['WAGE_CLAIM', 'CONSENT_AGAIN'])
    expect(raised).toMatchObject([{ returnEventId: onward.returnEventId, basis: 'SHARE_DISTRICT', raisedAt: now }, {}])
  })

  it('to contact as well raises the calls too, and nothing for contact alone', () => {
    expect(typesOf(raisedBy(person, saying(person, share, contact), [onward]))).toContain('ARRIVED_HOME')
    const shared = saying(person, share)
    expect(typesOf(raisedBy(shared, saying(shared, contact), [onward]))).toEqual(['ARRIVED_HOME'])
    expect(raisedBy(person, saying(person, contact), [onward])).toEqual([])
  })

  it('said again, or to something else, raises nothing', () => {
    const shared = saying(person, share)
    expect(raisedBy(shared, saying(shared, share), [onward])).toEqual([])
    expect(raisedBy(shared, saying(shared, anAnswer({ purpose: 'SHARE_IOM' })), [onward])).toEqual([])
  })

  it('raises nothing a second time that stands already, finished or not', () => {
    const after = saying(person, share)
    const standing = raisedBy(person, after, [onward]).map(
      (task): Task => ({ ...task, state: 'DONE', outcome: 'PROVIDED', revision: 2 }),
    )
    expect(raisedBy(person, after, [onward], standing)).toEqual([])
  })

  it('asks for the same thing once, by the latest return', () => {
    const earlier = aReturn({
      vulnerability: ['WAGES_OWED', 'NO_ID'],
      receivedAt: '2025-03-01T08:00:00.000Z',
    })
    const raised = raisedBy(person, saying(person, share), [earlier, onward])
    expect(raised.filter(({ type }) => type === 'WAGE_CLAIM')).toMatchObject([{ returnEventId: onward.returnEventId }])
    expect(raised.filter(({ type }) => type === 'DOC_APPLICATION')).toMatchObject([
      { returnEventId: earlier.returnEventId },
    ])
    expect(raised.filter(({ type }) => type === 'CONSENT_AGAIN')).toHaveLength(1)
  })

  it('raises them kept from whom the person ruled out, and asks the supervisor where nobody is left', () => {
    const returned = {
      returnEventId: onward.returnEventId,
      batchId: onward.batchId,
      slot: 'COUNTED#ROW#00001',
      post: 'MB',
      displayNumber: onward.displayNumber,
      receivedAt: onward.receivedAt,
      priority: 'ORDINARY',
    } as const
    const careful = { ...person, full: { ...person.full, exclusions: ['LS-C'] }, returns: [returned] }
    const raised = raisedBy(careful, saying(careful, share), [onward])
    expect(typesOf(raised)).toEqual(['WAGE_CLAIM', 'CONSENT_AGAIN', 'OTHER_HANDLER'])
    for (const task of raised) expect(task.excluded).toEqual(['LS-C'])
  })
})

it('knows when more is agreed to', () => {
  const shared = saying(person, share)
  expect(agreesToMore(person, shared)).toBe(true)
  expect(agreesToMore(shared, saying(shared, share))).toBe(false)
  expect(agreesToMore(shared, saying(shared, anAnswer({ given: false })))).toBe(false)
})
