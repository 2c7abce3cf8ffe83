import { useEffect, useRef } from 'preact/hooks'
import { budgetsRoutes } from '../../../functions/budgets/contract.ts'
import type { ProjectState } from '../../../functions/budgets/project-states.ts'
import type { BudgetMove, LineView } from '../../../functions/budgets/shapes.ts'
import { call } from '../api/client.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { useMove } from '../ui/move-dialog.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { budgetMove } from './budget-move.ts'
import { undoOf } from './line-moves.ts'
import { lineName, money } from './said.ts'
import { t } from './words.ts'

export interface SavedMove {
  readonly projectCode: string
  readonly line: LineView
  readonly move: BudgetMove
}

interface UndoProps extends SavedMove {
  readonly state: ProjectState
  readonly onUndone: (sentence: string) => void
}

/** The same amount the other way, where a move goes that way: the books keep both. */
function Undo({ projectCode, line, move, state, onUndone }: UndoProps) {
  const moving = useMove()
  const does = undoOf(move.does, state)
  const back =
    does === undefined
      ? undefined
      : budgetMove(does, {
          ...{ amount: move.amount, reason: t('undo.reason') },
          place: 'place' in move ? move.place : undefined,
        })
  if (back === undefined) return null
  const undo = () => {
    const { id: moveId, body } = moving.makeCommand({ move: back })
    const { lineCode } = line
    void moving.send(
      () => call(budgetsRoutes.moveBudget, { params: { projectCode, lineCode, moveId }, body }),
      () => onUndone(t('undo.saved', { amount: money(move.amount), line: lineName(projectCode, line) })),
    )
  }
  return (
    <>
      {moving.no.value === undefined ? null : <NoNotice no={moving.no.value} onAgain={undo} />}
      <Buttons>
        <Button busy={moving.busy.value} onPress={undo}>
          {t('undo.do')}
        </Button>
      </Buttons>
    </>
  )
}

interface SavedProps {
  readonly sentence: string
  readonly move: SavedMove | undefined
  readonly state: ProjectState
  readonly onUndone: (sentence: string) => void
}

/** What was saved last, where it was begun; it takes the focus, since the button that began it may be gone. */
export function Saved({ sentence, move, state, onUndone }: SavedProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={element} tabIndex={-1}>
      <Notice kind="good">
        <p>{sentence}</p>
        {move === undefined ? null : <Undo {...move} state={state} onUndone={onUndone} />}
      </Notice>
    </div>
  )
}
