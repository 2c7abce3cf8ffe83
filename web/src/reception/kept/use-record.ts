import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { changes } from '../../outbox/outbox-news.ts'
import type { OutboxRow } from '../../outbox/outbox-row.ts'
import { outboxStore } from '../../outbox/outbox-store.ts'
import { isPractice } from '../../practice/is-practice.ts'

/** A record of this tablet as it stands now, and as it changes; undefined where it was never kept here. */
export function useRecord(recordId: string): OutboxRow | undefined {
  const row = useSignal<OutboxRow | undefined>(undefined)
  const change = changes.value
  useEffect(() => {
    if (isPractice) return
    let current = true
    void outboxStore.findRow(recordId).then(found => {
      if (current) row.value = found
    })
    return () => {
      current = false
    }
  }, [recordId, change])
  return row.value
}
