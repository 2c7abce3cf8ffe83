import { useEffect, useRef } from 'preact/hooks'
import SignaturePad from 'signature_pad'
import { newId } from '../../api/new-id.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import type { ProofDraft } from './proof-draft.ts'
import './proof.css'
import { t } from './words.ts'

/** A thumb is broader than a pen. */
const strokes = {
  SIGNATURE: { minWidth: 1, maxWidth: 3, dotSize: 3 },
  THUMB: { minWidth: 8, maxWidth: 16, dotSize: 24 },
} as const

const png = 'data:image/png;base64,'

/** Drawn on with a finger, a pen or a mouse; what is drawn is a PNG without anything beside it. */
export function MarkPad({ kind, mark }: { kind: keyof typeof strokes; mark: ProofDraft['mark'] }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | undefined>(undefined)
  /** A mark from before this form was opened again: known as a picture, not stroke by stroke, or not known here at all. */
  const before = useRef(mark.peek())
  const isElsewhere = before.current !== undefined && before.current.content === undefined
  const keep = () => {
    const drawn = pad.current
    if (drawn === undefined) return
    const nothing = isElsewhere ? before.current : undefined
    mark.value = drawn.isEmpty()
      ? nothing
      : { attachmentId: newId(), content: drawn.toDataURL('image/png').slice(png.length) }
  }
  const drawBefore = async (drawn: SignaturePad) => {
    const content = before.current?.content
    if (content !== undefined) await drawn.fromDataURL(`${png}${content}`, { ratio: 1 })
  }
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    element.width = element.offsetWidth
    element.height = element.offsetHeight
    const made = new SignaturePad(element, { ...strokes[kind], backgroundColor: 'white', penColor: '#17212b' })
    pad.current = made
    void drawBefore(made)
    made.addEventListener('endStroke', keep)
    return () => made.off()
  }, [kind])
  const takeBack = async (drawn: SignaturePad) => {
    const drawnHere = drawn.toData()
    if (drawnHere.length === 0 && !isElsewhere) before.current = undefined // the picture is one stroke
    drawn.clear()
    await drawBefore(drawn)
    drawn.fromData(drawnHere.slice(0, -1), { clear: false })
    keep()
  }
  return (
    <div class="mark-pad">
      {isElsewhere ? <p>{t('pad.before')}</p> : null}
      <p class="field-hint">{t(kind === 'THUMB' ? 'pad.thumb' : 'pad.sign')}</p>
      <canvas ref={canvas} role="img" aria-label={t(kind === 'THUMB' ? 'pad.thumb' : 'pad.sign')} />
      <Buttons>
        <Button
          onPress={() => {
            if (pad.current !== undefined) void takeBack(pad.current)
          }}
        >
          {t('pad.undo')}
        </Button>
        <Button
          onPress={() => {
            if (!isElsewhere) before.current = undefined
            pad.current?.clear()
            keep()
          }}
        >
          {t('pad.clear')}
        </Button>
      </Buttons>
    </div>
  )
}
