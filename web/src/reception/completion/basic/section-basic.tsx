import { districts } from '../../../../../functions/platform/places.ts'
import {
  accompaniments,
  alternateNameTypes,
  contactChannels,
  sexes,
} from '../../../../../functions/registration/code-lists.ts'
import { code } from '../../../code-lists/words.ts'
import { t as shared } from '../../../i18n/shared-words.ts'
import { inLanguage } from '../../../i18n/words.ts'
import { Choice, MultiChoice } from '../../../ui/choice.tsx'
import { DateOrAge } from '../../../ui/date-or-age.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { asksForNumber, isChild, mayBeDoubted, needsNumber } from '../../intake/draft-problems.ts'
import { spokenSentences } from '../../intake/spoken-text.ts'
import { t as asked } from '../../intake/words.ts'
import { type BasicDraft, type BasicField, basicProblems } from './basic-draft.ts'
import { t } from './words.ts'

interface PartProps {
  readonly draft: BasicDraft
  readonly today: string
  readonly says: (field: BasicField) => string | undefined
}

const Who = ({ draft, today, says }: PartProps) => (
  <>
    <TextField
      label={asked('who.given-names')}
      capitals="words"
      value={draft.givenNames}
      problem={says('givenNames')}
    />
    <TextField label={asked('who.surname')} capitals="words" value={draft.surname} problem={says('surname')} />
    <TextField label={asked('who.other-name')} optional capitals="words" value={draft.otherName} />
    <SelectField
      label={asked('who.other-name-type')}
      optional
      options={alternateNameTypes.map(value => ({ value, label: code(`other-name.${value}`) }))}
      value={draft.otherNameType}
    />
    <TextField label={asked('who.name-on-document')} optional capitals="words" value={draft.nameOnDocument} />
    <Choice
      legend={asked('who.sex')}
      columns={3}
      options={[...sexes].reverse().map(value => ({ value, label: code(`sex.${value}`) }))}
      value={draft.sex}
      problem={says('sex')}
    />
    <DateOrAge legend={asked('who.birth')} value={draft.birth} problem={says('birth')} />
    {mayBeDoubted(draft, today) ? (
      <MultiChoice
        legend={asked('who.doubt')}
        options={[{ value: true as const, label: asked('who.doubt.yes') }]}
        value={draft.takenForChild}
      />
    ) : null}
    {isChild(draft, today) ? (
      <Choice
        legend={asked('who.care')}
        options={accompaniments.map(value => ({ value, label: code(`care.${value}`) }))}
        value={draft.accompaniment}
        problem={says('accompaniment')}
      />
    ) : null}
  </>
)

const Reach = ({ draft, says }: PartProps) => {
  const channel = draft.channel.value
  return (
    <>
      <Choice
        legend={inLanguage(spokenSentences.reach)}
        columns={3}
        options={contactChannels.map(value => ({ value, label: code(`channel.${value}`) }))}
        value={draft.channel}
      />
      {asksForNumber(channel) ? (
        <>
          <TextField
            label={
              needsNumber(channel) ? asked('consent.phone') : `${asked('consent.phone')} (${shared('field.optional')})`
            }
            hint={asked('consent.phone.hint')}
            inputMode="tel"
            longest={24}
            width="half"
            value={draft.phone}
            problem={says('phone')}
          />
          <MultiChoice
            legend={asked('consent.allows')}
            columns={2}
            options={[
              { value: 'CALL' as const, label: asked('consent.allows.call') },
              { value: 'MESSAGE' as const, label: asked('consent.allows.message') },
            ]}
            value={draft.phoneAllows}
          />
        </>
      ) : null}
    </>
  )
}

/** Names, sex, birth, home and telephone of somebody who is registered, as they should be. */
export const SectionBasic = ({ draft, today }: Pick<PartProps, 'draft' | 'today'>) => {
  const problems = basicProblems(draft, today)
  const says = (field: BasicField) => {
    const problem = problems[field]
    return problem === undefined ? undefined : asked(`problem.${problem}`)
  }
  const moves = draft.homeDistrict.value !== draft.known.homeDistrict
  return (
    <>
      <p class="quiet">{t('lead')}</p>
      <Who draft={draft} today={today} says={says} />
      <SelectField
        label={asked('home.district')}
        {...(moves ? { hint: `${t('home.tasks')} ${t('home.hint')}` } : {})}
        options={districts.map(({ code: value, name }) => ({ value, label: name }))}
        value={draft.homeDistrict}
        problem={says('homeDistrict')}
      />
      <Reach draft={draft} today={today} says={says} />
    </>
  )
}
