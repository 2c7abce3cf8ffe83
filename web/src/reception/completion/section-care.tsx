import { useSignal } from '@preact/signals'
import { registrationRoutes } from '../../../../functions/registration/contract.ts'
import {
  careArrangements,
  caregiverRelations,
  caregiverStandings,
  separationCauses,
} from '../../../../functions/registration/full-tier-codes.ts'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { may } from '../../sign-in/may.ts'
import { readDisplayNumber } from '../../slips/read-number.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { usePost } from '../desk-address.ts'
import { Asked } from './asked.tsx'
import { isKnownCaregiver } from './completion-draft.ts'
import type { SectionProps } from './sections.tsx'
import { t } from './words.ts'

/** Ties the child to a caregiver who came back too, by the number on their slip. */
function CaregiverLink({ draft }: Pick<SectionProps, 'draft'>) {
  const number = useSignal('')
  const asked = useSignal(false)
  const { busy, no, send } = useCommand()
  const displayNumber = readDisplayNumber(number.value)
  const find = () => {
    asked.value = true
    if (displayNumber === undefined) return
    void send(
      () => call(registrationRoutes.findByNumber, { body: { displayNumber } }),
      ({ personId }) => {
        draft.caregiverId.value = personId
      },
    )
  }
  if (draft.caregiverId.value !== undefined)
    return (
      <div class="asked">
        <p>{t('care.linked')}</p>
        <Button
          kind="quiet"
          onPress={() => {
            draft.caregiverId.value = undefined
          }}
        >
          {t('care.unlink')}
        </Button>
      </div>
    )
  return (
    <div class="asked">
      <TextField
        label={t('care.slip')}
        capitals="characters"
        longest={30}
        width="half"
        value={number}
        problem={asked.value && displayNumber === undefined ? t('care.slip.problem') : undefined}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={find} />}
      <Buttons>
        <Button busy={busy.value} disabled={number.value.trim() === ''} onPress={find}>
          {t('care.link')}
        </Button>
      </Buttons>
    </div>
  )
}

/** Who takes care of a child. What is said of it is a claim until another officer confirms it (domain.md 2.5). */
export const SectionCare = ({ draft, says }: SectionProps) => {
  const mayConfirm = may('custody.confirm', usePost())
  return (
    <>
      <TextField label={t('care.name')} capitals="words" value={draft.caregiverName} problem={says('caregiverName')} />
      <Asked
        legend={t('care.relation')}
        options={caregiverRelations.map(value => ({ value, label: t(`relation.${value}`) }))}
        value={draft.caregiverRelation}
      />
      <CaregiverLink draft={draft} />
      {isKnownCaregiver(draft) && !mayConfirm ? (
        <p class="quiet">{draft.caregiverStanding.value === 'CONFIRMED' ? t('care.confirmed') : t('care.waits')}</p>
      ) : null}
      {isKnownCaregiver(draft) && mayConfirm ? (
        <Choice
          legend={t('care.standing')}
          hint={t('care.standing.hint')}
          columns={2}
          options={caregiverStandings.map(value => ({ value, label: t(`standing.${value}`) }))}
          value={draft.caregiverStanding}
        />
      ) : null}
      <SelectField
        label={t('care.arrangement')}
        options={careArrangements.map(value => ({ value, label: t(`arrangement.${value}`) }))}
        value={draft.careArrangement}
      />
      <SelectField
        label={t('care.separation')}
        options={separationCauses.map(value => ({ value, label: t(`separation.${value}`) }))}
        value={draft.separationCause}
      />
    </>
  )
}
