/**
 * One blank form, from the same lists as the form on screen: Sesotho and English side by side, so that whoever holds the
 * pen needs one of them. Its lower part is torn off and given to the person.
 */
import type { ComponentChildren } from 'preact'
import { districts } from '../../../functions/platform/places.ts'
import { accompaniments, contactChannels, sexes } from '../../../functions/registration/code-lists.ts'
import { urgentFlags } from '../../../functions/registration/vulnerability-codes.ts'
import { itemCodes } from '../../../functions/support/items.ts'
import { code } from '../code-lists/words.ts'
import type { Language } from '../i18n/language.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { UrgentPicture } from '../reception/intake/urgent-pictures.tsx'
import { t as intake } from '../reception/intake/words.ts'
import { NumberPicture } from '../ui/number-picture.tsx'
import { t } from './words.ts'

type Say = (said: Language) => string

/** Both languages of one thing. */
const Both = ({ say }: { say: Say }) => (
  <span class="both">
    <span lang="st-LS">{say('st-LS')}</span> <span lang="en">{say('en')}</span>
  </span>
)

const Line = ({ say, children }: { say: Say; children?: ComponentChildren }) => (
  <div class="paper-line">
    <Both say={say} />
    {children ?? <span class="paper-rule" />}
  </div>
)

/** Boxes to tick, one for each code of a list. */
const Boxes = ({ say, options }: { say: Say; options: readonly (readonly [key: string, say: Say])[] }) => (
  <div class="paper-boxes">
    <Both say={say} />
    <ul>
      {options.map(([key, each]) => (
        <li key={key}>
          <span class="paper-box" />
          <Both say={each} />
        </li>
      ))}
    </ul>
  </div>
)

/** Day, month and year, or an age, a box for each figure. */
const Figures = () => (
  <div class="paper-line">
    <Both say={said => t('form.birth', {}, said)} />
    <span class="paper-figures">
      {[2, 2, 4].map((count, part) => (
        <span key={part === 0 ? 'day' : part === 1 ? 'month' : 'year'} class="paper-figure" data-count={count} />
      ))}
    </span>
    <Both say={said => t('form.age', {}, said)} />
    <span class="paper-figures">
      <span class="paper-figure" data-count={2} />
    </span>
  </div>
)

const yesOrNo = [
  ['yes', (said: Language) => t('form.yes', {}, said)],
  ['no', (said: Language) => t('form.no', {}, said)],
] as const

/** What the person takes along: no name, post, mark nor any word for where they come from. */
const Stub = ({ displayNumber, helpLine }: { displayNumber: string; helpLine: string | undefined }) => (
  <aside class="paper-stub">
    <NumberPicture displayNumber={displayNumber} label={shared('slip.qr')} />
    <div>
      <p class="slip-number">{displayNumber}</p>
      <p lang="st-LS">{shared('slip.free', {}, 'st-LS')}</p>
      <p lang="en">{shared('slip.free', {}, 'en')}</p>
      {helpLine === undefined ? null : (
        <p>
          <Both say={said => shared('slip.call', {}, said)} /> <strong>{helpLine}</strong>
        </p>
      )}
    </div>
  </aside>
)

interface PaperFormProps {
  readonly displayNumber: string
  /** The free number; the stub is silent about it where there is none. */
  readonly helpLine: string | undefined
}

export const PaperForm = ({ displayNumber, helpLine }: PaperFormProps) => (
  <article class="paper-form">
    <header class="paper-head">
      <Both say={said => t('form.title', {}, said)} />
      <strong class="number">{displayNumber}</strong>
    </header>
    <div class="paper-columns">
      <Line say={said => t('form.day', {}, said)} />
      <Line say={said => t('form.officer', {}, said)} />
      <Line say={said => t('form.given-names', {}, said)} />
      <Line say={said => t('form.surname', {}, said)} />
    </div>
    <Figures />
    <div class="paper-columns">
      <Boxes
        say={said => t('form.sex', {}, said)}
        options={sexes.map(sex => [String(sex), said => code(`sex.${sex}`, {}, said)] as const)}
      />
      <Boxes
        say={said => t('form.care', {}, said)}
        options={accompaniments.map(care => [care, said => code(`care.${care}`, {}, said)] as const)}
      />
    </div>
    <div class="paper-boxes">
      <Both say={said => t('form.district', {}, said)} />
      <ul class="paper-districts">
        {districts.map(district => (
          <li key={district.code}>
            <span class="paper-box" />
            {district.name}
          </li>
        ))}
      </ul>
    </div>
    <div class="paper-boxes">
      <Both say={said => t('form.urgent', {}, said)} />
      <ul class="paper-urgent">
        {urgentFlags.map((flag, index) => (
          <li key={flag}>
            <span class="paper-box" />
            <strong>{index + 1}</strong>
            <UrgentPicture flag={flag} />
            <Both say={said => intake(`urgent.${flag}`, {}, said)} />
          </li>
        ))}
      </ul>
    </div>
    <div class="paper-columns">
      <Boxes say={said => t('form.share', {}, said)} options={yesOrNo} />
      <Line say={said => t('form.phone', {}, said)} />
    </div>
    <Boxes
      say={said => t('form.reach', {}, said)}
      options={[
        ...contactChannels.map(channel => [channel, (said: Language) => code(`channel.${channel}`, {}, said)] as const),
        ['CALL', said => t('form.call', {}, said)],
        ['MESSAGE', said => t('form.message', {}, said)],
      ]}
    />
    <div class="paper-boxes">
      <Both say={said => t('form.given', {}, said)} />
      <ul class="paper-items">
        {itemCodes.map(item => (
          <li key={item}>
            <span class="paper-rule paper-rule-short" />
            <Both say={said => code(`item.${item}`, {}, said)} />
          </li>
        ))}
      </ul>
    </div>
    <div class="paper-columns">
      <Line say={said => t('form.sign', {}, said)} />
      <Line say={said => t('form.witness', {}, said)} />
    </div>
    <p class="paper-cut">
      <Both say={said => t('form.cut', {}, said)} />
    </p>
    <Stub displayNumber={displayNumber} helpLine={helpLine} />
  </article>
)
