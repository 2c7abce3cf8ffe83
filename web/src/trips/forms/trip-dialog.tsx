import type { ComponentProps } from 'preact'
import type { Sending } from '../../api/use-command.ts'
import { MoveDialog } from '../../ui/move-dialog.tsx'
import { TripNo } from '../trip-no.tsx'

type TripDialogProps = Omit<ComponentProps<typeof MoveDialog>, 'moving' | 'noWords'> & {
  readonly sending: Pick<Sending, 'busy' | 'no'>
}

/** A move's dialog that says why a rule forbids the ride. */
export const TripDialog = ({ sending, ...dialog }: TripDialogProps) => (
  <MoveDialog {...dialog} moving={sending} noWords={no => <TripNo no={no} onAgain={dialog.onSave} />} />
)
