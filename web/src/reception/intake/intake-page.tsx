import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CountedPerson } from '../../../../functions/arrivals/batch.ts'
import { arrivalsRoutes } from '../../../../functions/arrivals/contract.ts'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { maseruDate } from '../../../../functions/platform/clock.ts'
import { supportRoutes } from '../../../../functions/support/contract.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useCommand } from '../../api/use-command.ts'
import { code } from '../../code-lists/words.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SectionHeading } from '../../ui/section-heading.tsx'
import { SectionProgress } from '../../ui/section-progress.tsx'
import { batchPath, intakePath, useBatchId, usePost, useRow } from '../desk-address.ts'
import { isBegun, keptDraft, startDraft } from './draft-keeper.ts'
import { type Field, firstUnfinished, heldNumberOf, isUnfinished, problemsOf, sectionNames } from './draft-problems.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { itemsIn, RefusedIntake } from './refused-intake.tsx'
import { saveIntake } from './save-intake.ts'
import { type SavedIntake, SavedIntakePage } from './saved-intake.tsx'
import { SectionCheck } from './section-check.tsx'
import { SectionHome } from './section-home.tsx'
import { SectionSupport } from './section-support.tsx'
import { SectionUrgent } from './section-urgent.tsx'
import { SectionWho } from './section-who.tsx'
import type { Left } from './support-proposal.ts'
import { t } from './words.ts'

const lastSection = sectionNames.length - 1

/** Goes to a part of the form; the part that is left then shows what is wrong with it. */
function goTo(draft: IntakeDraft, section: number): void {
  draft.visited.value = [...new Set([...draft.visited.value, draft.section.value])]
  draft.section.value = section
  scrollTo(0, 0)
}

interface FormProps {
  readonly draft: IntakeDraft
  readonly today: string
  readonly left: Left | undefined
  /** Asks again what is left. */
  readonly onStockGone: () => void
  readonly onSaved: (saved: SavedIntake) => void
}

function IntakeForm({ draft, today, left, onStockGone, onSaved }: FormProps) {
  const post = usePost()
  const sending = useCommand()
  const section = draft.section.value
  const name = sectionNames[section] ?? 'who'
  const problems = problemsOf(draft, today)
  const seen = draft.visited.value.includes(section)
  const says = (field: Field) => (seen && problems[field] !== undefined ? t(`problem.${problems[field]}`) : undefined)
  const isDone = (index: number) =>
    draft.visited.value.includes(index) && !isUnfinished(problems, sectionNames[index] ?? 'who')
  const start = () => {
    const unfinished = firstUnfinished(problemsOf(draft, today))
    if (unfinished === undefined) return void saveIntake(draft, { post, today, left }, sending, onSaved)
    goTo(draft, sectionNames.indexOf(unfinished))
    draft.visited.value = sectionNames.map((_, index) => index)
  }
  const no = sending.no.value
  useEffect(() => {
    if (itemsIn(no).length > 0) onStockGone()
  }, [no])
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        if (section === lastSection) start()
        else goTo(draft, section + 1)
      }}
    >
      <SectionProgress
        sections={sectionNames.map((each, index) => ({ name: t(`section.${each}`), done: isDone(index) }))}
        current={section}
        onGo={next => goTo(draft, next)}
      />
      <SectionHeading name={t(`section.${name}`)} />
      {name === 'who' ? <SectionWho draft={draft} today={today} says={says} /> : null}
      {name === 'home' ? <SectionHome draft={draft} today={today} says={says} /> : null}
      {name === 'urgent' ? <SectionUrgent draft={draft} /> : null}
      {name === 'support' ? (
        <SectionSupport draft={draft} today={today} left={left} onWho={() => goTo(draft, 0)} />
      ) : null}
      {name === 'check' ? <SectionCheck draft={draft} today={today} left={left} says={says} /> : null}
      {no === undefined ? null : (
        <RefusedIntake no={no} holdsSlip={heldNumberOf(draft) !== undefined} onAgain={start} />
      )}
      <Buttons>
        <Button kind="primary" type="submit" busy={sending.busy.value}>
          {section === lastSection ? t('check.save') : shared('action.next')}
        </Button>
        {section === 0 ? null : <Button onPress={() => goTo(draft, section - 1)}>{shared('action.back')}</Button>}
      </Buttons>
    </form>
  )
}

