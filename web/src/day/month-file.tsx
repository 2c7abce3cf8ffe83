import { useSignal } from '@preact/signals'
import { dayRoutes } from '../../../functions/supplies/day-contract.ts'
import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import { call, type No } from '../api/client.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import { daysOfMonth } from './calendar.ts'
import { DateField } from './date-field.tsx'
import type { NamedDay } from './movements-file.ts'
import { t } from './words.ts'

/** Asked for day by day, as the books are kept; the file is made here, and what makes it is fetched then. */
export function MonthFile({ place, today }: { place: StorePlace; today: string }) {
  const month = useSignal(today.slice(0, 7))
  const asked = useSignal(false)
  const dates = daysOfMonth(month.value, today)
  const busy = useSignal(false)
  const no = useSignal<No | undefined>(undefined)
  const make = async () => {
    asked.value = true
    if (busy.value || dates.length === 0) return
    const file = `${place}-${month.value}.xlsx`
    busy.value = true
    no.value = undefined
    try {
      const days: NamedDay[] = []
      for (const each of dates) {
        const answer = await call(dayRoutes.readDay, { params: { place, date: each } })
        if (!answer.ok) {
          no.value = answer
          return
        }
        days.push({ date: each, day: answer.value })
      }
      const { movementsFile } = await import('./movements-file.ts')
      saveFile({ name: file, content: await movementsFile(days) })
    } finally {
      busy.value = false
    }
  }
  return (
    <>
      <DateField
        label={t('file.month')}
        kind="month"
        value={month}
        latest={today.slice(0, 7)}
        problem={asked.value && dates.length === 0 ? t('file.month.problem') : undefined}
      />
      <Buttons>
        <Button busy={busy.value} onPress={() => void make()}>
          {t('file.do')}
        </Button>
      </Buttons>
      {no.value === undefined ? null : (
        <NoNotice no={no.value} title={shared('refused.read')} onAgain={() => void make()} />
      )}
    </>
  )
}
