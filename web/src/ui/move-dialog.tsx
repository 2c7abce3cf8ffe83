import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { No } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { type Sending, useCommand } from '../api/use-command.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { NoNotice } from './no-notice.tsx'

/** What every form of the desk has: one command at a time, and problems that are said once saving was tried. */
export function useMove() {
  const asked = useSignal(false)
  const makeCommand = useMemo(() => commandMaker(), [])
  return {
    ...useCommand(),
    makeCommand,
    tried() {
      asked.value = true
    },
    problem: (isWrong: boolean, words: string): string | undefined => (asked.value && isWrong ? words : undefined),
  }
}

/** How each form ends: with a sentence for the page, or with nothing done. */
export interface FormEnds {
  readonly onSaved: (sentence: string) => void
  readonly onClose: () => void
}

interface MoveDialogProps {
  readonly title: string
  /** What its button says. */
  readonly act: string
  readonly moving: Pick<Sending, 'busy' | 'no'>
  readonly onSave: () => void
  readonly onClose: () => void
  /** Where a desk says some refusals in words of its own. */
  readonly noWords?: (no: No) => ComponentChildren
  readonly children: ComponentChildren
}

/** Whoever closes it is where they were: at the button that opened it. */
function useWayBack(): void {
  const opener = useRef(document.activeElement)
  useEffect(
    () => () => {
      const { current } = opener
      // once the dialog is gone: as long as it stands, nothing outside it takes the focus
      queueMicrotask(() => {
        if (current instanceof HTMLElement) current.focus()
      })
    },
    [],
  )
}

export function MoveDialog({
  title,
  act,
  moving: { busy, no },
  onSave,
  onClose,
  noWords = no => <NoNotice no={no} onAgain={onSave} />,
  children,
}: MoveDialogProps) {
  useWayBack()
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" busy={busy.value} onPress={onSave}>
            {act}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      {children}
      {no.value === undefined ? null : noWords(no.value)}
    </Dialog>
  )
}
