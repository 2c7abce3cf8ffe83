import { useSignal } from '@preact/signals'
import type { BatchView } from '../../../functions/arrivals/contract.ts'
import type { UrgentFlag } from '../../../functions/registration/vulnerability-codes.ts'
import { code } from '../code-lists/words.ts'
import { may } from '../sign-in/may.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { intakePath } from './desk-address.ts'
import { byUrgency, mark, numbersOf, useMarks } from './kept/triage.ts'
import { RowResult } from './list/row-result.tsx'
import { type ListedPerson, matchesName, nameOfRow, notTakenOn, waitingOn } from './listed-people.ts'
import type { Subject } from './outcome-dialog.tsx'
import { ScanPart } from './scan-part.tsx'
import { TriageDialog } from './triage-dialog.tsx'
import { t } from './words.ts'

interface PickListProps {
  readonly view: BatchView
  readonly onOutcome: (subject: Subject) => void
}

interface WaitingRowProps {
  readonly view: BatchView
  readonly person: ListedPerson
  readonly flags: readonly UrgentFlag[] | undefined
  /** While the group is being looked through: a tap says why this one goes first. */
  readonly onFirst: ((person: ListedPerson) => void) | undefined
  readonly onOutcome: PickListProps['onOutcome']
}

const WaitingRow = ({ view: { batch }, person, flags, onFirst, onOutcome }: WaitingRowProps) => {
  const { row, name, read } = person
  const words = (
    <>
      <span class="door-name">{name}</span>
      <span class="door-note">
        {t('people.row', { row })}
        {read.person?.birth === undefined ? '' : ` · ${read.person.birth.date.slice(0, 4)}`}
      </span>
      {flags === undefined ? null : (
        <span class="door-side">
          <StatusBadge tone="sand">{t('first.badge', { numbers: numbersOf(flags).join(', ') })}</StatusBadge>
        </span>
      )}
    </>
  )
  if (onFirst !== undefined)
    return (
      <li>
        <button type="button" class="door" onClick={() => onFirst(person)}>
          {words}
        </button>
      </li>
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
  const { batchId, post } = view.batch
  const marks = useMarks(batchId)
  const waiting = byUrgency(waitingOn(view), marks)
  const all = useSignal(false)
  const isTriage = useSignal(false)
  const first = useSignal<ListedPerson | undefined>(undefined)
  const found = waiting.filter(({ name }) => matchesName(name, typed.value))
  const shown = all.value ? found : found.slice(0, shownAtFirst)
  const openFirst = (person: ListedPerson) => {
    first.value = person
  }
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
          {may('intake.register', post) && waiting.length > 0 ? (
            <div class="switch">
              {[false, true].map(isOn => (
                <button
                  key={String(isOn)}
                  type="button"
                  aria-pressed={isTriage.value === isOn}
                  onClick={() => {
                    isTriage.value = isOn
                  }}
                >
                  {isOn ? t('first.mark') : t('first.register')}
                </button>
              ))}
            </div>
          ) : null}
          {isTriage.value ? <p class="quiet">{t('first.lead')}</p> : null}
          {shown.length === 0 ? <p class="quiet">{t('people.nobody')}</p> : null}
          <ul class="doors">
            {shown.map(person => (
              <WaitingRow
                key={person.row}
                view={view}
                person={person}
                flags={marks[String(person.row)]}
                onFirst={isTriage.value ? openFirst : undefined}
                onOutcome={onOutcome}
              />
            ))}
          </ul>
          {first.value === undefined ? null : (
            <TriageDialog
              key={first.value.row}
              person={first.value}
              flags={marks[String(first.value.row)] ?? []}
              onMark={flags => {
                if (first.value !== undefined) void mark(batchId, first.value.row, flags)
                first.value = undefined
              }}
              onClose={() => {
                first.value = undefined
              }}
            />
          )}
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
      <ScanPart />
      <NotTakenList view={view} onOutcome={onOutcome} />
      <DoneList view={view} />
    </section>
  )
}
