import { describe, expect, it } from 'vitest'
import { isHeldBy, maskTask } from '../../../functions/follow-up/masked-task.ts'
import type { Task } from '../../../functions/follow-up/task-record.ts'
import { aTask } from '../../builders/task.ts'

const at = '2026-11-22T10:00:00.000Z'
const open: Task = { ...aTask(), state: 'OPEN', revision: 1 }
const claimed: Task = {
  ...open,
  state: 'CLAIMED',
  claimId: 'claim-1',
  claimedBy: 'officer-1',
  claimedAt: at,
  lapsesAt: '2026-11-22T11:00:00.000Z',
}

describe('a masked task', () => {
  it('shows a number, a council, a date and a neutral family, whatever else the record holds', () => {
    const shown = maskTask({ ...open, note: 'Ask at the mill' } as Task, 'officer-1', at)
    expect(Object.keys(shown).sort()).toEqual(
      ['council', 'displayNumber', 'dueAt', 'family', 'mine', 'overdue', 'revision', 'state', 'taskId'].sort(),
    )
  })

  it('is overdue once its due time has passed, unless it is done', () => {
    const late = '2026-12-20T08:00:00.001Z'
    expect([at, open.dueAt, late].map(when => maskTask(open, 'officer-1', when).overdue)).toEqual([false, false, true])
    expect(maskTask({ ...open, state: 'DONE' }, 'officer-1', late).overdue).toBe(false)
  })

  it('is mine until my claim lapses', () => {
    expect(maskTask(claimed, 'officer-1', at)).toMatchObject({ mine: true, lapsesAt: claimed.lapsesAt })
    expect(maskTask(claimed, 'officer-2', at).mine).toBe(false)
    expect(isHeldBy(claimed, 'officer-1', '2026-11-22T11:00:00.000Z')).toBe(false)
  })
})
