import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { refusalSentence } from '../api/any-refusal.ts'
import { localTime } from '../i18n/local-time.ts'
import { unsentRecords } from '../screening/record-news.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { type BadgeTone, StatusBadge } from '../ui/status-badge.tsx'
import { unlockedOfficer } from '../vault/vault.ts'
import { dismiss } from './ask-refused.ts'
import { changes, tellChange } from './outbox-news.ts'
import { type OutboxRow, wasLetGo } from './outbox-row.ts'
import { outboxStore } from './outbox-store.ts'
import { type KeptCopy, type OwnCopy, openOwnCopy } from './own-copy.ts'
import type { RecordState } from './record-states.ts'
import { t } from './words.ts'

/** The list opens as quickly with 500 records as with 10: it reads a page at a time. */
const pageLength = 30

const tones: Readonly<Record<RecordState, BadgeTone>> = {
  waiting: 'plain',
  sending: 'blue',
  received: 'green',
  refused: 'sand',
  quarantined: 'sand',
}

const Typed = ({ copy }: { copy: OwnCopy }) => (
  <details class="more">
    <summary>{t('row.typed')}</summary>
    <dl>
      {copy.typed.map(({ label, answer }) => (
        <div key={label}>
          <dt class="quiet">{label}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  </details>
)

type OnCorrect = (row: OutboxRow, copy: KeptCopy) => void

function Line({ row, onCorrect }: { row: OutboxRow; onCorrect: OnCorrect }) {
  const copy = useSignal<KeptCopy | undefined>(undefined)
  const officer = unlockedOfficer()
  useEffect(() => {
    let current = true
    copy.value = undefined // nothing of one officer's may stay on screen for the next
    if (officer === row.authorId)
      void openOwnCopy(row.recordId).then(opened => {
        if (current) copy.value = opened
      })
    return () => {
      current = false
    }
  }, [officer, row])
  const own = officer === row.authorId ? copy.value : undefined
  const isLetGo = wasLetGo(row)
  const { firstName, displayNumber } = own ?? {}
  return (
    <li class="panel">
      <div>
        <h2>{firstName ?? t(`kind.${row.kind}`)}</h2>
        <p class="quiet">
          {firstName === undefined ? '' : `${t(`kind.${row.kind}`)} · `}
          {t('row.saved', { time: localTime(row.savedAt) })}
          {row.withoutPin ? ` · ${t('row.without-pin')}` : ''}
        </p>
      </div>
      <StatusBadge tone={tones[row.state]}>{t(`state.${row.state}`)}</StatusBadge>
      {displayNumber === undefined ? null : <p>{t('row.number', { number: displayNumber })}</p>}
      {row.receipt === undefined ? null : <p>{t('row.receipt', { number: row.receipt.id })}</p>}
      {row.state === 'refused' ? (
        <p>{isLetGo ? t('row.let-go') : (refusalSentence(row.refusal) ?? t('row.refused'))}</p>
      ) : null}
      {row.state === 'quarantined' ? <p>{t('row.quarantined')}</p> : null}
      {own === undefined || own.typed.length === 0 ? null : <Typed copy={own} />}
      {isLetGo && officer === row.authorId ? (
        <Buttons>
          <Button onPress={() => void dismiss(row.recordId).then(() => tellChange())}>{t('row.dismiss')}</Button>
        </Buttons>
      ) : null}
      {own !== undefined && row.state === 'refused' && !isLetGo ? (
        <Buttons>
          <Button onPress={() => onCorrect(row, own)}>{t('row.open')}</Button>
        </Buttons>
      ) : null}
    </li>
  )
}

/** A sealed record: what it is called and how it stands, and not when, nor whose. */
const RecordLine = ({ state }: { state: RecordState }) => (
  <li class="panel">
    <h2>{t('kind.record')}</h2>
    <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
  </li>
)

interface OutboxListProps {
  /** Opens the form with what was typed. */
  readonly onCorrect: OnCorrect
  /** Saves the whole queue as a sealed file. */
  readonly onFile: () => void
}

/** Every record of this tablet with its state; names and answers for their author alone, while unlocked. */
export function OutboxList({ onCorrect, onFile }: OutboxListProps) {
  const rows = useSignal<readonly OutboxRow[] | undefined>(undefined)
  const shown = useSignal(pageLength)
  const asked = shown.value
  const change = changes.value
  useEffect(() => {
    let current = true
    void outboxStore.page(asked).then(read => {
      if (current) rows.value = read
    })
    return () => {
      current = false
    }
  }, [asked, change])
  const records = unsentRecords.value
  if (rows.value === undefined) return null
  if (rows.value.length === 0 && records.length === 0) return <p class="quiet">{t('list.none')}</p>
  return (
    <>
      <ul class="doors">
        {records.map(({ screenId, state }) => (
          <RecordLine key={screenId} state={state} />
        ))}
        {rows.value.map(row => (
          <Line key={row.recordId} row={row} onCorrect={onCorrect} />
        ))}
      </ul>
      <Buttons>
        {rows.value.length < asked ? null : (
          <Button
            onPress={() => {
              shown.value += pageLength
            }}
          >
            {t('list.more')}
          </Button>
        )}
        {rows.value.length === 0 ? null : (
          <Button kind="quiet" onPress={onFile}>
            {t('list.file')}
          </Button>
        )}
      </Buttons>
      {rows.value.length === 0 ? null : <p class="quiet">{t('list.file.note')}</p>}
    </>
  )
}
