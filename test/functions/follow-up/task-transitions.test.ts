import { describe, expect, it } from 'vitest'
import {
  type TaskAction,
  taskActions,
  taskRefusal,
  taskTransitions,
} from '../../../functions/follow-up/task-transitions.ts'
import { taskStates } from '../../../functions/follow-up/task-words.ts'
import { stateAfter, statesThatAllow } from '../../../functions/platform/transitions.ts'

const allowed: Record<TaskAction, Record<string, string>> = {
  claim: { OPEN: 'CLAIMED' },
  release: { CLAIMED: 'OPEN' },
  lapse: { CLAIMED: 'OPEN' },
  complete: { CLAIMED: 'DONE' },
  escalate: { OPEN: 'OPEN', CLAIMED: 'CLAIMED' },
  'lose-basis': { OPEN: 'DONE', CLAIMED: 'DONE' },
  'regain-basis': { DONE: 'OPEN' },
  'end-with-plan': { OPEN: 'DONE', CLAIMED: 'DONE' },
  move: { OPEN: 'OPEN', CLAIMED: 'OPEN' },
  arrive: { OPEN: 'DONE' },
}

describe('the transitions of a task', () => {
  it.each(taskActions.flatMap(action => taskStates.map(state => [action, state] as const)))(
    '%s from %s',
    (action, state) => {
      expect(stateAfter(taskTransitions, action, state)).toBe(allowed[action][state])
    },
  )

  it.each(taskActions)('%s starts from the states that its write is conditional on', action => {
    expect([...statesThatAllow(taskTransitions, action)]).toEqual(Object.keys(allowed[action]))
  })

  it('are over once it is done, but for what the person agrees to again', () => {
    const left = taskActions.filter(action => stateAfter(taskTransitions, action, 'DONE') !== undefined)
    expect(left).toEqual(['regain-basis'])
  })
})

describe('why an action was not possible', () => {
  it.each([
    ['claim', 'CLAIMED', 'task-already-claimed'],
    ['claim', 'DONE', 'task-finished'],
    ['complete', 'OPEN', 'task-not-yours'],
    ['release', 'OPEN', 'task-not-yours'],
    ['release', 'DONE', 'task-finished'],
  ] as const)('%s of a task found %s: %s', (action, found, word) => {
    expect(taskRefusal(action, found)).toBe(word)
  })
})
