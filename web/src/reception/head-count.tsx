import { signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { BatchSummary, Heads } from '../../../functions/arrivals/batch.ts'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { dependsOn } from './kept/depends-on.ts'
import { standing } from './kept/effects.ts'
import { useKeptForm } from './kept/form-keeper.ts'
import { submit } from './kept/submit.ts'
import { readCount } from './read-count.ts'
import { t } from './words.ts'

interface HeadCountProps {
  readonly batch: BatchSummary
  /** Asks again how the arrival stands. */
  readonly onAsk: () => void
}

const typedAs = (count: number | undefined) => (count === undefined ? '' : String(count))
const sameHeads = (one: Heads | undefined, other: Heads | undefined): boolean =>
  one?.men === other?.men && one?.women === other?.women && one?.children === other?.children

const headsTyped = ({ men, women, children }: Heads) => [
  { label: t('heads.men'), answer: String(men) },
  { label: t('heads.women'), answer: String(women) },
  { label: t('heads.children'), answer: String(children) },
]

const formOf = (heads: Heads | undefined) => ({
  men: signal(typedAs(heads?.men)),
  women: signal(typedAs(heads?.women)),
  children: signal(typedAs(heads?.children)),
})

/**
 * Men, women and children apart: it sizes kits and seats. A later count replaces an earlier one, but only the one its
 * officer saw: what a colleague counted meanwhile is shown first.
 */
export function HeadCount({ batch, onAsk }: HeadCountProps) {
  /** The count that stood in the form before anything was typed; another one is another form. */
  const begun = useSignal(batch.heads)
  const form = useMemo(() => formOf(begun.value), [begun.value])
  const { men, women, children } = form
  /** The arrival's count that what is typed began from, and the one this form saved since. */
  const seen = useSignal(batch.heads)
  const mine = useSignal<Heads | undefined>(undefined)
  const asked = useSignal(false)
  const saved = useSignal<number | undefined>(undefined)
  const typed = [men.value, women.value, children.value].join()
  const kept = useKeptForm(`heads ${batch.batchId}`, form)
  const command = useMemo(() => commandMaker(kept.recordId), [form])
  const { busy, no, send } = useCommand()
  const counts = { men: readCount(men.value), women: readCount(women.value), children: readCount(children.value) }
  const complete = counts.men !== undefined && counts.women !== undefined && counts.children !== undefined
  const total = (counts.men ?? 0) + (counts.women ?? 0) + (counts.children ?? 0)

  const base = mine.value ?? seen.value
  const isNew = !sameHeads(batch.heads, seen.value) && !sameHeads(batch.heads, mine.value)
  const newer = isNew ? batch.heads : undefined
  const goFrom = (heads: Heads) => {
    seen.value = heads
    mine.value = undefined
  }
  const take = (heads: Heads) => {
    goFrom(heads)
    kept.forget()
    begun.value = heads
  }
  useEffect(() => {
    // whoever left it half-filled may not have seen the count that stands now
    if (kept.isReopened) seen.value = undefined
  }, [kept.isReopened])
  useEffect(() => {
    const untouched = typed === [base?.men, base?.women, base?.children].map(typedAs).join()
    if (newer !== undefined && untouched) take(newer)
    if (mine.value !== undefined && sameHeads(batch.heads, mine.value)) goFrom(mine.value)
  }, [batch.heads])
  const save = () => {
    asked.value = true
    saved.value = undefined
    if (counts.men === undefined || counts.women === undefined || counts.children === undefined) return
    const heads = { men: counts.men, women: counts.women, children: counts.children }
    const instead = base ?? null
    void send(
      async () => {
        const { batchId } = batch
        const { id: countId, body } = command({ heads, instead })
        const answer = await submit(
          arrivalsRoutes.countHeads,
          { params: { batchId, countId }, body },
          {
            recordId: countId,
            kind: 'heads',
            dependsOn: dependsOn(standing.value, { batchId, headsAfter: true }),
            copy: { typed: headsTyped(heads) },
            effect: { is: 'heads', recordId: countId, batchId, at: body.deviceTime, heads },
          },
        )
        if (!answer.ok) onAsk()
        return answer
      },
      () => {
        mine.value = heads
        saved.value = total
        kept.forget()
        begun.value = heads
        onAsk()
      },
    )
  }
  return (
    <>
      <details class="more" open={batch.heads === undefined}>
        <summary>{t('heads.title')}</summary>
        <div class="panel">
          <div class="heads">
            <TextField label={t('heads.men')} inputMode="numeric" longest={4} value={men} />
            <TextField label={t('heads.women')} inputMode="numeric" longest={4} value={women} />
            <TextField label={t('heads.children')} inputMode="numeric" longest={4} value={children} />
          </div>
          {asked.value && !complete ? <p class="field-says">{t('heads.problem')}</p> : null}
          {newer === undefined ? null : (
            <Notice kind="look" title={t('heads.newer.title')}>
              <p>{t('heads.newer', { men: newer.men, women: newer.women, children: newer.children })}</p>
              <Buttons>
                <Button onPress={() => take(newer)}>{t('heads.newer.take')}</Button>
                <Button onPress={() => goFrom(newer)}>{t('heads.newer.keep')}</Button>
              </Buttons>
            </Notice>
          )}
          {no.value === undefined || newer !== undefined ? null : <NoNotice no={no.value} onAgain={save} />}
          <Buttons>
            <Button busy={busy.value} disabled={newer !== undefined} onPress={save}>
              {t('heads.do')}
            </Button>
            <span class="beside">{t('heads.total', { count: total })}</span>
          </Buttons>
        </div>
      </details>
      {saved.value === undefined ? null : (
        <Notice kind="good">
          <p>{t('heads.saved', { count: saved.value })}</p>
        </Notice>
      )}
    </>
  )
}
