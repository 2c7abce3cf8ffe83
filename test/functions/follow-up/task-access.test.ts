import { describe, expect, it } from 'vitest'
import { isExcluded, nobodyLeft, taskScope } from '../../../functions/follow-up/task-access.ts'
import type { Caller } from '../../../functions/platform/caller.ts'

const caller = (...grants: Caller['grants']): Caller => ({ officerId: 'officer-1', grants })
const labour = { role: 'labour', place: 'LS-C' } as const
const office = { role: 'administrator-office', place: 'LS-C' } as const
const task = { place: 'LS-C', roles: ['labour'] }

describe('who may see a task', () => {
  it('needs a role the task names, held at its place', () => {
    expect(taskScope(caller(labour), 'task.list')(task)).toBe(true)
    expect(taskScope(caller(office), 'task.list')(task)).toBe(false)
    expect(taskScope(caller({ ...labour, place: 'LS-D' }), 'task.list')(task)).toBe(false)
  })

  it('never mixes the role of one district with the place of another', () => {
    expect(taskScope(caller(office, { ...labour, place: 'LS-D' }), 'task.list')(task)).toBe(false)
  })

  it('needs a role that may do what is asked', () => {
    expect(taskScope(caller(labour), 'visit.record')(task)).toBe(false)
  })

  it('gives nothing for the word everywhere', () => {
    expect(taskScope(caller({ ...labour, place: '*' }), 'task.list')(task)).toBe(false)
  })

  it.each(['officer-1', 'labour@LS-C', 'LS-C', 'administrator-office@LS-C'])(
    'bars who was ruled out as %s',
    excluded => {
      expect(taskScope(caller(labour, office), 'task.list')({ ...task, excluded: [excluded] })).toBe(false)
      expect(isExcluded(caller(labour, office), [excluded])).toBe(true)
    },
  )

  it('bars nobody else', () => {
    expect(isExcluded(caller(labour), ['officer-2', 'labour@LS-D', 'LS-D', 'health@LS-C'])).toBe(false)
    expect(isExcluded(caller(labour))).toBe(false)
  })
})

describe('whether anybody is left to see a task', () => {
  const task = { place: 'LS-C', roles: ['labour'] }
  it.each([
    ['nobody is ruled out', [], false],
    ['an officer is', ['officer-1'], false],
    ['the desk is, and the roster has another', ['labour@LS-C'], false],
    ['the desk and whom the roster calls are', ['labour@LS-C', 'administrator-office@LS-C'], true],
    ['the same desks of another district are', ['labour@LS-D', 'administrator-office@LS-D'], false],
    ['the district is', ['LS-C'], true],
  ])('where %s', (_case, excluded, left) => {
    expect(nobodyLeft({ ...task, excluded })).toBe(left)
  })
})
