import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { call } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { useCommand } from '../api/use-command.ts'
import { deviceTime, versions } from '../api/versions.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { readCount } from './read-count.ts'
import { t } from './words.ts'

/** Men, women and children apart: it sizes kits and seats. A later count replaces an earlier one. */
export function HeadCount({ batch, onCounted }: { batch: BatchSummary; onCounted: () => void }) {
  const start = (count: number | undefined) => (count === undefined ? '' : String(count))
  const men = useSignal(start(batch.heads?.men))
  const women = useSignal(start(batch.heads?.women))
  const children = useSignal(start(batch.heads?.children))
  const asked = useSignal(false)
  const saved = useSignal<number | undefined>(undefined)
  const typed = [men.value, women.value, children.value].join()
  // one id for one count: a retry carries it, another count has another
  const countId = useMemo(newId, [typed])
  const { busy, no, send } = useCommand()
  const counts = { men: readCount(men.value), women: readCount(women.value), children: readCount(children.value) }
  const complete = counts.men !== undefined && counts.women !== undefined && counts.children !== undefined
  const total = (counts.men ?? 0) + (counts.women ?? 0) + (counts.children ?? 0)

  const save = () => {
    asked.value = true
    saved.value = undefined
    if (counts.men === undefined || counts.women === undefined || counts.children === undefined) return
    const heads = { men: counts.men, women: counts.women, children: counts.children }
    void send(
      () =>
        call(arrivalsRoutes.countHeads, {
          params: { batchId: batch.batchId, countId },
          body: { versions, heads, deviceTime: deviceTime() },
        }),
      () => {
        saved.value = total
        onCounted()
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
          {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
          <Buttons>
            <Button busy={busy.value} onPress={save}>
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
