import { useSignal } from '@preact/signals'
import type { PostCode } from '../../../functions/platform/places.ts'
import { givingRoutes } from '../../../functions/support/giving-contract.ts'
import { type ItemCode, itemCodes } from '../../../functions/support/items.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { itemName } from '../code-lists/item-amount.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { SelectField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Table } from '../ui/table.tsx'
import { t } from './words.ts'

function Waiting({ post, item }: { post: PostCode; item: ItemCode }) {
  const { value, no, ask } = useAnswer(`${post} ${item}`, () =>
    call(givingRoutes.listWaiting, { params: { post, item } }),
  )
  if (no !== undefined) return <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />
  if (value === undefined) return <p class="quiet">{shared('app.loading')}</p>
  return (
    <>
      <Table
        caption={itemName(item)}
        rows={value.waiting.map((one, place) => ({ ...one, turn: place + 1 }))}
        rowKey={({ returnEventId }) => returnEventId}
        empty={t('waiting.none')}
        columns={[
          { heading: t('col.turn'), figures: true, cell: ({ turn }) => turn },
          { heading: t('col.number'), cell: ({ displayNumber }) => displayNumber },
          { heading: t('col.need'), cell: ({ need }) => t(`need.${need}`) },
          { heading: t('col.why'), cell: ({ before }) => (before === undefined ? undefined : t(`before.${before}`)) },
        ]}
      />
      {value.waiting.some(({ before }) => before === 'DRAW') ? (
        <p class="quiet">{t('waiting.seed', { seed: value.seed })}</p>
      ) : null}
    </>
  )
}

/** Whose turn it is for what was not there. */
export function Turns({ post }: { post: PostCode }) {
  const item = useSignal<ItemCode | undefined>(undefined)
  return (
    <section class="stack">
      <h2>{t('waiting.title')}</h2>
      <p>{t('waiting.lead')}</p>
      <SelectField
        label={t('waiting.item')}
        options={itemCodes.map(value => ({ value, label: itemName(value) }))}
        value={item}
      />
      {item.value === undefined ? null : <Waiting key={item.value} post={post} item={item.value} />}
    </section>
  )
}
