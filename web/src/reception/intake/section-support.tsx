import { catalogueOn, type ItemCode } from '../../../../functions/support/items.ts'
import { maloti } from '../../code-lists/quantity-words.ts'
import { code } from '../../code-lists/words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { loadedPart } from '../../ui/loaded-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { recipientOf, supportOf } from './draft-support.ts'
import type { SectionProps } from './section-who.tsx'
import { type Left, type Offer, offersFor, usualQuantity } from './support-proposal.ts'
import { t } from './words.ts'

const ProofPart = loadedPart(async () => (await import('../proof/proof-part.tsx')).ProofPart)

function leftWords({ ceiling, left }: Offer): string {
  if (left === undefined) return t('support.left-unknown')
  if (ceiling.counted === 'lisente') return t('support.left-money', { maloti: maloti(left) })
  return ceiling.counted === 'nights' ? t('support.left-nights', { count: left }) : t('support.left', { count: left })
}

interface OfferRowProps {
  readonly offer: Offer
  readonly quantity: number | undefined
  readonly onChange: (quantity: number | undefined) => void
}

/** One item: given or not, how many where it may be several, what is left, or why not. */
function OfferRow({ offer, quantity, onChange }: OfferRowProps) {
  const { ceiling, left, barred } = offer
  const { item, most, counted, unit } = ceiling
  const several = counted !== 'lisente' && most > 1
  const highest = Math.min(most, left ?? most)
  const name = code(`item.${item}`)
  return (
    <li class={quantity === undefined ? 'offer' : 'offer offer-given'}>
      <label class="offer-tick">
        <input
          type="checkbox"
          checked={quantity !== undefined}
          disabled={barred !== undefined}
          onChange={event =>
            onChange(event.currentTarget.checked ? Math.min(usualQuantity(ceiling), highest) : undefined)
          }
        />
        <span class="card-words">
          <span class="card-label">{counted === 'lisente' ? `${name}: M${maloti(most)}` : name}</span>
          <span class="card-note">
            {barred === undefined ? `${leftWords(offer)} · ${t(`support.${unit}`)}` : t(`support.barred.${barred}`)}
          </span>
        </span>
      </label>
      {several && quantity !== undefined ? (
        <span class="offer-count">
          <button
            type="button"
            aria-label={t('support.fewer', { item: name })}
            disabled={quantity <= 1}
            onClick={() => onChange(quantity - 1)}
          >
            −
          </button>
          <output>{quantity}</output>
          <button
            type="button"
            aria-label={t('support.more', { item: name })}
            disabled={quantity >= highest}
            onClick={() => onChange(quantity + 1)}
          >
            +
          </button>
        </span>
      ) : null}
    </li>
  )
}

interface SectionSupportProps extends Pick<SectionProps, 'draft' | 'today'> {
  readonly left: Left | undefined
  /** The part was left before: what is missing in it is said. */
  readonly seen: boolean
  /** Back to the part that asks for birth and sex. */
  readonly onWho: () => void
}

/** What this person may get, what of it is left, and why not (domain.md 4.2): nothing here depends on a score. */
export function SectionSupport({ draft, today, left, seen, onWho }: SectionSupportProps) {
  const catalogue = catalogueOn(today)
  const person = recipientOf(draft, today)
  const support = supportOf(draft, today, left)
  if (catalogue === undefined || person === undefined || support === undefined)
    return (
      <Notice kind="look">
        <p>{t('problem.who-first')}</p>
        <Buttons>
          <Button onPress={onWho}>{t('section.who')}</Button>
        </Buttons>
      </Notice>
    )
  const change = (item: ItemCode, quantity: number | undefined) => {
    draft.supportChanges.value = { ...draft.supportChanges.value, [item]: quantity ?? 0 }
  }
  return (
    <>
      {catalogue.approval === 'UNAPPROVED' ? (
        <Notice>
          <p>{t('support.unapproved')}</p>
        </Notice>
      ) : null}
      {left === undefined ? (
        <Notice kind="look" title={t('support.unseen.title')}>
          <p>{t('support.unseen')}</p>
        </Notice>
      ) : null}
      <fieldset class="cards">
        <legend>{t('support.legend')}</legend>
        <ul class="offers">
          {offersFor(catalogue, person, left).map(offer => (
            <OfferRow
              key={offer.ceiling.item}
              offer={offer}
              quantity={support.given[offer.ceiling.item]}
              onChange={quantity => change(offer.ceiling.item, quantity)}
            />
          ))}
        </ul>
      </fieldset>
      {draft.proof.kind.value !== undefined || Object.values(support.given).some(given => given !== undefined) ? (
        <ProofPart draft={draft.proof} seen={seen} />
      ) : null}
      {support.outOfStock.length === 0 ? null : (
        <p class="quiet">
          {t('support.missing', { items: support.outOfStock.map(item => code(`item.${item}`)).join(', ') })}
        </p>
      )}
    </>
  )
}
