import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { followUpRoutes, type MaskedTask } from '../../../functions/follow-up/contract.ts'
import type { LocalText } from '../../../functions/platform/local-text.ts'
import { call, type No } from '../api/client.ts'
import { commandMaker, type MakeCommand } from '../api/command-maker.ts'

export interface Claiming {
  /** The task that is being asked for. */
  readonly asked: ReadonlySignal<string | undefined>
  /** What to say to whom it slipped away from: not a mistake of theirs. */
  readonly lost: ReadonlySignal<LocalText | undefined>
  readonly no: ReadonlySignal<No | undefined>
  readonly claim: (task: MaskedTask) => Promise<void>
}

/** Words that mean: somebody was faster, or the list on screen is no longer true. */
const overtaken: readonly string[] = ['task-already-claimed', 'task-finished', 'revision-stale', 'not-found']

/** Claims a task; the id is made once for each look at it, so that a retry after a lost answer is the same claim. */
export function useClaim(onWon: (task: MaskedTask) => void, onLost: () => void): Claiming {
  const asked = useSignal<string | undefined>(undefined)
  const lost = useSignal<LocalText | undefined>(undefined)
  const no = useSignal<No | undefined>(undefined)
  const makers = useMemo(() => new Map<string, MakeCommand>(), [])
  const makerOf = ({ taskId }: MaskedTask): MakeCommand => {
    const maker = makers.get(taskId) ?? commandMaker()
    makers.set(taskId, maker)
    return maker
  }
  return {
    asked,
    lost,
    no,
    async claim(task) {
      if (asked.value !== undefined) return
      asked.value = task.taskId
      lost.value = undefined
      no.value = undefined
      const { id: claimId, body } = makerOf(task)({ revision: task.revision })
      const { taskId } = task
      const answer = await call(followUpRoutes.claimTask, { params: { taskId, claimId }, body }).finally(() => {
        asked.value = undefined
      })
      if (answer.ok) onWon(task)
      else if (!answer.offline && overtaken.includes(answer.word)) {
        lost.value = answer.sentences
        onLost()
      } else no.value = answer
    },
  }
}
