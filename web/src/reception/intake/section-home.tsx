import { districts } from '../../../../functions/platform/places.ts'
import { consentModes, contactChannels, languages } from '../../../../functions/registration/code-lists.ts'
import { code } from '../../code-lists/words.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { inLanguage } from '../../i18n/words.ts'
import { Choice, MultiChoice } from '../../ui/choice.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { asksForNumber, isChild, needsNumber } from './draft-problems.ts'
import type { SectionProps } from './section-who.tsx'
import { spokenSentence, spokenSentences } from './spoken-text.ts'
import { t } from './words.ts'

const guardians = ['GUARDIAN_CONSENT', 'CHILD_ASSENT'] as const

/** Who answered and how; the usual answers stand already, so that most people need none of it. */
const HowAsked = ({ draft }: Pick<SectionProps, 'draft'>) => (
  <details class="more">
    <summary>{t('consent.how')}</summary>
    <div class="stack">
      <SelectField
        label={t('consent.language')}
        options={languages.map(value => ({ value, label: code(`language.${value}`) }))}
        value={draft.spokenIn}
      />
      <Choice
        legend={t('consent.mode')}
        columns={3}
        options={consentModes.map(value => ({ value, label: t(`consent.mode.${value}`) }))}
        value={draft.consentMode}
      />
      <MultiChoice
        legend={t('consent.interpreter')}
        options={[{ value: true as const, label: t('consent.interpreter.yes') }]}
        value={draft.interpreter}
      />
    </div>
  </details>
)

/** The question as it is said aloud, where that is not what the screen says anyway. */
const asSpoken = (key: 'district' | 'reach', spoken: string): { hint?: string } => {
  const sentence = spokenSentence(key, spoken)
  return sentence === inLanguage(spokenSentences[key]) ? {} : { hint: sentence }
}

/** Where home is, and the two questions of the line (domain.md 2.7): may the district help, and how to be reached. */
export const SectionHome = ({ draft, today, says }: SectionProps) => {
  const channel = draft.channel.value
  const spoken = draft.spokenIn.value ?? 'st'
  return (
    <>
      <Choice
        legend={t('home.district')}
        columns={5}
        options={districts.map(({ code: value, name }) => ({ value, label: name }))}
        value={draft.homeDistrict}
        problem={says('homeDistrict')}
      />
      <section class="spoken" lang={spoken === 'st' ? 'st-LS' : 'en'}>
        <p class="small quiet" lang="">
          {t('consent.title')}
        </p>
        <p>{spokenSentence('notice', spoken)}</p>
      </section>
      {isChild(draft, today) ? (
        <Choice
          legend={t('consent.guardian')}
          columns={2}
          options={guardians.map(value => ({ value, label: t(`consent.guardian.${value}`) }))}
          value={draft.guardian}
          problem={says('guardian')}
        />
      ) : null}
      <Choice
        legend={inLanguage(spokenSentences.district)}
        {...asSpoken('district', spoken)}
        columns={2}
        options={[
          { value: true, label: t('consent.district.yes') },
          { value: false, label: t('consent.district.no') },
        ]}
        value={draft.shareDistrict}
        problem={says('shareDistrict')}
      />
      <Choice
        legend={inLanguage(spokenSentences.reach)}
        {...asSpoken('reach', spoken)}
        columns={3}
        options={contactChannels.map(value => ({ value, label: code(`channel.${value}`) }))}
        value={draft.channel}
        problem={says('channel')}
      />
      {asksForNumber(channel) ? (
        <>
          <TextField
            label={needsNumber(channel) ? t('consent.phone') : `${t('consent.phone')} (${shared('field.optional')})`}
            hint={t('consent.phone.hint')}
            inputMode="tel"
            longest={24}
            width="half"
            value={draft.phone}
            problem={says('phone')}
          />
          <MultiChoice
            legend={t('consent.allows')}
            hint={t('consent.allows.hint')}
            columns={2}
            options={[
              { value: 'CALL' as const, label: t('consent.allows.call') },
              { value: 'MESSAGE' as const, label: t('consent.allows.message') },
            ]}
            value={draft.phoneAllows}
          />
        </>
      ) : null}
      <HowAsked draft={draft} />
    </>
  )
}
