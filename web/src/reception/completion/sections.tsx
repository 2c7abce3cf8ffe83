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
  openNationalities,
  sendingFacilities,
} from '../../../../functions/registration/code-lists.ts'
import { intentions, stoppingPlaces } from '../../../../functions/registration/full-tier-codes.ts'
import { code } from '../../code-lists/words.ts'
import { readDate } from '../../ui/date-input.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ThreePartDate } from '../../ui/three-part-date.tsx'
import { Asked, YesNo } from './asked.tsx'
import { type CompletionDraft, countries, typed } from './completion-draft.ts'
import type { CompletionProblems } from './completion-problems.ts'
import { t } from './words.ts'

export interface SectionProps {
  readonly draft: CompletionDraft
  readonly says: (field: keyof CompletionProblems) => string | undefined
}

const countryOptions = () => countries.map(value => ({ value, label: t(`country.${value}`) }))

/** What was typed before the answer changed stays on screen until it is emptied: nothing is dropped unseen. */
const isWithoutPaper = (draft: CompletionDraft): boolean =>
  (draft.documentType.value === undefined || draft.documentType.value === 'NONE') &&
  typed(draft.documentNumber) === undefined &&
  readDate(draft.documentExpiry) === 'empty'

export const SectionPapers = ({ draft, says }: SectionProps) => (
  <>
    <SelectField
      label={t('papers.type')}
      options={documentTypes.map(value => ({ value, label: t(`document.${value}`) }))}
      value={draft.documentType}
      problem={says('documentType')}
    />
    {isWithoutPaper(draft) ? null : (
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
    <SelectField
      label={t('papers.open')}
      options={openNationalities.map(value => ({ value, label: t(`open.${value}`) }))}
      value={draft.openNationality}
    />
    <SelectField label={t('papers.country-of-birth')} options={countryOptions()} value={draft.countryOfBirth} />
  </>
)

const hasOrigin = (draft: CompletionDraft): boolean =>
  [draft.originCouncil, draft.originVillage, draft.originChief].some(each => typed(each) !== undefined)

export const SectionHome = ({ draft, says }: SectionProps) => (
  <>
    <SelectField
      label={t('home.district')}
      options={districts.map(({ code: value, name }) => ({ value, label: name }))}
      value={draft.district}
      problem={says('district')}
    />
    <TextField label={t('home.council')} capitals="words" value={draft.council} />
    <TextField label={t('home.village')} capitals="words" value={draft.village} />
    <TextField label={t('home.chief')} capitals="words" value={draft.chief} />
    <details class="more" open={hasOrigin(draft)}>
      <summary>{t('home.origin')}</summary>
      <div class="stack">
        <TextField label={t('home.origin.council')} capitals="words" value={draft.originCouncil} />
        <TextField label={t('home.origin.village')} capitals="words" value={draft.originVillage} />
        <TextField label={t('home.origin.chief')} capitals="words" value={draft.originChief} />
      </div>
    </details>
    <Asked
      legend={t('home.intention')}
      columns={3}
      options={intentions.map(value => ({ value, label: t(`intention.${value}`) }))}
      value={draft.intention}
    />
    <SelectField
      label={t('home.language')}
      options={languages.map(value => ({ value, label: code(`language.${value}`) }))}
      value={draft.language}
    />
  </>
)

export const SectionFamily = ({ draft, says }: SectionProps) => (
  <>
    <Asked
      legend={t('family.marital')}
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
    <TextField
      label={t('family.children.unknown')}
      width="short"
      inputMode="numeric"
      value={draft.childrenOfUnknownAge}
      problem={says('childrenOfUnknownAge')}
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
    <Asked
      legend={t('journey.stopped')}
      options={stoppingPlaces.map(value => ({ value, label: t(`stopped.${value}`) }))}
      value={draft.stoppedPlace}
    />
    <ThreePartDate legend={t('journey.stopped-on')} value={draft.stoppedOn} problem={says('stoppedOn')} />
    <SelectField
      label={t('journey.facility')}
      options={sendingFacilities.map(value => ({ value, label: code(`facility.${value}`) }))}
      value={draft.stoppedFacility}
    />
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
