import { signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { arrivalsRoutes, CountHeads } from '../../../../functions/arrivals/contract.ts'
import { useCommand } from '../../api/use-command.ts'
import { deviceTime, versions } from '../../api/versions.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { useKeptForm } from '../kept/form-keeper.ts'
import { submit } from '../kept/submit.ts'
import { useBatch } from '../kept/use-known.ts'
import { readCount } from '../read-count.ts'
import { t } from '../words.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

interface HeadsFormProps {
  readonly recordId: string
  readonly batchId: string
  readonly body: CountHeads
}

function HeadsForm({ recordId, batchId, body }: HeadsFormProps) {
  const form = useMemo(() => {
    const { men, women, children } = body.heads
    return { men: signal(String(men)), women: signal(String(women)), children: signal(String(children)) }
  }, [])
  const { men, women, children } = form
  const kept = useKeptForm(`correction ${recordId}`, form)
  const isKept = useSignal(false)
  const { value: view } = useBatch(batchId)
  const { busy, no, send } = useCommand()
  const at = useMemo(deviceTime, [])
  const stands = view?.batch.heads
  const counts = [readCount(men.value), readCount(women.value), readCount(children.value)] as const
  if (isKept.value) return <SavedAgain />
  const save = () => {
    const [m, w, c] = counts
    if (m === undefined || w === undefined || c === undefined) return
    const heads = { men: m, women: w, children: c }
    void send(
      () =>
        submit(
          arrivalsRoutes.countHeads,
          // what the officer saw now is what it replaces
          {
            params: { batchId, countId: recordId },
            body: { versions, heads, instead: stands ?? null, deviceTime: at },
          },
          {
            ...{ recordId, kind: 'heads', dependsOn: [], copy: { typed: [] } },
            effect: { is: 'heads', recordId, batchId, at, heads },
          },
        ),
      () => {
        kept.forget()
        isKept.value = true
      },
    )
  }
  return (
    <div class="panel">
      {stands === undefined ? null : (
        <p>{t('heads.newer', { men: stands.men, women: stands.women, children: stands.children })}</p>
      )}
      <div class="heads">
        <TextField label={t('heads.men')} inputMode="numeric" longest={4} value={men} />
        <TextField label={t('heads.women')} inputMode="numeric" longest={4} value={women} />
        <TextField label={t('heads.children')} inputMode="numeric" longest={4} value={children} />
      </div>
      {no.value === undefined ? null : <NoNotice no={no.value} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} disabled={counts.includes(undefined)} onPress={save}>
          {t('correct.again')}
        </Button>
      </Buttons>
    </div>
  )
}

/** A count that a colleague's came before. */
export function CorrectHeads({ record }: { record: ToCorrect }) {
  const body = CountHeads.safeParse(record.command.body)
  const batchId = /^\/v1\/batches\/([^/]+)\/counts\//.exec(record.command.path)?.[1]
  if (!body.success || batchId === undefined) return <AsItIs record={record} />
  return <HeadsForm recordId={record.recordId} batchId={batchId} body={body.data} />
}
