import { expiryWarnings, lowWarnings } from '../../../functions/supplies/store-warnings.ts'
import { money } from '../../../functions/support/items.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { localDay } from '../i18n/local-time.ts'
import { Notice } from '../ui/notice.tsx'
import { lotOfItem, type View, whereLeased } from './said.ts'
import { t } from './words.ts'

/** What the storekeeper should look at; nothing where all is well. */
export function Warnings({ view }: { view: View }) {
  const expiring = expiryWarnings(view)
  const low = lowWarnings(view)
  if (expiring.length + low.length === 0) return null
  return (
    <Notice kind="plain" title={t('warnings.title')}>
      <ul>
        {expiring.map(({ freshness, item, lot, expiresOn, left, lease }) => (
          <li key={`${item} ${lot ?? ''} ${lease?.leaseId ?? ''} ${lease?.tabletCode ?? ''}`}>
            {t(item === money ? `warnings.money.${freshness}` : `warnings.${freshness}`, {
              ...{ item: lotOfItem({ item, lot }), quantity: amount(item, left), date: localDay(expiresOn) },
              where: lease === undefined ? t('holder.store') : whereLeased(lease),
            })}
          </li>
        ))}
        {low.map(({ item, left }) => (
          <li key={item}>{t('warnings.low', { item: itemName(item), quantity: amount(item, left) })}</li>
        ))}
      </ul>
      {low.length === 0 ? null : <p class="small">{t('warnings.proposal')}</p>}
    </Notice>
  )
}
