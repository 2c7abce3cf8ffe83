import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Buttons } from './button.tsx'
import { practiceLine } from './frame-line.ts'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  /** Its buttons: always in sight, beside what is long and scrolls. */
  readonly foot: ComponentChildren
  readonly children: ComponentChildren
}

/** What is wrong, once it is said: its button stays where it is, and what it says of a field may stand further down. */
function useSeen(body: RefObject<HTMLDivElement | null>): void {
  const seen = useRef<Element | null>(null)
  useEffect(() => {
    const said = body.current?.querySelector('.field-says, .notice') ?? null
    if (said !== seen.current) said?.scrollIntoView({ block: 'nearest' })
    seen.current = said
  })
}

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, title, onClose, foot, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  const PracticeLine = practiceLine.value
  useEffect(() => {
    if (open && element.current?.open === false) element.current.showModal()
    if (!open) element.current?.close()
  }, [open])
  useSeen(body)
  return (
    <dialog ref={element} class="dialog" aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        {PracticeLine === undefined ? null : <PracticeLine />}
      </div>
      {open ? (
        <>
          <div ref={body} class="dialog-body">
            {children}
          </div>
          <div class="dialog-foot">
            <Buttons>{foot}</Buttons>
          </div>
        </>
      ) : null}
    </dialog>
  )
}
