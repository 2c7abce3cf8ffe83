import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type BirthDate, isMinor } from '../../../functions/registration/age.ts'
import { consentModes, languages } from '../../../functions/registration/code-lists.ts'
import { type RecordConsents, registrationRoutes } from '../../../functions/registration/contract.ts'
import { type Answer, call } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { code } from '../code-lists/words.ts'
import { useKeptForm } from '../reception/kept/form-keeper.ts'
import { dateToday } from '../time/date-today.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Choice, MultiChoice } from '../ui/choice.tsx'
import { SelectField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { type AnswersDraft, answersDraft, answersOf, answersProblems } from './answers-draft.ts'
import {
  type AnswerablePurpose,
  type AskedPurpose,
  askedPurposes,
  furtherPurposes,
  spokenSentence,
} from './spoken-questions.ts'
import { t } from './words.ts'

const guardians = ['GUARDIAN_CONSENT', 'CHILD_ASSENT'] as const

interface ConsentFormProps {
  readonly person: { readonly personId: string; readonly birth: BirthDate }
  /** The task within which a district's desk asks. */
  readonly taskId?: string
  /** Both questions where a task is about nothing else; any of them where somebody changed their mind. */
  readonly wanted: 'BOTH' | 'ANY'
  /** Where the answers go, if not to the server at once: a tablet keeps them first. */
  readonly store?: (consentId: string, body: RecordConsents) => Promise<Answer<unknown>>
  /** Answers that were refused: the form begins with them. */
  readonly refused?: { readonly consentId: string; readonly answers: RecordConsents['answers'] }
  readonly onStored: (answers: RecordConsents['answers']) => void
}

/** Who asked how; the usual answers stand already, so that most people need none of it. */
const HowAsked = ({ draft }: { draft: AnswersDraft }) => (
  <details class="more">
    <summary>{t('ask.how')}</summary>
    <div class="stack">
      <SelectField
        label={t('ask.language')}
        options={languages.map(value => ({ value, label: code(`language.${value}`) }))}
        value={draft.spokenIn}
      />
      <Choice
        legend={t('ask.mode')}
        columns={3}
        options={consentModes.map(value => ({ value, label: t(`ask.mode.${value}`) }))}
        value={draft.mode}
      />
      <MultiChoice
        legend={t('ask.interpreter')}
        options={[{ value: true as const, label: t('ask.interpreter.yes') }]}
        value={draft.interpreter}
      />
    </div>
  </details>
)

/** What else may be asked, each where it is needed: nobody is taken through the whole list. */
const FurtherQuestions = ({ draft }: { draft: AnswersDraft }) => (
  <details class="more">
    <summary>{t('ask.further')}</summary>
    <div class="stack">
      <p class="quiet">{t('ask.further.note')}</p>
      {furtherPurposes.map(purpose => (
        <Choice
          key={purpose}
          legend={t(`ask.${purpose}`)}
          {...asSpoken(purpose, draft.spokenIn.value ?? 'st')}
          columns={2}
          options={[
            { value: true, label: t('ask.further.yes') },
            { value: false, label: t('ask.further.no') },
          ]}
          value={draft.given[purpose]}
        />
      ))}
    </div>
  </details>
)

/** The question as it is said aloud, where that is not what the screen says anyway. */
const asSpoken = (purpose: AnswerablePurpose, spoken: string): { hint?: string } => {
  const sentence = spokenSentence(`ask.${purpose}`, spoken)
  return sentence === t(`ask.${purpose}`) ? {} : { hint: sentence }
}

/** The two questions of the line asked again, and every other where it is needed (domain.md 2.7). */
export function ConsentForm({ person, taskId, wanted, store, refused, onStored }: ConsentFormProps) {
  const { personId, birth } = person
  const draft = useMemo(() => answersDraft(refused?.answers), [personId])
  const asked = useSignal(false)
  const kept = useKeptForm(
    store && (refused === undefined ? `consents ${personId}` : `correction ${refused.consentId}`),
    draft,
  )
  const makeCommand = useMemo(() => commandMaker(kept.recordId), [personId])
  const { busy, no, send } = useCommand()
  const isChild = isMinor(birth, dateToday())
  const problems = answersProblems(draft, isChild, wanted)
  const spoken = draft.spokenIn.value ?? 'st'
  const says = (name: AskedPurpose | 'guardian') =>
    asked.value && problems[name] !== undefined ? t(`problem.${problems[name]}`) : undefined
  const save = async () => {
    asked.value = true
    if (busy.value || Object.keys(problems).length > 0) return
    const answers = await answersOf(draft, isChild)
    const { id, body } = makeCommand({ answers, ...(taskId === undefined ? {} : { taskId }) })
    const consentId = refused?.consentId ?? id
    await send(
      async () =>
        store === undefined
          ? await call(registrationRoutes.recordConsents, { params: { personId, consentId }, body })
          : await store(consentId, body),
      () => {
        kept.forget()
        onStored(answers)
      },
    )
  }
  return (
    <div class="stack">
      <section class="spoken" lang={spoken === 'st' ? 'st-LS' : 'en'}>
        <p class="small quiet" lang="">
          {t('read-out')}
        </p>
        <p>{spokenSentence('notice', spoken)}</p>
      </section>
      {wanted === 'ANY' ? <p class="quiet">{t('ask.one')}</p> : null}
      {isChild ? (
        <Choice
          legend={t('ask.guardian')}
          columns={2}
          options={guardians.map(value => ({ value, label: t(`ask.guardian.${value}`) }))}
          value={draft.guardian}
          problem={says('guardian')}
        />
      ) : null}
      {askedPurposes.map(purpose => (
        <Choice
          key={purpose}
          legend={t(`ask.${purpose}`)}
          {...asSpoken(purpose, spoken)}
          columns={2}
          options={[
            { value: true, label: t(`ask.${purpose}.yes`) },
            { value: false, label: t(`ask.${purpose}.no`) },
          ]}
          value={draft.given[purpose]}
          problem={says(purpose)}
        />
      ))}
      {wanted === 'ANY' ? <FurtherQuestions draft={draft} /> : null}
      <HowAsked draft={draft} />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={() => void save()} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={() => void save()}>
          {t('save')}
        </Button>
      </Buttons>
    </div>
  )
}
