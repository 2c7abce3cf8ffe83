import { useSignal } from '@preact/signals'
import { budgetsRoutes } from '../../../../functions/budgets/contract.ts'
import type { LineView, ProjectView } from '../../../../functions/budgets/shapes.ts'
import { type StorePlace, storePlaces } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { storeName } from '../../i18n/store-name.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { budgetMove } from '../budget-move.ts'
import { type Does, moveRows } from '../line-moves.ts'
import { readAmount } from '../read-amount.ts'
import { lineName, money } from '../said.ts'
import type { SavedMove } from '../saved.tsx'
import { t } from '../words.ts'

interface LineFormProps {
  readonly project: ProjectView
  readonly line: LineView
  readonly does: Does
  readonly onSaved: (sentence: string, move: SavedMove) => void
  readonly onClose: () => void
}

/** So much of a line's money goes somewhere. Whether there is as much says the server, whose figures are the newest. */
export function LineForm({ project: { projectCode }, line, does, onSaved, onClose }: LineFormProps) {
  const { asks, from } = moveRows[does]
  const typed = useSignal('')
  const place = useSignal<StorePlace | undefined>(undefined)
  const reason = useSignal('')
  const moving = useMove()
  const amount = readAmount(typed.value)
  const why = reason.value.trim()
  const { lineCode, figures } = line

  const save = () => {
    moving.tried()
    if (typeof amount === 'string') return
    const move = budgetMove(does, { amount, place: place.value, reason: why })
    if (move === undefined) return
    const { id: moveId, body } = moving.makeCommand({ move })
    const where = 'place' in move ? storeName(move.place) : ''
    const said = { line: lineName(projectCode, line), amount: money(amount), place: where }
    void moving.send(
      () => call(budgetsRoutes.moveBudget, { params: { projectCode, lineCode, moveId }, body }),
      () => onSaved(t(`saved.${does}`, said), { projectCode, line, move }),
    )
  }
  const { problem } = moving
  return (
    <MoveDialog title={t(`title.${does}`)} act={t(`do.${does}`)} moving={moving} onSave={save} onClose={onClose}>
      <p>
        <strong>{lineName(projectCode, line)}</strong>
      </p>
      <p class="quiet">{t(`means.${does}`)}</p>
      <TextField
        label={t('amount.ask')}
        {...(figures === undefined
          ? {}
          : { hint: t(`has.${does}`, { amount: money(from(figures) ?? figures.allocated) }) })}
        inputMode="decimal"
        width="half"
        longest={20}
        value={typed}
        problem={typeof amount === 'string' ? problem(true, t(`amount.${amount}`)) : undefined}
      />
      {does === 'FUND' || does === 'HAND_BACK' ? (
        <SelectField
          label={t(`place.${does}`)}
          options={storePlaces.map(value => ({ value, label: storeName(value) }))}
          value={place}
          problem={problem(asks === 'place' && place.value === undefined, t('place.problem'))}
        />
      ) : (
        <TextField
          label={t(`reason.${does}`)}
          lines={2}
          longest={600}
          value={reason}
          problem={problem(why === '', t('reason.problem'))}
        />
      )}
    </MoveDialog>
  )
}
