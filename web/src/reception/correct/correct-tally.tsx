import { signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { boardRoutes, TallyNeeds } from '../../../../functions/arrivals/board-contract.ts'
import { useCommand } from '../../api/use-command.ts'
import { deviceTime, versions } from '../../api/versions.ts'
import { t as board } from '../../board/words.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { dependsOn } from '../kept/depends-on.ts'
import { standing } from '../kept/effects.ts'
import { useKeptForm } from '../kept/form-keeper.ts'
import { submit } from '../kept/submit.ts'
import { readCount } from '../read-count.ts'
import { t } from '../words.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

interface TallyFormProps {
  readonly recordId: string
  readonly batchId: string
  readonly body: TallyNeeds
}

function TallyForm({ recordId, batchId, body: { needs } }: TallyFormProps) {
  const form = useMemo(
    () => ({ barefoot: signal(String(needs.barefoot)), emptyHanded: signal(String(needs.emptyHanded)) }),
    [],
  )
  const kept = useKeptForm(`correction ${recordId}`, form)
  const isKept = useSignal(false)
  const at = useMemo(deviceTime, [])
  const { busy, no, send } = useCommand()
  const barefoot = readCount(form.barefoot.value)
  const emptyHanded = readCount(form.emptyHanded.value)
  if (isKept.value) return <SavedAgain />
  const save = () => {
    if (barefoot === undefined || emptyHanded === undefined) return
    const counted = { barefoot, emptyHanded }
    void send(
      () =>
        submit(
          boardRoutes.tallyNeeds,
          { params: { batchId, tallyId: recordId }, body: { versions, needs: counted, deviceTime: at } },
          {
            ...{ recordId, kind: 'tally', copy: { typed: [] } },
            dependsOn: dependsOn(standing.value, { batchId, except: recordId }),
            effect: { is: 'tally', recordId, batchId, at, needs: counted },
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
      <div class="heads">
        <TextField label={board('tally.barefoot')} inputMode="numeric" longest={4} value={form.barefoot} />
        <TextField label={board('tally.emptyHanded')} inputMode="numeric" longest={4} value={form.emptyHanded} />
      </div>
      {no.value === undefined ? null : <NoNotice no={no.value} />}
      <Buttons>
        <Button
          kind="primary"
          busy={busy.value}
          disabled={barefoot === undefined || emptyHanded === undefined}
          onPress={save}
        >
          {t('correct.again')}
        </Button>
      </Buttons>
    </div>
  )
}

/** A tally that was not taken: the numbers as they were counted. */
export function CorrectTally({ record }: { record: ToCorrect }) {
  const body = TallyNeeds.safeParse(record.command.body)
  const batchId = /^\/v1\/batches\/([^/]+)\/tallies\//.exec(record.command.path)?.[1]
  if (!body.success || batchId === undefined) return <AsItIs record={record} />
  return <TallyForm recordId={record.recordId} batchId={batchId} body={body.data} />
}