interface LoadedProps {
  readonly rows: readonly ReadRow[]
  readonly counted: readonly CountedPerson[]
  readonly left: Left | undefined
  readonly onStockGone: () => void
}

/** A form that was left half-filled is there again; the officer sees that it is, since another person may stand here now. */
const Reopened = ({ onEmpty }: { onEmpty: () => void }) => (
  <Notice>
    <p>{t('reopened')}</p>
    <Buttons>
      <Button onPress={onEmpty}>{t('reopened.empty')}</Button>
    </Buttons>
  </Notice>
)

function LoadedIntake({ rows, counted, left, onStockGone }: LoadedProps) {
  const post = usePost()
  const batchId = useBatchId()
  const row = useRow()
  const { route } = useLocation()
  const today = maseruDate(new Date())
  const [draft, setDraft] = useState(() => keptDraft(batchId, row) ?? startDraft(batchId, row, rows, today))
  const [reopened] = useState(() => (isBegun(draft) ? draft : undefined))
  const saved = useSignal<SavedIntake | undefined>(undefined)
  if (saved.value !== undefined)
    return (
      <SavedIntakePage
        saved={saved.value}
        post={post}
        batchId={batchId}
        today={today}
        onNextOfFamily={() => {
          const next = startDraft(batchId, undefined, rows, today)
          next.household.value = draft.household.value
          next.homeDistrict.value = draft.homeDistrict.value
          setDraft(next)
          saved.value = undefined
          route(intakePath(post, batchId), true)
        }}
      />
    )
  const earlier = row === undefined ? undefined : counted.find(person => person.row === row)
  if (earlier !== undefined)
    return (
      <Page title={t('title.new')} back={batchPath(post, batchId)}>
        <Notice kind="look" title={t('row-done.title')}>
          <p>
            {earlier.displayNumber === undefined
              ? t('row-done.outcome', { outcome: code(`outcome.${earlier.outcome}`) })
              : t('row-done.number', { number: earlier.displayNumber })}
          </p>
        </Notice>
      </Page>
    )
  const names = `${draft.givenNames.value} ${draft.surname.value}`.trim()
  return (
    <Page title={t('title.new')} back={batchPath(post, batchId)} lead={names === '' ? undefined : names}>
      {draft === reopened ? <Reopened onEmpty={() => setDraft(startDraft(batchId, row, rows, today))} /> : null}
      <IntakeForm
        key={draft.intakeId}
        draft={draft}
        today={today}
        left={left}
        onStockGone={onStockGone}
        onSaved={stored => {
          saved.value = stored
          scrollTo(0, 0)
        }}
      />
    </Page>
  )
}

/** The intake form: one returnee, one part at a time, everything in one command (design.md 4). */
export function IntakePage() {
  const post = usePost()
  const batchId = useBatchId()
  const row = useRow()
  const batch = useAnswer(batchId, () => call(arrivalsRoutes.readBatch, { params: { batchId } }))
  const stock = useAnswer(post, () => call(supportRoutes.readStock, { params: { post } }))
  const left =
    stock.value === undefined
      ? undefined
      : Object.fromEntries(stock.value.levels.map(level => [level.item, level.left]))
  if (batch.value !== undefined)
    return (
      <LoadedIntake
        key={row ?? 0}
        rows={batch.value.rows}
        counted={batch.value.counted}
        left={left}
        onStockGone={stock.ask}
      />
    )
  return (
    <Page title={t('title.new')} back={batchPath(post, batchId)}>
      {batch.no === undefined ? (
        <p class="quiet">{shared('app.loading')}</p>
      ) : (
        <NoNotice no={batch.no} title={shared('refused.read')} onAgain={batch.ask} />
      )}
    </Page>
  )
}
