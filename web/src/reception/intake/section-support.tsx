import { ageOn, isMinor } from '../../../../functions/registration/age.ts'
import type { Recipient } from '../../../../functions/support/allocation.ts'
import { catalogueOn, type ItemCode } from '../../../../functions/support/items.ts'
import { maloti } from '../../code-lists/quantity-words.ts'
import { code } from '../../code-lists/words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { birthOf } from './draft-problems.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { itemWords } from './item-words.ts'
import type { SectionProps } from './section-who.tsx'
import { keepAllowed, type Left, type Offer, offersFor, propose, usualQuantity } from './support-proposal.ts'
import { t } from './words.ts'

/** The person as the rules of support see them; undefined until birth and sex are known. */
export function recipientOf(draft: IntakeDraft, today: string): Recipient | undefined {
  const birth = birthOf(draft, today)
  if (birth === undefined || draft.sex.value === undefined) return undefined
  return {
    sex: draft.sex.value,
    ageYears: ageOn(birth, today),
    isMinor: isMinor(birth, today),
    accompaniment: draft.accompaniment.value,
  }
}

/**
 * Proposes once; what the officer then changes stays, except what this person turns out not to be allowed, or what
 * another tablet gave away meanwhile: that is then missing, not declined.
 */
export function proposeSupport(draft: IntakeDraft, today: string, left: Left | undefined): void {
  const catalogue = catalogueOn(today)
  const person = recipientOf(draft, today)
  if (catalogue === undefined || person === undefined) return
  const given = draft.given.value
  if (given !== undefined) {
    const kept = keepAllowed(given, offersFor(catalogue, person, left))
    draft.given.value = kept.given
    draft.outOfStock.value = [...new Set([...draft.outOfStock.value, ...kept.outOfStock])]
    return
  }
  const proposal = propose(catalogue, person, left)
  draft.proposed.value = proposal.proposed
  draft.given.value = proposal.given
  draft.outOfStock.value = proposal.outOfStock
}

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
        <span class="stepper">
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
  /** Back to the part that asks for birth and sex. */
  readonly onWho: () => void
}

/** What this person may get, what of it is left, and why not (domain.md 4.2): nothing here depends on a score. */
export function SectionSupport({ draft, today, left, onWho }: SectionSupportProps) {
  const catalogue = catalogueOn(today)
  const person = recipientOf(draft, today)
  if (catalogue === undefined || person === undefined)
    return (
      <Notice kind="look">
        <p>{t('support.who-first')}</p>
        <Buttons>
          <Button onPress={onWho}>{t('section.who')}</Button>
        </Buttons>
      </Notice>
    )
  const change = (item: ItemCode, quantity: number | undefined) => {
    const { [item]: _, ...others } = draft.given.value ?? {}
    draft.given.value = quantity === undefined ? others : { ...others, [item]: quantity }
  }
  return (
    <>
      {catalogue.approval === 'UNAPPROVED' ? (
        <Notice>
          <p>{t('support.unapproved')}</p>
        </Notice>
      ) : null}
      <fieldset class="cards">
        <legend>{t('support.legend')}</legend>
        <ul class="offers">
          {offersFor(catalogue, person, left).map(offer => (
            <OfferRow
              key={offer.ceiling.item}
              offer={offer}
              quantity={draft.given.value?.[offer.ceiling.item]}
              onChange={quantity => change(offer.ceiling.item, quantity)}
            />
          ))}
        </ul>
      </fieldset>
      {draft.outOfStock.value.length === 0 ? null : (
        <p class="quiet">
          {t('support.missing', { items: draft.outOfStock.value.map(item => itemWords(item, 1, today)).join(', ') })}
        </p>
      )}
    </>
  )
}
