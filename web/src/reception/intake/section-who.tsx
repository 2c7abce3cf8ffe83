import { useState } from 'preact/hooks'
import { manifestFields } from '../../../../functions/arrivals/manifest-row.ts'
import {
  accompaniments,
  alternateNameTypes,
  householdRoles,
  returnTypes,
  sendingFacilities,
  sexes,
  transports,
} from '../../../../functions/registration/code-lists.ts'
import { newId } from '../../api/new-id.ts'
import { code } from '../../code-lists/words.ts'
import { Choice, MultiChoice } from '../../ui/choice.tsx'
import { DateOrAge } from '../../ui/date-or-age.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { InOwnTask } from '../../ui/in-own-task.tsx'
import { Notice } from '../../ui/notice.tsx'
import { noteWords } from '../list/row-result.tsx'
import { families } from './draft-keeper.ts'
import { type Field, isChild, mayBeDoubted } from './draft-problems.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { t } from './words.ts'

export interface SectionProps {
  readonly draft: IntakeDraft
  readonly today: string
  /** What is wrong with a field, in words, once its part has been left. */
  readonly says: (field: Field) => string | undefined
}

/** What the list said, to hold against what the person says. */
const Listed = ({ draft: { listed } }: Pick<SectionProps, 'draft'>) =>
  listed === undefined ? null : (
    <div class="stack-small small">
      <p class="quiet">{t('listed', { row: listed.row })}</p>
      <dl class="listed">
        {manifestFields.map(field =>
          listed.typed[field] === undefined || listed.typed[field] === '' ? null : (
            <div key={field}>
              <dt class="quiet">{t(`listed.${field}`)}</dt>
              <dd>{listed.typed[field]}</dd>
            </div>
          ),
        )}
      </dl>
      {listed.notes.map(note => (
        <p key={note.note} class="field-says">
          {noteWords(note)}
        </p>
      ))}
    </div>
  )

function FamilyChoice({ draft, says }: Pick<SectionProps, 'draft' | 'says'>) {
  const here = families.value.filter(family => family.batchId === draft.batchId)
  const current = draft.household.value
  const isKnown = here.some(({ householdId }) => householdId === current?.householdId)
  const ways = [
    { key: 'alone', label: t('who.family.alone'), household: undefined },
    ...here.map(({ householdId, name }) => ({
      key: householdId,
      label: t('who.family.of', { name }),
      household: { householdId, name },
    })),
    {
      key: 'new',
      label: t('who.family.new'),
      household: current !== undefined && !isKnown ? current : { householdId: newId(), name: '' },
    },
  ]
  const chosen = current === undefined ? 'alone' : isKnown ? current.householdId : 'new'
  return (
    <>
      <fieldset class="cards">
        <legend>{t('who.family')}</legend>
        <div class="chips">
          {ways.map(({ key, label, household }) => (
            <button
              key={key}
              type="button"
              class="button button-secondary"
              aria-pressed={chosen === key}
              onClick={() => {
                draft.household.value = household
                if (household === undefined) draft.householdRole.value = undefined
                else if (key === 'new') draft.householdRole.value ??= 'HEAD'
                const family = here.find(each => each.householdId === household?.householdId)
                if (family !== undefined) draft.homeDistrict.value ??= family.homeDistrict
              }}
            >
              {label}
            </button>
          ))}
        </div>
      </fieldset>
      {current === undefined ? null : (
        <SelectField
          label={t('who.role')}
          hint={t('who.family.hint')}
          options={householdRoles.map(value => ({ value, label: code(`household.${value}`) }))}
          value={draft.householdRole}
          problem={says('householdRole')}
        />
      )}
    </>
  )
}

const More = ({ draft }: Pick<SectionProps, 'draft'>) => (
  <Disclosure summary={t('who.more')}>
    {() => (
      <div class="stack">
        <TextField label={t('who.other-name')} optional capitals="words" value={draft.otherName} />
        <SelectField
          label={t('who.other-name-type')}
          optional
          options={alternateNameTypes.map(value => ({ value, label: code(`other-name.${value}`) }))}
          value={draft.otherNameType}
        />
        <TextField label={t('who.name-on-document')} optional capitals="words" value={draft.nameOnDocument} />
        <SelectField
          label={t('who.return-type')}
          optional
          options={returnTypes.map(value => ({ value, label: code(`return.${value}`) }))}
          value={draft.returnType}
        />
        <SelectField
          label={t('who.facility')}
          optional
          options={sendingFacilities.map(value => ({ value, label: code(`facility.${value}`) }))}
          value={draft.facility}
        />
        <SelectField
          label={t('who.transport')}
          optional
          options={transports.map(value => ({ value, label: code(`transport.${value}`) }))}
          value={draft.transport}
        />
      </div>
    )}
  </Disclosure>
)

/** Age; for a child, who is with them; the family. */
const AgeAndFamily = ({ draft, today, says }: SectionProps) => (
  <>
    <DateOrAge legend={t('who.birth')} value={draft.birth} problem={says('birth')} />
    {mayBeDoubted(draft, today) ? (
      <MultiChoice
        legend={t('who.doubt')}
        options={[{ value: true as const, label: t('who.doubt.yes') }]}
        value={draft.takenForChild}
      />
    ) : null}
    {isChild(draft, today) ? (
      <>
        <Notice>
          <p>{t('who.minor')}</p>
        </Notice>
        <Choice
          legend={t('who.care')}
          options={accompaniments.map(value => ({ value, label: code(`care.${value}`) }))}
          value={draft.accompaniment}
          problem={says('accompaniment')}
        />
      </>
    ) : null}
    <FamilyChoice draft={draft} says={says} />
    <More draft={draft} />
  </>
)

/** Names, sex, age and family. A form that has just been opened is drawn in two tasks: the first takes what is typed already. */
export function SectionWho({ draft, today, says }: SectionProps) {
  const [isOpening] = useState(() => draft.visited.value.length === 0)
  const rest = <AgeAndFamily draft={draft} today={today} says={says} />
  return (
    <>
      <Listed draft={draft} />
      <TextField
        label={t('who.given-names')}
        hint={t('who.given-names.hint')}
        capitals="words"
        value={draft.givenNames}
        problem={says('givenNames')}
      />
      <TextField label={t('who.surname')} capitals="words" value={draft.surname} problem={says('surname')} />
      <Choice
        legend={t('who.sex')}
        columns={3}
        options={[...sexes].reverse().map(value => ({ value, label: code(`sex.${value}`) }))}
        value={draft.sex}
        problem={says('sex')}
      />
      {isOpening ? <InOwnTask>{rest}</InOwnTask> : rest}
    </>
  )
}
