/** Refused records of the officer's own that this tablet cannot open: kept by the server for their author (ADR 11). */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type * as z from 'zod/mini'
import { parcelRoutes } from '../../../functions/commands/parcel-contract.ts'
import { refusalSentence } from '../api/any-refusal.ts'
import { call, type No } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { kindOf, type ToCorrect } from './correction.ts'
import { changes } from './outbox-news.ts'
import { outboxStore } from './outbox-store.ts'
import { openOwnCopy } from './own-copy.ts'
import { t } from './words.ts'

type Refused = z.infer<typeof parcelRoutes.listRefused.response>['records'][number]

/** Those that the list above cannot show: their copy went at a hand-over, with a wiped tablet, or is on another one. */
async function withoutCopyHere(records: readonly Refused[]): Promise<readonly Refused[]> {
  const lacking = await Promise.all(
    records.map(async record => {
      const row = await outboxStore.findRow(record.recordId)
      const isHere =
        row !== undefined && (row.state !== 'refused' || (await openOwnCopy(record.recordId)) !== undefined)
      return isHere ? [] : [record]
    }),
  )
  return lacking.flat()
}

export function BackFromServer({ onOpen }: { onOpen: (record: ToCorrect) => void }) {
  const records = useSignal<readonly Refused[]>([])
  const notListed = useSignal<No | undefined>(undefined)
  const { busy, no, send } = useCommand()
  const change = changes.value
  useEffect(() => {
    let current = true
    void call(parcelRoutes.listRefused, {}).then(async answer => {
      const lacking = answer.ok ? await withoutCopyHere(answer.value.records) : []
      if (!current) return
      if (answer.ok) records.value = lacking
      notListed.value = answer.ok || answer.offline ? undefined : answer
    })
    return () => {
      current = false
    }
  }, [change])
  const take = (recordId: string) =>
    send(
      () => call(parcelRoutes.takeRefused, { params: { recordId } }),
      ({ command, word }) => onOpen({ recordId, kind: kindOf(command.path), command, draft: undefined, refusal: word }),
    )
  if (notListed.value !== undefined) return <NoNotice no={notListed.value} title={shared('refused.read')} />
  if (records.value.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('back.title')}</h2>
      <p>{t('back.lead')}</p>
      {no.value === undefined ? null : <NoNotice no={no.value} title={shared('refused.read')} />}
      <ul class="doors">
        {records.value.map(({ recordId, word, refusedAt }) => (
          <li key={recordId} class="panel">
            <p class="quiet">{localTime(refusedAt)}</p>
            <p>{refusalSentence(word) ?? t('row.refused')}</p>
            <Buttons>
              <Button busy={busy.value} onPress={() => void take(recordId)}>
                {t('back.open')}
              </Button>
            </Buttons>
          </li>
        ))}
      </ul>
    </section>
  )
}
