import type * as z from 'zod/mini'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import type { DisputeView } from '../../../functions/supplies/shapes.ts'
import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { ItemLots } from './lot.tsx'
import type { Open } from './open-form.tsx'
import { actionsColumn } from './row-actions.tsx'
import { t } from './words.ts'

export type Dispute = z.infer<typeof DisputeView>

/** What a tablet handed over and the books cannot bear, for the supervisor of the post; nothing where there is none. */
export function DisputesTable({ place, open }: { place: StorePlace; open: Open }) {
  const { value, no, ask } = useAnswer(place, () => call(suppliesRoutes.listDisputes, { params: { place } }))
  if (no !== undefined) return <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />
  const rows = value?.disputes ?? []
  if (rows.length === 0) return null
  return (
    <>
      <Notice kind="look">
        <p>{t('disputes.lead')}</p>
      </Notice>
      <Table
        caption={t('disputes.title')}
        rowKey={({ returnEventId, item, requestId }) => `${returnEventId} ${item} ${requestId}`}
        rows={rows}
        columns={[
          { heading: t('col.item'), cell: ({ item, lots }) => <ItemLots item={item} lots={lots} wasGiven /> },
          {
            heading: t('col.given'),
            figures: true,
            cell: ({ item, quantity }) => <strong>{amount(item, quantity)}</strong>,
          },
          { heading: t('col.given-at'), cell: ({ issuedAt }) => localTime(issuedAt) },
          { heading: t('col.cause'), cell: ({ cause }) => t(`dispute.cause.${cause}`) },
          ...actionsColumn(
            rows,
            ({ item, issuedAt }) => `${itemName(item)}, ${localTime(issuedAt)}`,
            dispute => [{ words: t('decide.begin'), onPress: () => open({ form: 'decide', dispute }) }],
          ),
        ]}
      />
    </>
  )
}
