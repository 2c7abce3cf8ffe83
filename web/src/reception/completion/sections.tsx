import type { Signal } from '@preact/signals'
import { districtRoles } from '../../../../functions/platform/permissions.ts'
import { districts } from '../../../../functions/platform/places.ts'
import {
  documentConditions,
  documentTypes,
  educationLevels,
  industries,
  languages,
  maritalStatuses,
  nationalityConfidences,
  occupationGroups,
} from '../../../../functions/registration/code-lists.ts'
import { code } from '../../code-lists/words.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Choice, MultiChoice } from '../../ui/choice.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ThreePartDate } from '../../ui/three-part-date.tsx'
import { type CompletionDraft, type CompletionProblems, countries } from './completion-draft.ts'
import { t } from './words.ts'

export interface SectionProps {
  readonly draft: CompletionDraft
  readonly says: (field: keyof CompletionProblems) => string | undefined
}

const YesNo = ({ legend, value }: { legend: string; value: Signal<boolean | undefined> }) => (
  <Choice
    legend={legend}
    columns={2}
    options={[
      { value: true, label: shared('answer.yes') },
      { value: false, label: shared('answer.no') },
    ]}
    value={value}
  />
)

const countryOptions = () => countries.map(value => ({ value, label: t(`country.${value}`) }))

export const SectionPapers = ({ draft, says }: SectionProps) => (
  <>
    <SelectField
      label={t('papers.type')}
      options={documentTypes.map(value => ({ value, label: t(`document.${value}`) }))}
      value={draft.documentType}
    />
    {draft.documentType.value === undefined || draft.documentType.value === 'NONE' ? null : (
      <>
        <TextField
          label={t('papers.number')}
          longest={20}
          width="half"
          capitals="characters"
          value={draft.documentNumber}
          problem={says('documentNumber')}
        />
        <ThreePartDate legend={t('papers.expiry')} value={draft.documentExpiry} problem={says('documentExpiry')} />
      </>
    )}
    <SelectField
      label={t('papers.condition')}
      options={documentConditions.map(value => ({ value, label: t(`condition.${value}`) }))}
      value={draft.documentCondition}
    />
    <SelectField label={t('papers.nationality')} options={countryOptions()} value={draft.nationality} />
    <SelectField
      label={t('papers.confidence')}
      options={nationalityConfidences.map(value => ({ value, label: t(`confidence.${value}`) }))}
      value={draft.nationalityConfidence}
    />
    <SelectField label={t('papers.country-of-birth')} options={countryOptions()} value={draft.countryOfBirth} />
  </>
)

/** Offices of the district a person goes to, and the district as a whole: whom a returnee may shut out. */
function exclusionOptions(draft: CompletionDraft) {
  const district = districts.find(each => each.code === draft.district.value)
  if (district === undefined) return []
  return [
    ...districtRoles.map(role => ({
      value: `${role}@${district.code}`,
      label: t(`office.${role}`),
      note: district.name,
    })),
    { value: district.code, label: district.name },
  ]
}

export const SectionHome = ({ draft, says }: SectionProps) => (
  <>
    <SelectField
      label={t('home.district')}
      options={districts.map(({ code: value, name }) => ({ value, label: name }))}
      value={draft.district}
    />
    <TextField label={t('home.council')} capitals="words" value={draft.council} />
    <TextField label={t('home.village')} capitals="words" value={draft.village} />
    <TextField label={t('home.chief')} capitals="words" value={draft.chief} />
    <SelectField
      label={t('home.language')}
      options={languages.map(value => ({ value, label: code(`language.${value}`) }))}
      value={draft.language}
    />
    <h3>{t('home.kin')}</h3>
    <TextField label={t('home.kin-name')} capitals="words" value={draft.kinName} problem={says('kinName')} />
    <TextField label={t('home.kin-relation')} value={draft.kinRelation} />
    <TextField
      label={t('home.kin-phone')}
      inputMode="tel"
      longest={24}
      width="half"
      value={draft.kinPhone}
      problem={says('kinPhone')}
    />
    <MultiChoice
      legend={t('home.exclusions')}
      hint={t('home.exclusions.hint')}
      columns={2}
      options={exclusionOptions(draft)}
      value={draft.exclusions}
    />
  </>
)

export const SectionFamily = ({ draft, says }: SectionProps) => (
  <>
    <Choice
      legend={t('family.marital')}
      columns={2}
      options={maritalStatuses.map(value => ({ value, label: t(`marital.${value}`) }))}
      value={draft.maritalStatus}
    />
    <TextField
      label={t('family.children')}
      hint={t('family.children.hint')}
      width="half"
      value={draft.childrenAges}
      problem={says('childrenAges')}
    />
  </>
)

/** Simple work first: it is what most people did. */
const occupations = [...occupationGroups].reverse()

export const SectionWork = ({ draft }: SectionProps) => {
  const options = occupations.map(value => ({ value, label: t(`occupation.${value}`) }))
  return (
    <>
      <SelectField
        label={t('work.education')}
        options={educationLevels.map(value => ({ value, label: t(`education.${value}`) }))}
        value={draft.education}
      />
      <SelectField label={t('work.before')} options={options} value={draft.beforeLeaving} />
      <SelectField label={t('work.in-south-africa')} options={options} value={draft.inSouthAfrica} />
      <SelectField
        label={t('work.industry')}
        options={industries.map(value => ({ value, label: t(`industry.${value}`) }))}
        value={draft.industry}
      />
      <TextField label={t('work.in-words')} value={draft.workInWords} />
      <SelectField label={t('work.wanted')} options={options} value={draft.wanted} />
      <YesNo legend={t('work.livelihood')} value={draft.wantsLivelihoodHelp} />
    </>
  )
}

export const SectionJourney = ({ draft, says }: SectionProps) => (
  <>
    <ThreePartDate
      legend={t('journey.first-departure')}
      value={draft.firstDeparture}
      problem={says('firstDeparture')}
    />
    <ThreePartDate legend={t('journey.last-entry')} value={draft.lastEntry} problem={says('lastEntry')} />
    <TextField label={t('journey.province')} capitals="words" value={draft.province} />
    <TextField label={t('journey.town')} capitals="words" value={draft.town} />
    <YesNo legend={t('journey.money-home')} value={draft.sentMoneyHome} />
    <TextField
      label={t('journey.days-held')}
      inputMode="numeric"
      longest={4}
      width="short"
      value={draft.daysHeld}
      problem={says('daysHeld')}
    />
    <YesNo legend={t('journey.belongings')} value={draft.belongingsLost} />
  </>
)

export const SectionWages = ({ draft, says }: SectionProps) => (
  <>
    <YesNo legend={t('wages.owed')} value={draft.wagesOwed} />
    {draft.wagesOwed.value === true ? (
      <>
        <TextField
          label={t('wages.amount')}
          inputMode="decimal"
          longest={10}
          width="short"
          value={draft.wagesAmount}
          problem={says('wagesAmount')}
        />
        <Choice
          legend={t('wages.currency')}
          columns={2}
          options={(['ZAR', 'LSL'] as const).map(value => ({ value, label: t(`wages.currency.${value}`) }))}
          value={draft.wagesCurrency}
        />
        <TextField
          label={t('wages.days')}
          inputMode="numeric"
          longest={2}
          width="short"
          value={draft.daysBeforePayday}
          problem={says('daysBeforePayday')}
        />
      </>
    ) : null}
  </>
)
