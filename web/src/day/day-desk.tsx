import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { scopeFor } from '../../../functions/platform/permissions.ts'
import { dayRoutes } from '../../../functions/supplies/day-contract.ts'
import { StorePlace, storePlaces } from '../../../functions/supplies/store-place.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localDay } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { session } from '../sign-in/session.ts'
import { dateToday } from '../time/date-today.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { NotHere } from '../ui/not-here.tsx'
import { Page } from '../ui/page.tsx'
import { dayBeside, dayIn } from './calendar.ts'
import { DateField } from './date-field.tsx'
import { MovesTable, TallyTable } from './day-tables.tsx'
import { MonthFile } from './month-file.tsx'
import { placeName } from './said.ts'
import { t } from './words.ts'

/** For who sees the whole country's: another store, by its name. */
function OtherStore({ place }: { place: StorePlace }) {
  const { route } = useLocation()
  const chosen = useSignal<StorePlace | undefined>(place)
  useSignalEffect(() => {
    if (chosen.value !== undefined && chosen.value !== place) route(`/day/${chosen.value}`)
  })
  return (
    <SelectField
      label={t('desk.place')}
      options={storePlaces.map(value => ({ value, label: placeName(value) }))}
      value={chosen}
    />
  )
}

function Day({ place }: { place: StorePlace }) {
  const today = dateToday()
  const typed = useSignal(today)
  const shown = useRef(today)
  // what is half typed leaves the day that stands there
  const date = dayIn(typed.value, today) ?? shown.current
  shown.current = date
  const { value, no, ask } = useAnswer(`${place} ${date}`, () => call(dayRoutes.readDay, { params: { place, date } }))
  const go = (days: -1 | 1) => {
    typed.value = dayBeside(date, days)
  }
  return (
    <>
      <DateField label={t('day.which')} kind="date" value={typed} latest={today} />
      <Buttons>
        <Button onPress={() => go(-1)}>{t('day.before')}</Button>
        {date < today ? <Button onPress={() => go(1)}>{t('day.after')}</Button> : null}
      </Buttons>
      <h2 aria-live="polite">{date === today ? `${t('day.today')}, ${localDay(date)}` : localDay(date)}</h2>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {value === undefined ? null : (
        <>
          <TallyTable day={value} date={date} />
          <MovesTable day={value} date={date} />
        </>
      )}
      <MonthFile place={place} today={today} />
    </>
  )
}

/** A store's day: what moved, and whether what was issued, receipted and taken out of stock is the same. */
export function DayDesk() {
  const seesAll = scopeFor('stock.audit', session.value?.grants ?? [])?.reach === 'everywhere'
  const place = StorePlace.safeParse(useRoute().params['place'] ?? (seesAll ? 'CENTRE' : undefined))
  if (!place.success || !may('stock.audit', place.data)) return <NotHere title={shared('app.missing.title')} />
  return (
    <Page title={t('desk.title', { place: placeName(place.data) })} back="/" wide>
      {seesAll ? <OtherStore key={place.data} place={place.data} /> : null}
      <Day key={place.data} place={place.data} />
    </Page>
  )
}
