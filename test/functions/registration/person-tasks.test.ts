/** What a person's record asks of tasks and plans that stand. */
import { describe, expect, it } from 'vitest'
import type { NewTask, Task } from '../../../functions/follow-up/task-record.ts'
import type { Person } from '../../../functions/registration/person-record.ts'
import { correctionsFor, plansOf, possibleTasks } from '../../../functions/registration/person-tasks.ts'
import type { StandingPlan } from '../../../functions/reintegration/plan-basis.ts'
import { anAnswer } from '../../builders/answers.ts'
import { aPerson, aTask } from '../../builders/task.ts'

const now = '2026-11-22T10:00:00.000Z'
const returnEventId = '0193a3a0-0000-7000-8000-000000000021'
const returned = {
  returnEventId,
  batchId: '0193a3a0-0000-7000-8000-000000000001',
  slot: 'COUNTED#ROW#00001',
  post: 'MB',
  displayNumber: 'MB-T1-00001-X',
  receivedAt: '2026-11-20T08:00:00.000Z',
  priority: 'ORDINARY',
} as const
const person = aPerson({ returns: [returned] })
const no = anAnswer({ given: false })
const withdrawn: Person = { ...person, consents: [...person.consents, no] }
const ruling = (...exclusions: string[]): Person => ({ ...person, full: { ...person.full, exclusions } })

const standing = (
  override: Partial<NewTask & Pick<Task, 'state' | 'outcome' | 'claimedBy' | 'completionId'>> = {},
): Task => ({
  ...aTask({ returnEventId, personId: person.personId }),
  state: 'OPEN',
  revision: 3,
  ...override,
})
const corrections = (of: Person, tasks: readonly Task[], plans: readonly StandingPlan[] = []) =>
  correctionsFor(of, { tasks, plans }, now)
const draft = standing({
  taskId: 'draft-1',
  type: 'PLAN_DRAFT',
  state: 'DONE',
  outcome: 'PROVIDED',
  completionId: 'plan-1',
})
const aStandingPlan = (override: Partial<StandingPlan> = {}): StandingPlan => ({
  planId: 'plan-1',
  taskId: 'draft-1',
  district: 'LS-C',
  state: 'STARTED',
  eligibleAt: '2026-11-20T09:00:00.000Z',
  startedAt: '2026-11-21T09:00:00.000Z',
  revision: 2,
  ...override,
})
const kinds = (of: Person, tasks: readonly Task[]) => corrections(of, tasks).map(each => each.do)

describe('what the person agrees to', () => {
  it('leaves alone what is in line with it', () => {
    expect(kinds(person, [standing(), standing({ state: 'CLAIMED', claimedBy: 'officer-1' })])).toEqual([])
    expect(kinds(withdrawn, [standing({ state: 'DONE', outcome: 'PROVIDED' })])).toEqual([])
  })

  it('ends what rests on it alone, held or not, and nothing that rests on a duty', () => {
    const held = standing({ state: 'CLAIMED', claimedBy: 'officer-1' })
    const open = standing()
    const duty = standing({ type: 'CHILD_ASSESS', basis: 'PROTECTION_DUTY' })
    const ownWork = standing({ basis: 'STAYS', type: 'RULES_REVIEW' })
    expect(corrections(withdrawn, [held, open, duty, ownWork])).toEqual([
      { do: 'end', task: held },
      { do: 'end', task: open },
    ])
  })

  it('ends calls alone where only contact was taken back', () => {
    const noCalls = {
      ...person,
      consents: [...person.consents, anAnswer({ purpose: 'FOLLOWUP_CONTACT', given: false })],
    }
    const call = standing({ type: 'PDM_CALL' })
    expect(corrections(noCalls, [call, standing()])).toEqual([{ do: 'end', task: call }])
  })

  it('brings back what ended for want of it, and nothing that ended otherwise', () => {
    const ended = standing({ state: 'DONE', outcome: 'BASIS_ENDED' })
    const { raisedAt, dueAt, place, council } = ended
    expect(corrections(person, [ended, standing({ state: 'DONE', outcome: 'DECLINED' })])).toEqual([
      { do: 'reopen', task: ended, as: { raisedAt, dueAt, place, council, excluded: undefined } },
    ])
    expect(kinds(withdrawn, [ended])).toEqual([])
  })

  it('brings none back overdue: it gets the time it had once more', () => {
    const ended = standing({
      state: 'DONE',
      outcome: 'BASIS_ENDED',
      raisedAt: '2026-11-01T10:00:00.000Z',
      dueAt: '2026-11-04T10:00:00.000Z',
    })
    expect(corrections(person, [ended])).toMatchObject([{ as: { raisedAt: now, dueAt: '2026-11-25T10:00:00.000Z' } }])
  })
})

