import { postOf } from '../../../functions/platform/places.ts'
import type { ReceiptView } from '../../../functions/support/receipt-contract.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { NumberPicture } from '../ui/number-picture.tsx'
import { worthWords } from './said.ts'
import { t } from './words.ts'

export function proofWords({ proof }: ReceiptView): string {
  if (proof === undefined) return t('proof.none')
  return t(`proof.${proof.kind}`, { witness: 'witness' in proof ? proof.witness : '' })
}

/** What was handed over, each with its worth. */
export const ReceiptLines = ({ receipt }: { receipt: ReceiptView }) => (
  <ul class="slip-given">
    {receipt.lines.map(({ item, quantity, worth, projectCode, requestId, state }) => (
      <li key={`${item} ${requestId}`}>
        {[
          itemName(item),
          amount(item, quantity),
          worth === undefined ? undefined : worthWords(worth),
          projectCode,
          state === 'ISSUED' ? undefined : t(`state.${state}`),
        ]
          .filter(part => part !== undefined)
          .join(', ')}
      </li>
    ))}
  </ul>
)

/** The office's copy: numbers, and no name but the witness's. It prints alone. */
export const ReceiptSheet = ({ receipt }: { receipt: ReceiptView }) => (
  <article class="slip receipt-sheet">
    <p class="slip-label">{t('receipt.title', { number: '' })}</p>
    <p class="slip-number">{receipt.receiptNumber}</p>
    <NumberPicture displayNumber={receipt.displayNumber} label={shared('slip.qr')} />
    <ReceiptLines receipt={receipt} />
    <FactList>
      <Fact name={t('receipt.worth')}>{worthWords(receipt.worth)}</Fact>
      <Fact name={t('receipt.at')}>
        {localTime(receipt.issuedAt)}, {postOf(receipt.post).name}
      </Fact>
      <Fact name={t('receipt.officer')}>{receipt.officerId}</Fact>
      <Fact name={t('receipt.proof')}>{proofWords(receipt)}</Fact>
    </FactList>
    <p class="slip-free">{shared('slip.free')}</p>
  </article>
)
