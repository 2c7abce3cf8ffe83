import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { followUpRoutes } from '../../../functions/follow-up/contract.ts'
import { call } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { t } from './words.ts'

interface ReleaseDialogProps {
  readonly taskId: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Gives a task back to the others, with a reason. */
export function ReleaseDialog({ taskId, onDone, onClose }: ReleaseDialogProps) {
  const reason = useSignal('')
  const asked = useSignal(false)
  const makeCommand = useMemo(commandMaker, [])
  const { busy, no, send } = useCommand()
  const typed = reason.value.trim()
  const save = () => {
    asked.value = true
    if (typed === '') return
    const { id: releaseId, body } = makeCommand({ reason: typed })
    void send(() => call(followUpRoutes.releaseTask, { params: { taskId, releaseId }, body }), onDone)
  }
  return (
    <Dialog
      open
      title={t('release.title')}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" busy={busy.value} onPress={save}>
            {t('release.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('release.text')}</p>
      <TextField
        label={t('release.reason')}
        hint={t('note.hint')}
        lines={3}
        longest={600}
        value={reason}
        problem={asked.value && typed === '' ? t('release.reason.problem') : undefined}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
    </Dialog>
  )
}
