/** How the desk calls moves and accounts, in the language on screen. */
import { postOf } from '../../../functions/platform/places.ts'
import { idOf, kindOf } from '../../../functions/supplies/accounts.ts'
import type { DayMove, DayView } from '../../../functions/supplies/day-contract.ts'
import { fundOf, labelOf, unnamedLine } from '../../../functions/supplies/lot-name.ts'
import { StorePlace } from '../../../functions/supplies/store-place.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { t } from './words.ts'

export const placeName = (place: StorePlace): string =>
  place === 'CENTRE' ? shared('place.centre') : postOf(place).name

/** By its kind. */
export const accountName = (account: string): string => t(`account.${kindOf(account)}`)

/** `Maseru Bridge`, the code on a tablet, a project's line, the id of a transfer; undefined where there is one of the kind. */
export function accountWhich(account: string, tablets: DayView['tablets']): string | undefined {
  const id = idOf(account)
  const kind = kindOf(account)
  if (kind === 'DEVICE') return tablets.find(({ deviceId }) => deviceId === id)?.code ?? id
  if (kind === 'LINE') return id === unnamedLine ? t('general') : id
  const place = StorePlace.safeParse(id)
  return place.success ? placeName(place.data) : id || undefined
}

type Posting = DayMove['postings'][number]

export const wayOf = ({ from, to }: Posting): string => t('way.to', { from: accountName(from), to: accountName(to) })

/** Whose money it was: general assistance where nobody's project paid, and where a line is not told. */
export const payerWords = (lot: string): string => fundOf(lot) ?? t('general')

/** `IOM-2026-041, JP-21/NFI` */
export const lotWords = (lot: string): string =>
  [labelOf(lot), payerWords(lot)].filter(part => part !== undefined).join(', ')
