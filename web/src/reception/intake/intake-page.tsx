import { effect, type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CountedPerson } from '../../../../functions/arrivals/batch.ts'
import type { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import type { ReturnType } from '../../../../functions/registration/code-lists.ts'
import { code } from '../../code-lists/words.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { dateToday } from '../../time/date-today.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { InOwnTask } from '../../ui/in-own-task.tsx'
import { loadedLater } from '../../ui/loaded-later.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useFollowed } from '../../ui/use-followed.ts'
import { batchPath, intakePath, useBatchId, usePost, useRow } from '../desk-address.ts'
import type { DeskStock } from '../kept/desk-stock.ts'
import { keepsForms } from '../kept/form-keeper.ts'
import { useMarks } from '../kept/triage.ts'
import { useBatch, useStock } from '../kept/use-known.ts'
import { isWithoutServer } from '../kept/without-server.ts'
import {
  followDraft,
  forgetDraft,
  isBegun,
  keptDraft,
  shareWithFamily,
  startDraft,
  takeUpDraft,
} from './draft-keeper.ts'
import { IntakeForm } from './intake-form.tsx'
import type { SavedIntake } from './saved-intake.tsx'
import { t } from './words.ts'

// asked for once the first part is filled in: the slip stands at once then, and keeps no form waiting
const fetchSaved = () => import('./saved-intake.tsx')
const SavedIntakePage = loadedLater(() => fetchSaved().then(page => page.SavedIntakePage))

interface Listed {
  readonly rows: readonly ReadRow[]
  readonly counted: readonly CountedPerson[]
}
const unlisted: Listed = { rows: [], counted: [] }

interface LoadedProps extends Listed {
  /** Undefined while the arrival is not known here. */
  readonly arrivalType: ReadonlySignal<ReturnType | undefined>
  readonly stock: ReadonlySignal<DeskStock | undefined>
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

function LoadedIntake({ rows, counted, arrivalType, stock, onStockGone }: LoadedProps) {
  const post = usePost()
  const batchId = useBatchId()
  const row = useRow()
  const { route } = useLocation()
  const today = dateToday()
  const marks = useMarks(batchId)
  const [draft, setDraft] = useState(
    () => keptDraft(batchId, row) ?? startDraft(batchId, row, rows, today, marks[row ?? 0]),
  )
  const [reopened] = useState(() => (isBegun(draft) ? draft : undefined))
  useEffect(() => followDraft(draft), [draft])
  useEffect(
    () =>
      effect(() => {
        draft.arrivalType.value = arrivalType.value
      }),
    [draft],
  )
  const isPastFirst = draft.section.value > 0
  useEffect(() => {
    // asked for again by the page itself, should it not come now
    if (isPastFirst) void fetchSaved().catch(() => undefined)
  }, [isPastFirst])
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
          shareWithFamily(draft, next)
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
      {draft === reopened ? (
        <Reopened
          onEmpty={() => {
            void forgetDraft(draft)
            setDraft(startDraft(batchId, row, rows, today))
          }}
        />
      ) : null}
      <InOwnTask>
        <IntakeForm
          key={draft.intakeId}
          draft={draft}
          today={today}
          stock={stock}
          onStockGone={onStockGone}
          onSaved={stored => {
            saved.value = stored
            scrollTo(0, 0)
          }}
        />
      </InOwnTask>
    </Page>
  )
}

/** The intake form: one returnee, one part at a time, everything in one command (design.md 4). */
export function IntakePage() {
  const post = usePost()
  const batchId = useBatchId()
  const row = useRow()
  const batch = useBatch(batchId)
  const known = useStock(post)
  const stock = useFollowed(known.value)
  const arrivalType = useFollowed(batch.value?.batch.returnType)
  const form = `${batchId} ${row ?? 0}`
  const taken = useSignal(keepsForms() ? undefined : form)
  // read while the page is drawn without it
  useLayoutEffect(() => {
    void takeUpDraft(batchId, row).finally(() => {
      taken.value = form
    })
  }, [form])
  // the arrival says nothing of who is on no list: their form stands at once, unless the server knows no such arrival
  const isAway = batch.no === undefined || isWithoutServer(batch.no)
  const isUnlisted = row === undefined && (isAway || batch.value !== undefined)
  const view = isUnlisted ? unlisted : batch.value
  const isTaken = taken.value === form
  // drawn once for one arrival as it stands: news of the stock concern two parts of the form, which follow them
  const loaded = useMemo(
    () =>
      view !== undefined && isTaken ? (
        <LoadedIntake
          key={row ?? 0}
          rows={view.rows}
          counted={view.counted}
          arrivalType={arrivalType}
          stock={stock}
          onStockGone={known.ask}
        />
      ) : undefined,
    [view, isTaken, row],
  )
  if (loaded !== undefined) return loaded
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
