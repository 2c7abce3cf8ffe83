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
  const keep = () => {
    const drawn = pad.current
    if (drawn === undefined) return
    mark.value = drawn.isEmpty()
      ? undefined
      : { attachmentId: newId(), content: drawn.toDataURL('image/png').slice(png.length) }
  }
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    element.width = element.offsetWidth
    element.height = element.offsetHeight
    const made = new SignaturePad(element, { ...strokes[kind], backgroundColor: 'white', penColor: '#17212b' })
    pad.current = made
    const before = mark.peek()
    if (before !== undefined) void made.fromDataURL(`${png}${before.content}`, { ratio: 1 })
    made.addEventListener('endStroke', keep)
    return () => made.off()
  }, [kind])
  return (
    <div class="mark-pad">
      <p class="field-hint">{t(kind === 'THUMB' ? 'pad.thumb' : 'pad.sign')}</p>
      <canvas ref={canvas} role="img" aria-label={t(kind === 'THUMB' ? 'pad.thumb' : 'pad.sign')} />
      <Buttons>
        <Button
          onPress={() => {
            const drawn = pad.current
            drawn?.fromData(drawn.toData().slice(0, -1))
            keep()
          }}
        >
          {t('pad.undo')}
        </Button>
        <Button
          onPress={() => {
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
