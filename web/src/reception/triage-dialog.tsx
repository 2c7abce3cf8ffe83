import { useSignal } from '@preact/signals'
import type { UrgentFlag } from '../../../functions/registration/vulnerability-codes.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { UrgentFlags } from './intake/section-urgent.tsx'
import type { ListedPerson } from './listed-people.ts'
import { t } from './words.ts'

interface TriageDialogProps {
  readonly person: ListedPerson
  readonly flags: readonly UrgentFlag[]
  readonly onMark: (flags: readonly UrgentFlag[]) => void
  readonly onClose: () => void
}

/** Why somebody goes first, by pictures and numbers; the form begins with it. */
export function TriageDialog({ person: { name }, flags, onMark, onClose }: TriageDialogProps) {
  const chosen = useSignal(flags)
  return (
    <Dialog
      open
      title={name}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" onPress={() => onMark(chosen.value)}>
            {t('first.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <UrgentFlags value={chosen} />
    </Dialog>
  )
}
