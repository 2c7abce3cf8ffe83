import { useSignal } from '@preact/signals'
import { budgetsRoutes } from '../../../functions/budgets/contract.ts'
import type { BookEntry } from '../../../functions/budgets/shapes.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { countedIn, quantityWords } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { t as dayWord } from '../day/words.ts'
import { localDay } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { dateToday } from '../time/date-today.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Table } from '../ui/table.tsx'
import { monthBeside } from './month-beside.ts'
import { storeWords } from './said.ts'
import { t } from './words.ts'

interface LineBookProps {
  readonly projectCode: string
  readonly lineCode: string
  /** As the line is called on the page. */
  readonly name: string
}

/** A month of a line, with the reasons that were given. */
export function LineBook({ projectCode, lineCode, name }: LineBookProps) {
  const thisMonth = dateToday().slice(0, 7)
  const shown = useSignal(thisMonth)
  const month = shown.value
  const { value, no, ask } = useAnswer(`${projectCode} ${lineCode} ${month}`, () =>
    call(budgetsRoutes.readLineBook, { params: { projectCode, lineCode, month } }),
  )
  const go = (months: -1 | 1) => {
    shown.value = monthBeside(month, months)
  }
  // what makes the file is fetched when one is asked for
  const keep = async (entries: readonly BookEntry[]) => {
    const { lineFile } = await import('./line-file.ts')
    saveFile({ name: `${projectCode}-${lineCode}-${month}.xlsx`, content: await lineFile(entries, month) })
  }
  const heading = t('book.month', { month: month.slice(5), year: month.slice(0, 4), line: name })
  return (
    <>
      <Buttons>
        <Button label={`${t('book.before')}: ${name}`} onPress={() => go(-1)}>
          {t('book.before')}
        </Button>
        {month < thisMonth ? (
          <Button label={`${t('book.after')}: ${name}`} onPress={() => go(1)}>
            {t('book.after')}
          </Button>
        ) : null}
        {value === undefined || value.entries.length === 0 ? null : (
          <Button label={`${t('book.file')}: ${name}`} onPress={() => void keep(value.entries)}>
            {t('book.file')}
          </Button>
        )}
      </Buttons>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {value === undefined ? null : (
        <Table
          caption={heading}
          rows={value.entries.map((entry, place) => ({ ...entry, row: place, where: storeWords(entry.place) }))}
          rowKey={({ row }) => row}
          empty={t('book.none')}
          columns={[
            { heading: t('book.date'), cell: ({ date }) => localDay(date) },
            { heading: t('book.what'), cell: ({ kind }) => dayWord(`kind.${kind}`) },
            { heading: t('book.item'), cell: ({ item }) => code(`item.${item}`) },
            {
              heading: t('book.quantity'),
              figures: true,
              cell: ({ item, date, quantity }) => quantityWords(countedIn(item, date), quantity),
            },
            { heading: t('book.times'), figures: true, cell: ({ times }) => String(times) },
            { heading: t('book.where'), cell: row => row.where },
            { heading: t('book.reason'), cell: ({ reason }) => reason },
          ]}
        />
      )}
    </>
  )
}
