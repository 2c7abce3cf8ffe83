import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import type { ItemCode } from '../../../functions/support/items.ts'
import type { FormEnds } from '../ui/move-dialog.tsx'
import type { Dispute } from './disputes-table.tsx'
import { CorrectForm } from './forms/correct-form.tsx'
import { DecideForm } from './forms/decide-form.tsx'
import { LeaseForm } from './forms/lease-form.tsx'
import { LongerForm } from './forms/longer-form.tsx'
import { ReceiveForm } from './forms/receive-form.tsx'
import { SendForm } from './forms/send-form.tsx'
import { TakeBackForm } from './forms/take-back-form.tsx'
import { TakeInForm } from './forms/take-in-form.tsx'
import { WriteOffForm } from './forms/write-off-form.tsx'
import type { Coming, Lease, StoreLot, View } from './said.ts'

/** Which form is open, and over what. */
export type Opened =
  | { readonly form: 'receive' }
  | { readonly form: 'send' | 'correct'; readonly lot: StoreLot }
  | { readonly form: 'take-in'; readonly coming: Coming }
  | { readonly form: 'lease'; readonly item: ItemCode }
  | { readonly form: 'decide'; readonly dispute: Dispute }
  | { readonly form: 'longer' | 'take-back' | 'write-off'; readonly lease: Lease }

/** One way to open a form, for every table of the desk. */
export type Open = (opened: Opened) => void

interface OpenFormProps extends FormEnds {
  readonly place: StorePlace
  readonly opened: Opened
  /** The store as it stands by now: what the books say may be newer than the row that was pressed. */
  readonly view: View
}

const lotNow = (view: View, seen: StoreLot): StoreLot =>
  view.lots.find(({ item, lot }) => item === seen.item && lot === seen.lot) ?? seen
const leaseNow = (view: View, seen: Lease): Lease =>
  view.leases.find(
    ({ leaseId, item, tabletCode }) => leaseId === seen.leaseId && item === seen.item && tabletCode === seen.tabletCode,
  ) ?? seen

export function OpenForm({ opened, view, ...rest }: OpenFormProps) {
  switch (opened.form) {
    case 'receive':
      return <ReceiveForm {...rest} />
    case 'send':
      return <SendForm {...rest} lot={lotNow(view, opened.lot)} />
    case 'correct':
      return <CorrectForm {...rest} lot={lotNow(view, opened.lot)} />
    case 'take-in':
      return <TakeInForm {...rest} coming={opened.coming} />
    case 'lease':
      return <LeaseForm {...rest} item={opened.item} view={view} />
    case 'decide':
      return <DecideForm {...rest} dispute={opened.dispute} />
    case 'longer':
      return <LongerForm {...rest} lease={leaseNow(view, opened.lease)} />
    case 'take-back':
      return <TakeBackForm {...rest} lease={leaseNow(view, opened.lease)} />
    case 'write-off':
      return <WriteOffForm {...rest} lease={leaseNow(view, opened.lease)} />
  }
}
