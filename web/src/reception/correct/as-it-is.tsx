import { useSignal } from '@preact/signals'
import type { No } from '../../api/client.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { outboxStore } from '../../outbox/outbox-store.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { notKept } from '../kept/submit.ts'
import { t } from '../words.ts'
import { SavedAgain } from './saved-again.tsx'

/**
 * A record that has no form of its own here: what stood in its way may be gone (a stock that was
 * received meanwhile), and it goes once more as it was captured.
 */
export function AsItIs({ record: { recordId, kind, command } }: { record: ToCorrect }) {
  const busy = useSignal(false)
  const no = useSignal<No | undefined>(undefined)
  const isKept = useSignal(false)
  if (isKept.value) return <SavedAgain />
  const save = async () => {
    busy.value = true
    const [{ keepRecord }, row] = await Promise.all([
      import('../../outbox/keep-record.ts'),
      outboxStore.findRow(recordId),
    ])
    const kept = await keepRecord({ recordId, kind, ...command, dependsOn: row?.dependsOn ?? [], copy: { typed: [] } })
    busy.value = false
    no.value = kept === 'kept' ? undefined : notKept[kept]
    isKept.value = kept === 'kept'
  }
  return (
    <>
      <p>{t('correct.as-it-is')}</p>
      {no.value === undefined ? null : <NoNotice no={no.value} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={() => void save()}>
          {t('correct.again')}
        </Button>
      </Buttons>
    </>
  )
}
