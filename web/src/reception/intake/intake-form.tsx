import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useCommand } from '../../api/use-command.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { InOwnTask } from '../../ui/in-own-task.tsx'
import { SectionHeading } from '../../ui/section-heading.tsx'
import { SectionProgress } from '../../ui/section-progress.tsx'
import { usePost } from '../desk-address.ts'
import type { DeskStock } from '../kept/desk-stock.ts'
import { type Field, firstUnfinished, heldNumberOf, isUnfinished, problemsOf, sectionNames } from './draft-problems.ts'
import { leftOf } from './draft-support.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { itemsIn, RefusedIntake } from './refused-intake.tsx'
import { saveIntake } from './save-intake.ts'
import type { SavedIntake } from './saved-intake.tsx'
import { SectionCheck } from './section-check.tsx'
import { SectionHome } from './section-home.tsx'
import { SectionSupport } from './section-support.tsx'
import { SectionUrgent } from './section-urgent.tsx'
import { SectionWho } from './section-who.tsx'
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
  /** Read by the two parts that say it, and by them alone. */
  readonly stock: ReadonlySignal<DeskStock | undefined>
  /** Asks again what is left. */
  readonly onStockGone: () => void
  readonly onSaved: (saved: SavedIntake) => void
}

/** One part at a time; what is missing is said once a part was left. */
export function IntakeForm({ draft, today, stock, onStockGone, onSaved }: FormProps) {
  const post = usePost()
  const sending = useCommand()
  const section = draft.section.value
  const name = sectionNames[section] ?? 'who'
  const problems = problemsOf(draft, today)
  const seen = draft.visited.value.includes(section)
  const says = (field: Field) => (seen && problems[field] !== undefined ? t(`problem.${problems[field]}`) : undefined)
  const isDone = (index: number) =>
    draft.visited.value.includes(index) && !isUnfinished(problems, sectionNames[index] ?? 'who')
  const waits = useSignal(false)
  const start = () => {
    const found = problemsOf(draft, today)
    const unfinished = firstUnfinished(found)
    // whoever presses while known people are still looked for presses once
    waits.value = found.matches === 'asking' && Object.keys(found).length === 1
    if (waits.value) return
    if (unfinished === undefined) return void saveIntake(draft, { post, today, stock: stock.peek() }, sending, onSaved)
    goTo(draft, sectionNames.indexOf(unfinished))
    draft.visited.value = sectionNames.map((_, index) => index)
  }
  useEffect(() => {
    waits.value = false
  }, [section])
  const searched = draft.matches.value
  useEffect(() => {
    if (waits.value && searched !== undefined) start()
  }, [searched])
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
        <SectionSupport
          draft={draft}
          today={today}
          left={leftOf(draft, stock.value, today)}
          seen={seen}
          onWho={() => goTo(draft, 0)}
        />
      ) : null}
      {name === 'check' ? (
        <SectionCheck draft={draft} today={today} left={leftOf(draft, stock.value, today)} says={says} />
      ) : null}
      {no === undefined ? null : (
        <RefusedIntake no={no} holdsSlip={heldNumberOf(draft) !== undefined} onAgain={start} />
      )}
      <InOwnTask>
        <Buttons>
          <Button kind="primary" type="submit" busy={sending.busy.value || waits.value}>
            {section === lastSection ? t('check.save') : shared('action.next')}
          </Button>
          {section === 0 ? null : <Button onPress={() => goTo(draft, section - 1)}>{shared('action.back')}</Button>}
        </Buttons>
      </InOwnTask>
    </form>
  )
}