describe('a plan whose consent is taken back', () => {
  const stopped = aStandingPlan({ state: 'STOPPED', stoppedAt: now, stoppedFor: 'WITHDREW_CONSENT' })
  const asked = standing({ type: 'FOLLOW_1M', planId: 'plan-1', state: 'DONE', outcome: 'BASIS_ENDED' })
  const done = (of: Person, plan: StandingPlan, tasks: readonly Task[] = [draft]) =>
    corrections(of, tasks, [plan]).map(each => each.do)

  it('ends with what it had asked for, before it', () => {
    const visit = standing({ type: 'FOLLOW_1M', planId: 'plan-1' })
    expect(done(withdrawn, aStandingPlan(), [draft, visit])).toEqual(['end-plan', 'end'])
    expect(done(withdrawn, aStandingPlan({ state: 'ELIGIBLE', startedAt: undefined }))).toEqual(['end-plan'])
    expect(done(person, aStandingPlan())).toEqual([])
  })

  it('stands on the ground of the task that asked for it: a duty bears it', () => {
    const child = { ...withdrawn, fast: { ...person.fast, birth: { date: '2012-05-06', precision: 'DAY' } } } as const
    expect(done(child, aStandingPlan(), [{ ...draft, basis: 'PROTECTION_DUTY' }])).toEqual([])
    const noCalls = anAnswer({ purpose: 'FOLLOWUP_CONTACT', given: false })
    expect(done({ ...person, consents: [...person.consents, noCalls] }, aStandingPlan())).toEqual([])
  })

  it.each(['COMPLETED', 'STOPPED'] as const)('leaves one that is %s as it ended', state => {
    expect(done(withdrawn, aStandingPlan({ state }))).toEqual([])
    expect(done(person, aStandingPlan({ state, stoppedAt: now }), [draft, asked])).toEqual(
      state === 'STOPPED' ? [] : ['reopen'],
    )
  })

  it('comes back with a yes within twelve months, and so does what it had asked for', () => {
    expect(done(person, stopped, [draft, asked])).toEqual(['resume-plan', 'reopen'])
    expect(done(withdrawn, stopped, [draft, asked])).toEqual([])
    const longAgo = { ...stopped, stoppedAt: '2025-11-22T10:00:00.000Z' }
    expect(done(person, longAgo, [draft, asked])).toEqual([])
  })

  it('takes over whom the person rules out in the same breath', () => {
    const gone: Person = { ...withdrawn, full: { exclusions: ['health@LS-C'] } }
    expect(corrections(gone, [draft], [aStandingPlan()])).toMatchObject([{ do: 'end-plan', excluded: ['health@LS-C'] }])
  })
})

describe('where the person lives', () => {
  const elsewhere: Person = { ...person, full: { destination: { district: 'LS-D', council: 'Mapoteng' } } }

  it('takes along what is open or held, and no claim', () => {
    const held = standing({ state: 'CLAIMED', claimedBy: 'officer-1' })
    expect(corrections(elsewhere, [standing(), held])).toMatchObject([
      { do: 'move', as: { place: 'LS-D', council: 'Mapoteng', dueAt: held.dueAt } },
      { do: 'move', task: held, as: { place: 'LS-D' } },
    ])
  })

  it('is home, where nothing was said of going elsewhere; the council of the other district is not named there', () => {
    const home: Person = { ...person, fast: { ...person.fast, homeDistrict: 'LS-E' }, full: undefined }
    expect(corrections(home, [standing()])).toMatchObject([{ do: 'move', as: { place: 'LS-E', council: undefined } }])
  })

  it("leaves reception's own work, what a plan asked for, and what is finished", () => {
    const own = standing({ basis: 'STAYS', type: 'RULES_REVIEW', place: 'MB' })
    const ofPlan = standing({ type: 'FOLLOW_1M', planId: 'plan-1' })
    expect(kinds(elsewhere, [own, ofPlan, standing({ state: 'DONE', outcome: 'PROVIDED' })])).toEqual([])
  })

  it('brings back there what had ended, and none overdue', () => {
    const ended = standing({ state: 'DONE', outcome: 'BASIS_ENDED' })
    const late = standing({ raisedAt: '2026-11-01T10:00:00.000Z', dueAt: '2026-11-04T10:00:00.000Z' })
    expect(corrections(elsewhere, [ended, late])).toMatchObject([
      { do: 'reopen', as: { place: 'LS-D' } },
      { do: 'move', as: { dueAt: '2026-11-25T10:00:00.000Z' } },
    ])
  })

  it('asks the supervisor where nobody of that district is left to see it', () => {
    const shut: Person = { ...elsewhere, full: { ...elsewhere.full, exclusions: ['LS-D'] } }
    expect(corrections(shut, [standing({ excluded: ['LS-D'] })]).map(each => each.do)).toEqual(['raise', 'move'])
  })
})

