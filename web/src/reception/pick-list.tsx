import { useSignal } from '@preact/signals'
import type { BatchView } from '../../../functions/arrivals/contract.ts'
import { code } from '../code-lists/words.ts'
import { may } from '../sign-in/may.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { intakePath } from './desk-address.ts'
import { RowResult } from './list/row-result.tsx'
import { type ListedPerson, matchesName, nameOfRow, notTakenOn, waitingOn } from './listed-people.ts'
import type { Subject } from './outcome-dialog.tsx'
import { t } from './words.ts'

interface PickListProps {
  readonly view: BatchView
  readonly onOutcome: (subject: Subject) => void
}

interface WaitingRowProps {
  readonly view: BatchView
  readonly person: ListedPerson
  readonly onOutcome: PickListProps['onOutcome']
}

const WaitingRow = ({ view: { batch }, person: { row, name, read }, onOutcome }: WaitingRowProps) => {
  const words = (
    <>
      <span class="door-name">{name}</span>
      <span class="door-note">
        {t('people.row', { row })}
        {read.person?.birth === undefined ? '' : ` · ${read.person.birth.date.slice(0, 4)}`}
      </span>
    </>
  )
  return (
    <li class="pick">
      {may('intake.register', batch.post) ? (
        <a class="door" href={intakePath(batch.post, batch.batchId, row)}>
          {words}
        </a>
      ) : (
        <div class="door">{words}</div>
      )}
      <Button label={t('people.other.for', { name })} onPress={() => onOutcome({ row, name })}>
        {t('people.other.short')}
      </Button>
    </li>
  )
}

/** What became of everybody who was counted so far. */
export const DoneList = ({ view }: { view: BatchView }) =>
  view.counted.length === 0 ? null : (
    <details class="more">
      <summary>{t('people.done', { count: view.counted.length })}</summary>
      <ul class="done">
        {view.counted.map(({ id, row, outcome, displayNumber }) => (
          <li key={id}>
            <span>{nameOfRow(view.rows, row) ?? t('people.unlisted')}</span>
            <span class="number">{displayNumber}</span>
            <StatusBadge tone={outcome === 'REGISTERED' ? 'green' : 'plain'}>{code(`outcome.${outcome}`)}</StatusBadge>
          </li>
        ))}
      </ul>
    </details>
  )

/** Rows that stand for nobody to register. Who stands there all the same still ends in an outcome. */
const NotTakenList = ({ view, onOutcome }: PickListProps) => {
  const rejected = notTakenOn(view)
  return rejected.length === 0 ? null : (
    <details class="more">
      <summary>{t('people.not-taken', { count: rejected.length })}</summary>
      <ul class="doors">
        {rejected.map(({ row, name, read }) => (
          <li key={row} class="pick">
            <div class="door">
              <span class="door-name">{name}</span>
              <span class="door-note">{t('people.row', { row })}</span>
              <RowResult row={read} />
            </div>
            <Button label={t('people.other.for', { name })} onPress={() => onOutcome({ row, name })}>
              {t('people.other.short')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A bus-load is found by name; who scrolls asks for more. */
const shownAtFirst = 15

/** The manifest as a pick list, and what became of those who are done. Most rows are one tap from their form. */
export function PickList({ view, onOutcome }: PickListProps) {
  const typed = useSignal('')
  const waiting = waitingOn(view)
  const all = useSignal(false)
  const found = waiting.filter(({ name }) => matchesName(name, typed.value))
  const shown = all.value ? found : found.slice(0, shownAtFirst)
  return (
    <section class="stack">
      <h2>
        {t('people.title')} <span class="quiet small">{t('people.waiting', { count: waiting.length })}</span>
      </h2>
      {view.rows.length === 0 ? (
        <p class="quiet">{t('people.no-list')}</p>
      ) : (
        <>
          <TextField label={t('people.search')} hint={t('people.search.hint')} value={typed} />
          {shown.length === 0 ? <p class="quiet">{t('people.nobody')}</p> : null}
          <ul class="doors">
            {shown.map(person => (
              <WaitingRow key={person.row} view={view} person={person} onOutcome={onOutcome} />
            ))}
          </ul>
          {shown.length < found.length ? (
            <Buttons>
              <Button
                onPress={() => {
                  all.value = true
                }}
              >
                {t('people.show-all', { count: found.length })}
              </Button>
            </Buttons>
          ) : null}
        </>
      )}
      <NotTakenList view={view} onOutcome={onOutcome} />
      <DoneList view={view} />
    </section>
  )
}
