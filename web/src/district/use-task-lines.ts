import { followUpRoutes, type MaskedTask, type PersonName } from '../../../functions/follow-up/contract.ts'
import { call } from '../api/client.ts'
import { type Asked, useAnswer } from '../api/use-answer.ts'
import type { Place } from './desk-address.ts'

/** A task as a list shows it: what kind it is and whose, only to who holds it. */
export interface TaskLine {
  readonly task: MaskedTask
  readonly type?: string
  readonly person?: PersonName | undefined
}
export interface TaskLines {
  readonly lines: readonly TaskLine[]
  readonly more: boolean
}

/** The open tasks, masked; or those the officer holds, opened, each of which goes on record as it is shown. */
export const useTaskLines = (place: Place, held: boolean): Asked<TaskLines> =>
  useAnswer<TaskLines>(`${place} ${held}`, async () => {
    if (held) {
      const mine = await call(followUpRoutes.listHeldTasks, { query: { place } })
      return mine.ok ? { ok: true, value: { lines: mine.value.tasks, more: mine.value.more } } : mine
    }
    const open = await call(followUpRoutes.listTasks, { query: { place, state: 'OPEN' } })
    if (!open.ok) return open
    return { ok: true, value: { lines: open.value.tasks.map(task => ({ task })), more: open.value.more } }
  })
