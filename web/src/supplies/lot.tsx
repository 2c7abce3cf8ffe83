import { type Fund, fundOf, labelOf, lineOfFund, noLot } from '../../../functions/supplies/lot-name.ts'
import { itemName } from '../code-lists/item-amount.ts'
import type { NamedLot } from './said.ts'
import { t } from './words.ts'

const partsOf = (lot: string | undefined) =>
  lot === undefined ? { label: undefined, fund: undefined } : { label: labelOf(lot), fund: fundOf(lot) }

/** A narrow column breaks it between project and line, and never within a code. */
function FundCode({ fund }: { fund: Fund }) {
  const { projectCode, lineCode } = lineOfFund(fund)
  return (
    <span>
      <span class="code-part">{projectCode}/</span>
      <wbr />
      <span class="code-part">{lineCode}</span>
    </span>
  )
}

const PaidBy = ({ fund }: { fund: Fund }) => (
  <span class="quiet small">
    {t('lot.paid-by')} <FundCode fund={fund} />
  </span>
)

/** By its label, and quietly who paid; money has no label and reads by its line. */
export function Lot({ lot }: Pick<NamedLot, 'lot'>) {
  const { label, fund } = partsOf(lot)
  if (label === undefined)
    return fund === undefined ? <span class="quiet">{t('no-lot')}</span> : <FundCode fund={fund} />
  return (
    <span class="stack-small">
      <span>{label}</span>
      {fund === undefined ? null : <PaidBy fund={fund} />}
    </span>
  )
}

/** The same in one line, for what is said beside an item. */
function LotBeside({ lot, wasGiven }: { lot: string; wasGiven: boolean }) {
  const { label, fund } = partsOf(lot)
  const hasPayer = fund !== undefined || wasGiven
  return (
    <span class="quiet small">
      {label}
      {label === undefined || !hasPayer ? null : `, ${t('lot.paid-by')} `}
      {fund === undefined ? wasGiven ? t('lot.general') : null : <FundCode fund={fund} />}
    </span>
  )
}

interface ItemLotsProps {
  readonly item: NamedLot['item']
  readonly lots: readonly (string | undefined)[]
  /** To a returnee: whose payer is not named reads general assistance, whether nobody's project paid or one that is not told. */
  readonly wasGiven?: boolean
}

/** An item, and quietly of which lots it is, where they have names. */
export const ItemLots = ({ item, lots, wasGiven = false }: ItemLotsProps) => (
  <span class="stack-small">
    <span>{itemName(item)}</span>
    {(wasGiven && lots.length === 0 ? [noLot] : lots).map(lot =>
      lot === undefined ? null : <LotBeside key={lot} lot={lot} wasGiven={wasGiven} />,
    )}
  </span>
)

/** What a form is about. */
export function LotOfItem({ item, lot }: NamedLot) {
  const { label, fund } = partsOf(lot)
  const name = label ?? fund
  return (
    <p class="stack-small">
      <strong>{name === undefined ? itemName(item) : t('lot.of-item', { item: itemName(item), lot: name })}</strong>
      {label === undefined || fund === undefined ? null : <PaidBy fund={fund} />}
    </p>
  )
}
