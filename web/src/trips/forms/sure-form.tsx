import type { Answer } from '../../api/client.ts'
import type { Command } from '../../api/command-maker.ts'
import { useMove } from '../../ui/move-dialog.tsx'
import { TripDialog } from './trip-dialog.tsx'

interface SureFormProps {
  readonly title: string
  readonly lead: string
  readonly act: string
  readonly command: (made: Command<object>) => Promise<Answer<unknown>>
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** Asks once more before something that is not taken back. */
export function SureForm({ title, lead, act, command, onSaved, onClose }: SureFormProps) {
  const { makeCommand, ...sending } = useMove()
  return (
    <TripDialog
      title={title}
      act={act}
      sending={sending}
      onSave={() => void sending.send(() => command(makeCommand({})), onSaved)}
      onClose={onClose}
    >
      <p>{lead}</p>
    </TripDialog>
  )
}