it('ends what only the duty to protect a child bore, where the person turns out to be grown and did not agree', () => {
  const task = standing({ basis: 'PROTECTION_DUTY' })
  expect(kinds({ ...person, consents: [] }, [task])).toEqual(['end'])
  expect(kinds(person, [task])).toEqual([])
})

describe('whom the person rules out', () => {
  it('is kept from open tasks and from plans', () => {
    const known = standing({ excluded: ['health@LS-C'] })
    const plans = [aStandingPlan({ excluded: ['health@LS-C'] }), aStandingPlan({ planId: 'plan-2' })]
    expect(corrections(ruling('health@LS-C'), [standing(), known], plans)).toMatchObject([
      { do: 'keep-plan-from', planId: 'plan-2', excluded: ['health@LS-C'] },
      { do: 'keep-from', excluded: ['health@LS-C'], givesBack: false },
    ])
  })

  it.each([
    ['the holder', 'officer-1', true],
    ['another officer', 'officer-2', false],
    ['the desk of the task', 'livelihood@LS-C', true],
    ['the district', 'LS-C', true],
    ['the same desk elsewhere', 'livelihood@LS-D', false],
  ])('gives a held task back where it is %s', (_who, name, givesBack) => {
    const held = standing({ state: 'CLAIMED', claimedBy: 'officer-1' })
    expect(corrections(ruling(name), [held]).filter(each => each.do === 'keep-from')).toMatchObject([{ givesBack }])
  })

  it('asks the supervisor of the post where a task would wait unseen, once for each return', () => {
    const all = ruling('LS-C')
    const raised = corrections(all, [standing(), standing({ type: 'WAGE_CLAIM', roles: ['labour'] })])
    expect(raised.map(each => each.do)).toEqual(['raise', 'keep-from', 'keep-from'])
    const [first] = raised
    if (first?.do !== 'raise') throw new Error('nothing was raised')
    expect(first.task).toMatchObject({ type: 'OTHER_HANDLER', place: 'MB', roles: ['supervisor'], basis: 'STAYS' })
    const again = [standing({ excluded: ['LS-C'] }), standing({ ...first.task, state: 'DONE', outcome: 'PROVIDED' })]
    expect(kinds(all, again)).toEqual([])
  })

  it('asks nobody for a task that is finished, or ends in the same breath', () => {
    const gone: Person = { ...withdrawn, full: { exclusions: ['LS-C'] } }
    expect(kinds(gone, [standing()])).toEqual(['end'])
    expect(kinds(ruling('LS-C'), [standing({ state: 'DONE', outcome: 'PROVIDED' })])).toEqual([])
  })
})

it('knows every id a return can have raised, and the plans its tasks tell of', () => {
  const ids = possibleTasks(returnEventId)
  expect(new Set(ids).size).toBe(ids.length)
  const made = standing({ state: 'DONE', type: 'PLAN_DRAFT', outcome: 'PROVIDED', completionId: 'plan-1' })
  const declined = standing({ state: 'DONE', type: 'PLAN_DRAFT', outcome: 'DECLINED', completionId: 'word-1' })
  expect(plansOf([made, declined, standing({ type: 'FOLLOW_1M', planId: 'plan-1' })])).toEqual(['plan-1'])
})
