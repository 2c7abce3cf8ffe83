import { Button } from '../ui/button.tsx'
import type { Column } from '../ui/table.tsx'
import { t } from './words.ts'

export interface RowAction {
  readonly words: string
  readonly onPress: () => void
}

interface RowActionsProps {
  /** Which row: said to who cannot see it stand beside the button. */
  readonly of: string
  readonly actions: readonly RowAction[]
}

const RowActions = ({ of, actions }: RowActionsProps) => (
  <div class="row-actions">
    {actions.map(({ words, onPress }) => (
      <Button key={words} label={`${words}: ${of}`} onPress={onPress}>
        {words}
      </Button>
    ))}
  </div>
)

/** The last column, where the officer may do anything in any row. */
export const actionsColumn = <Row,>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  actionsOf: (row: Row) => readonly RowAction[],
): readonly Column<Row>[] =>
  rows.some(row => actionsOf(row).length > 0)
    ? [{ heading: t('col.actions'), cell: row => <RowActions of={nameOf(row)} actions={actionsOf(row)} /> }]
    : []
