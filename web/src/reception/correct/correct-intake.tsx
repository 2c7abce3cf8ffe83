import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { PutIntake } from '../../../../functions/intake/contract.ts'
import type { ToCorrect } from '../../outbox/correction.ts'
import { dateToday } from '../../time/date-today.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { useFollowed } from '../../ui/use-followed.ts'
import { usePost } from '../desk-address.ts'
import { draftFromIntake } from '../intake/draft-from-intake.ts'
import { DraftValues, draftOf, valuesOf } from '../intake/draft-values.ts'
import type { IntakeDraft } from '../intake/intake-draft.ts'
import { IntakeForm } from '../intake/intake-form.tsx'
import { type SavedIntake, SavedSlip } from '../intake/saved-intake.tsx'
import { dropForm, keepWhileFilled, keptForm } from '../kept/form-keeper.ts'
import { useStock } from '../kept/use-known.ts'
import { t } from '../words.ts'
import { AsItIs } from './as-it-is.tsx'
import { SavedAgain } from './saved-again.tsx'

function draftIn({ recordId, command, draft, refusal }: ToCorrect, today: string): IntakeDraft | undefined {
  const kept = DraftValues.safeParse(draft)
  const body = PutIntake.safeParse(command.body)
  const opened = kept.success
    ? draftOf(kept.data)
    : body.success
      ? draftFromIntake(recordId, body.data, today)
      : undefined
  // a slip that carries another's number is replaced, whoever drew it
  if (opened !== undefined && refusal === 'number-taken') opened.displayNumber.value = undefined
  return opened
}

/** The intake form as it was left, under the same id. */
export function CorrectIntake({ record }: { record: ToCorrect }) {
  const post = usePost()
  const today = dateToday()
  const [draft, setDraft] = useState(() => draftIn(record, today))
  const saved = useSignal<SavedIntake | undefined>(undefined)
  const name = `correction ${record.recordId}`
  const looked = useSignal(false)
  useEffect(() => {
    void keptForm(name).then(kept => {
      const left = DraftValues.safeParse(kept)
      if (left.success) setDraft(draftOf(left.data))
      looked.value = true
    })
  }, [])
  const isLooked = looked.value
  useEffect(() => {
    if (!isLooked || draft === undefined) return
    return keepWhileFilled(
      name,
      () => valuesOf(draft),
      () => saved.peek() !== undefined,
    )
  }, [draft, isLooked])
  const known = useStock(post, record.recordId)
  const stock = useFollowed(known.value)
  if (!isLooked) return null
  if (draft === undefined) return <AsItIs record={record} />
  if (saved.value !== undefined)
    return (
      <>
        <SavedAgain />
        <SavedSlip saved={saved.value} today={today} />
      </>
    )
  return (
    <>
      {draft.row === undefined ? null : (
        <Buttons>
          <span>{t('people.row', { row: draft.row })}</span>
          <Button
            onPress={() => {
              const { ids, ...values } = valuesOf(draft)
              setDraft(draftOf({ ...values, ids: { ...ids, row: undefined, listed: undefined } }))
            }}
          >
            {t('correct.off-list')}
          </Button>
        </Buttons>
      )}
      <IntakeForm
        key={String(draft.row)}
        draft={draft}
        today={today}
        stock={stock}
        onStockGone={known.ask}
        onSaved={stored => {
          saved.value = stored
          void dropForm(name)
          scrollTo(0, 0)
        }}
      />
    </>
  )
}
