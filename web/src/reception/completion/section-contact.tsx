import { districtRoles } from '../../../../functions/platform/permissions.ts'
import { districts } from '../../../../functions/platform/places.ts'
import { contactChannels } from '../../../../functions/registration/code-lists.ts'
import { mobileMoneyOperators, walletOwners } from '../../../../functions/registration/full-tier-codes.ts'
import { code } from '../../code-lists/words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { MultiChoice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { asksForNumber } from '../intake/draft-problems.ts'
import { Asked } from './asked.tsx'
import { type CompletionDraft, type PersonInput, personInput, typed } from './completion-draft.ts'
import { personProblems } from './completion-problems.ts'
import type { SectionProps } from './sections.tsx'
import { t } from './words.ts'

const mostNotToContact = 5

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

const OtherPhone = ({ draft, says }: SectionProps) => (
  <>
    <TextField
      label={t('contact.other')}
      inputMode="tel"
      longest={24}
      width="half"
      value={draft.otherNumber}
      problem={says('otherNumber')}
    />
    {typed(draft.otherNumber) === undefined && draft.otherChannel.value === undefined ? null : (
      <>
        <Asked
          legend={t('contact.other.whose')}
          columns={3}
          options={contactChannels.filter(asksForNumber).map(value => ({ value, label: code(`channel.${value}`) }))}
          value={draft.otherChannel}
          problem={says('otherChannel')}
        />
        <MultiChoice
          legend={t('contact.other.allows')}
          columns={2}
          options={[
            { value: 'CALL' as const, label: t('contact.other.call') },
            { value: 'MESSAGE' as const, label: t('contact.other.message') },
          ]}
          value={draft.otherAllows}
        />
      </>
    )}
  </>
)

const MobileMoney = ({ draft }: Pick<SectionProps, 'draft'>) => (
  <>
    <Asked
      legend={t('contact.money')}
      options={mobileMoneyOperators.map(value => ({ value, label: t(`money.${value}`) }))}
      value={draft.moneyOperator}
    />
    {draft.moneyOperator.value === undefined || draft.moneyOperator.value === 'NONE' ? null : (
      <Asked
        legend={t('contact.money.whose')}
        options={walletOwners.map(value => ({ value, label: t(`owner.${value}`) }))}
        value={draft.moneyWhose}
      />
    )}
  </>
)

function NotToContactPerson({ person, onRemove }: { person: PersonInput; onRemove: () => void }) {
  const wrong = personProblems(person)
  const name = typed(person.name)
  return (
    <section class="asked">
      <TextField
        label={t('not-to-contact.name')}
        capitals="words"
        value={person.name}
        problem={wrong.name && t(`problem.${wrong.name}`)}
      />
      <TextField label={t('not-to-contact.relation')} value={person.relation} />
      <TextField
        label={t('not-to-contact.phone')}
        inputMode="tel"
        longest={24}
        width="half"
        value={person.phone}
        problem={wrong.phone && t(`problem.${wrong.phone}`)}
      />
      <Button
        kind="quiet"
        {...(name === undefined ? {} : { label: t('not-to-contact.remove.of', { name }) })}
        onPress={onRemove}
      >
        {t('not-to-contact.remove')}
      </Button>
    </section>
  )
}

/** Folded away: whoever stands beside the tablet need not read it. */
function NotToContact({ draft, says }: SectionProps) {
  const { notToContact } = draft
  const people = notToContact.value
  return (
    <details class="more" open={says('notToContact') !== undefined}>
      <summary>
        {people.length === 0 ? t('not-to-contact') : t('not-to-contact.some', { count: people.length })}
      </summary>
      <div class="stack">
        <p class="quiet">{t('not-to-contact.hint')}</p>
        {people.map((person, index) => (
          <NotToContactPerson
            // a row has no name of its own until it is typed
            key={index}
            person={person}
            onRemove={() => {
              notToContact.value = people.filter(each => each !== person)
            }}
          />
        ))}
        {people.length >= mostNotToContact ? null : (
          <Buttons>
            <Button
              onPress={() => {
                notToContact.value = [...people, personInput()]
              }}
            >
              {t('not-to-contact.add')}
            </Button>
          </Buttons>
        )}
      </div>
    </details>
  )
}

/** Who else may be asked, and who may not; who must not see the record at all. */
export const SectionContact = ({ draft, says }: SectionProps) => (
  <>
    <h3>{t('contact.kin')}</h3>
    <TextField label={t('contact.kin-name')} capitals="words" value={draft.kinName} problem={says('kinName')} />
    <TextField label={t('contact.kin-relation')} value={draft.kinRelation} />
    <TextField
      label={t('contact.kin-phone')}
      inputMode="tel"
      longest={24}
      width="half"
      value={draft.kinPhone}
      problem={says('kinPhone')}
    />
    <h3>{t('contact.phones')}</h3>
    <OtherPhone draft={draft} says={says} />
    <MobileMoney draft={draft} />
    <NotToContact draft={draft} says={says} />
    <details class="more">
      <summary>{t('contact.exclusions')}</summary>
      <MultiChoice
        legend={t('contact.exclusions')}
        hint={t('contact.exclusions.hint')}
        columns={2}
        options={exclusionOptions(draft)}
        value={draft.exclusions}
      />
    </details>
  </>
)
