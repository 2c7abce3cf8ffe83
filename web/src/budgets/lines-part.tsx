import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Button, Buttons } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { LineFields } from './line-fields.tsx'
import { emptyLine, type LineDraft, type ProjectDraft } from './project-draft.ts'
import { t } from './words.ts'

interface Removed {
  readonly line: LineDraft
  readonly index: number
}

/** As the contract has it. */
const mostLines = 30

interface LinesPartProps {
  readonly draft: ProjectDraft
  readonly problem: (isWrong: boolean, words: string) => string | undefined
}

/** The lines, added one by one; one that was left out can be put back as it was. */
export function LinesPart({ draft, problem }: LinesPartProps) {
  const place = useRef<HTMLElement>(null)
  const removed = useSignal<Removed | undefined>(undefined)
  /** What takes the focus once it is drawn. */
  const next = useRef<string | undefined>(undefined)
  const lines = draft.lines.value
  useEffect(() => {
    if (next.current === undefined) return
    place.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = undefined
  })
  const add = () => {
    const key = Math.max(0, ...lines.map(line => line.key), removed.value?.line.key ?? 0) + 1
    next.current = `[data-line="${key}"] input`
    draft.lines.value = [...lines, emptyLine(key)]
  }
  const remove = (line: LineDraft, index: number) => {
    next.current = '.notice button'
    removed.value = { line, index }
    draft.lines.value = lines.filter(each => each !== line)
  }
  const putBack = ({ line, index }: Removed) => {
    next.current = `[data-line="${line.key}"] input`
    removed.value = undefined
    draft.lines.value = lines.toSpliced(index, 0, line)
  }
  const gone = removed.value
  return (
    <section ref={place} class="panel">
      <h2>{t('open.lines')}</h2>
      <p class="quiet">{t('open.lines.lead')}</p>
      {lines.map((line, index) => (
        <LineFields
          key={line.key}
          line={line}
          lines={lines}
          number={index + 1}
          problem={problem}
          onRemove={lines.length === 1 ? undefined : () => remove(line, index)}
        />
      ))}
      {gone === undefined ? null : (
        <Notice>
          <p>{t('open.line.removed', { number: gone.index + 1 })}</p>
          <Buttons>
            <Button onPress={() => putBack(gone)}>{t('open.line.back')}</Button>
          </Buttons>
        </Notice>
      )}
      {lines.length < mostLines ? (
        <Buttons>
          <Button onPress={add}>{t('open.line.add')}</Button>
        </Buttons>
      ) : null}
    </section>
  )
}
