import * as z from 'zod/mini'
import { ItemCode } from '../../../../functions/support/items.ts'
import type { No } from '../../api/client.ts'
import { code } from '../../code-lists/words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { t } from './words.ts'

/** The items a refusal names. */
export function itemsIn(no: No | undefined): readonly ItemCode[] {
  if (no === undefined || no.offline) return []
  const named = z.safeParse(z.array(ItemCode), no.detail['items'])
  return named.success ? named.data : []
}

interface RefusedIntakeProps {
  readonly no: No
  /** True where the number refused is one the person came with. */
  readonly holdsSlip: boolean
  readonly onAgain: () => void
}

/** Why an intake was not stored, and what can be done about it here. */
export function RefusedIntake({ no, holdsSlip, onAgain }: RefusedIntakeProps) {
  const items = itemsIn(no)
    .map(item => code(`item.${item}`))
    .join(', ')
  const word = no.offline ? undefined : no.word
  if (word === 'lease-exhausted' && items !== '')
    return (
      <Notice kind="look" title={t('support.gone.title', { items })}>
        <p>{t('support.gone')}</p>
        <Buttons>
          <Button onPress={onAgain}>{t('support.gone.save')}</Button>
        </Buttons>
      </Notice>
    )
  if (word === 'number-taken' && holdsSlip)
    return (
      <Notice kind="look" title={t('slip.taken.title')}>
        <p>{t('slip.taken')}</p>
      </Notice>
    )
  return (
    <>
      <NoNotice no={no} onAgain={onAgain} />
      {items === '' ? null : <p>{items}</p>}
    </>
  )
}
