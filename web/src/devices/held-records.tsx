/** What a withdrawn tablet still sent, unopened: a supervisor decides on each, with a reason. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { devicesRoutes, type QuarantinedRecord } from '../../../functions/devices/contract.ts'
import type { QuarantineState } from '../../../functions/devices/device-states.ts'
import { call } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useCommand } from '../api/use-command.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { type BadgeTone, StatusBadge } from '../ui/status-badge.tsx'
import { t } from './words.ts'

const tones: Readonly<Record<QuarantineState, BadgeTone>> = {
  WAITING: 'sand',
  RELEASED: 'blue',
  REJECTED: 'plain',
  DELIVERED: 'green',
  REFUSED: 'sand',
}

interface DecisionProps {
  readonly deviceId: string
  readonly recordId: string
  readonly onDone: () => void
}

function Decision({ deviceId, recordId, onDone }: DecisionProps) {
  const decision = useSignal<'release' | 'reject' | undefined>(undefined)
  const reason = useSignal('')
  const asked = useSignal(false)
  const makeCommand = useMemo(commandMaker, [])
  const { busy, no, send } = useCommand()
  const typed = reason.value.trim()
  const chosen = decision.value
  const decide = () => {
    asked.value = true
    if (typed === '' || chosen === undefined) return
    const { id: decisionId, body } = makeCommand({ decision: chosen, reason: typed })
    void send(() => call(devicesRoutes.decideQuarantine, { params: { deviceId, recordId, decisionId }, body }), onDone)
  }
  const choose = (next: 'release' | 'reject' | undefined) => () => {
    decision.value = next
  }
  if (chosen === undefined)
    return (
      <Buttons>
        <Button onPress={choose('release')}>{t('held.release')}</Button>
        <Button onPress={choose('reject')}>{t('held.reject')}</Button>
      </Buttons>
    )
  return (
    <>
      <TextField
        label={t('held.reason')}
        lines={2}
        longest={600}
        value={reason}
        problem={asked.value && typed === '' ? t('revoke.reason.problem') : undefined}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={decide} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={decide}>
          {t(`held.${chosen}.do`)}
        </Button>
        <Button kind="quiet" onPress={choose(undefined)}>
          {shared('action.cancel')}
        </Button>
      </Buttons>
    </>
  )
}

interface HeldRecordProps extends Omit<DecisionProps, 'recordId'> {
  readonly record: QuarantinedRecord
  readonly mayDecide: boolean
}

const HeldRecord = ({ deviceId, record, mayDecide, onDone }: HeldRecordProps) => (
  <li class="panel">
    <div>
      <h3>{t('held.record', { id: record.recordId.slice(-6) })}</h3>
      <p class="quiet">{t('held.received', { time: localTime(record.receivedAt) })}</p>
    </div>
    <StatusBadge tone={tones[record.state]}>{t(`held.${record.state}`)}</StatusBadge>
    {record.decided === undefined ? null : <p>{t('held.because', { reason: record.decided.reason })}</p>}
    {record.state === 'WAITING' && mayDecide ? (
      <Decision deviceId={deviceId} recordId={record.recordId} onDone={onDone} />
    ) : null}
  </li>
)

export function HeldRecords({ deviceId, mayDecide }: { deviceId: string; mayDecide: boolean }) {
  const { value, no, ask } = useAnswer(`held ${deviceId}`, () =>
    call(devicesRoutes.listQuarantine, { params: { deviceId } }),
  )
  return (
    <section class="stack">
      <h2>{t('held.title')}</h2>
      <p>{t('held.lead')}</p>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value?.records.length === 0 ? <p class="quiet">{t('held.none')}</p> : null}
      <ul class="doors">
        {value?.records.map(record => (
          <HeldRecord key={record.recordId} deviceId={deviceId} record={record} mayDecide={mayDecide} onDone={ask} />
        ))}
      </ul>
    </section>
  )
}
