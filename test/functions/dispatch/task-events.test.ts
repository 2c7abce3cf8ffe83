import { describe, expect, it } from 'vitest'
import { nameOfChange, taskEvent } from '../../../functions/dispatch/task-events.ts'
import type { Task } from '../../../functions/follow-up/task-record.ts'
import { aTask } from '../../builders/task.ts'

const open: Task = { ...aTask({ personId: crypto.randomUUID(), note: 'Ha Ramokoatsi' }), state: 'OPEN', revision: 1 }
const claimed: Task = { ...open, state: 'CLAIMED', claimId: 'claim-1', claimedBy: 'officer-1', revision: 2 }
const done: Task = { ...claimed, state: 'DONE', outcome: 'PROVIDED', revision: 3 }

describe('what a change of a task says', () => {
  it.each([
    ['task.raised', undefined, open],
    ['task.claimed', open, claimed],
    ['task.raised', claimed, { ...open, place: 'LS-D' }],
    ['task.claimed', claimed, { ...claimed, claimId: 'claim-2', claimedBy: 'officer-2' }],
    ['task.released', claimed, open],
    ['task.finished', claimed, done],
    ['task.overdue', open, { ...open, escalation: 1 }],
    ['task.overdue', { ...claimed, escalation: 1 }, { ...claimed, escalation: 2 }],
  ] as const)('is %s', (name, before, after) => {
    expect(nameOfChange(before, after)).toBe(name)
  })

  it.each([
    ['nothing', open, { ...open, revision: 2 }],
    ['a finished task', done, { ...done, revision: 4 }],
  ] as const)('is no event for %s', (_, before, after) => {
    expect(taskEvent(before, after, 'event-1')).toBeUndefined()
  })
})

describe('an event', () => {
  it('carries a place, a family, a date and its own id, and nothing else', () => {
    const event = taskEvent(undefined, open, 'event-1')
    expect(event).toEqual({
      name: 'task.raised',
      detail: { place: 'LS-C', family: 'VISIT', dueAt: open.dueAt, eventId: 'event-1' },
    })
  })

  it('says the same of two people', () => {
    const other: Task = {
      ...open,
      ...aTask({ type: 'RSS_BASELINE', displayNumber: 'KQ-A2-0009-3', council: 'Pitseng' }),
    }
    expect(taskEvent(undefined, other, 'event-1')).toEqual(taskEvent(undefined, open, 'event-1'))
  })
})
