import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import { ageOn, isMinor } from '../../../../functions/registration/age.ts'
import { registrationRoutes } from '../../../../functions/registration/contract.ts'
import type { PersonView } from '../../../../functions/registration/person-view.ts'
import { commandMaker } from '../../api/command-maker.ts'
import { useCommand } from '../../api/use-command.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { dateToday } from '../../time/date-today.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SectionHeading } from '../../ui/section-heading.tsx'
import { SectionProgress } from '../../ui/section-progress.tsx'
import { t as intake } from '../intake/words.ts'
import { dependsOn } from '../kept/depends-on.ts'
import { standing } from '../kept/effects.ts'
import { useKeptForm } from '../kept/form-keeper.ts'
import { changedIn, type FormValues, fillWith, valuesIn } from '../kept/form-values.ts'
import { submit } from '../kept/submit.ts'
import { basicOf, basicProblems } from './basic/basic-draft.ts'
import { SectionBasic } from './basic/section-basic.tsx'
import type { CompletionDraft } from './completion-draft.ts'
import { completionProblems, partsToMend } from './completion-problems.ts'
import { clearedIn, fullTierOf } from './full-tier-of.ts'
import { SectionCare } from './section-care.tsx'
import { SectionContact } from './section-contact.tsx'
import { SectionEveryday } from './section-everyday.tsx'
import { SectionWages } from './section-wages.tsx'
import {
  SectionFamily,
  SectionHome,
  SectionJourney,
  SectionPapers,
  type SectionProps,
  SectionWork,
} from './sections.tsx'
import { completionForm, type LeftCompletion, lineMakers } from './whole-form.ts'
import { t } from './words.ts'

const parts = ['papers', 'home', 'contact', 'family', 'care', 'work', 'journey', 'wages', 'everyday', 'basic'] as const
const sectionWithFields = {
  papers: SectionPapers,
  home: SectionHome,
  contact: SectionContact,
  family: SectionFamily,
  care: SectionCare,
  work: SectionWork,
  journey: SectionJourney,
  wages: SectionWages,
}

interface CompletionFormProps {
  readonly person: PersonView
  readonly section: Signal<number>
  /** A completion that was refused: saved again it goes under its own id, on the record as it stands now. */
  readonly refused?: { readonly recordId: string; readonly values: FormValues }
  readonly onSaved: () => void
  /** Draws the form anew, as the record stands. */
  readonly onEmpty?: () => void
}

/** Who takes care of somebody is asked of children; what was said of it before they came of age stays in sight. */
const isAskedWhoCares = ({ fast, full }: PersonView, today: string): boolean =>
  isMinor(fast.birth, today) || full?.care !== undefined

/** Who goes home goes where home turns out to be, unless another place was named. */
function useHomeFollowed(home: Signal<DistrictCode | undefined>, { district }: Pick<CompletionDraft, 'district'>) {
  const followed = useRef(home.peek())
  useSignalEffect(() => {
    const now = home.value
    if (now === undefined || now === followed.current) return
    if (district.peek() === followed.current) district.value = now
    followed.current = now
  })
}

/** One part at a time, in any order; what is filled so far can be saved from every part. */
export function CompletionForm({ person, section, refused, onSaved, onEmpty }: CompletionFormProps) {
  const today = dateToday()
  const form = useMemo(() => completionForm(person, today), [])
  const { draft, facts } = form
  const opened = useMemo(() => ({ full: fullTierOf(draft), values: valuesIn(form) }), [])
  useMemo(() => refused && fillWith(form, opened.values, refused.values, lineMakers), [])
  const kept = useKeptForm(
    refused === undefined ? `completion ${person.personId}` : `correction ${refused.recordId}`,
    form,
    lineMakers,
  )
  useHomeFollowed(facts.homeDistrict, draft)
  const names = useMemo(() => parts.filter(part => part !== 'care' || isAskedWhoCares(person, today)), [])
  const visited = useSignal<readonly number[]>([])
  const { busy, no, send } = useCommand()
  const problems = completionProblems(draft, today)
  const toMend = [
    ...partsToMend(problems),
    ...(Object.keys(basicProblems(facts, today)).length > 0 ? ['basic' as const] : []),
  ]
  const basic = basicOf(facts, today)
  const full = fullTierOf(draft)
  const cleared = clearedIn(opened.full, full)
  const command = useMemo(() => commandMaker(kept.recordId), [])
  const latest = [...person.returns].sort((one, other) => other.arrivedAt.localeCompare(one.arrivedAt))[0]
  const says: SectionProps['says'] = field =>
    problems[field] === undefined ? undefined : t(`problem.${problems[field]}`)
  const name = names[section.value] ?? 'papers'
  const goTo = (next: number) => {
    visited.value = [...new Set([...visited.value, section.value])]
    section.value = next
    scrollTo(0, 0)
  }
  const save = () => {
    if (latest === undefined) return
    const { personId, revision, fast } = person
    const { id, body } = command({
      ...{ returnEventId: latest.returnEventId, revision, full },
      ...(basic === undefined ? {} : { basic }),
      ...(cleared.length === 0 ? {} : { cleared }),
    })
    const completionId = refused?.recordId ?? id
    const left = { opened: opened.values, values: changedIn(opened.values, valuesIn(form)) }
    void send(
      () =>
        submit(
          registrationRoutes.completePerson,
          { params: { personId, completionId }, body },
          {
            ...{ recordId: completionId, kind: 'completion' },
            dependsOn: dependsOn(standing.value, { people: [personId], except: completionId }),
            copy: {
              ...{ firstName: fast.names.givenNames.split(/\s+/)[0], displayNumber: latest.displayNumber, typed: [] },
              draft: left satisfies LeftCompletion,
            },
            effect: { is: 'completion', recordId: completionId, at: body.deviceTime, personId, full, cleared, basic },
          },
        ),
      () => {
        kept.forget()
        onSaved()
      },
    )
  }
  const Fields = name === 'everyday' || name === 'basic' ? undefined : sectionWithFields[name]
  return (
    <section class="stack">
      {kept.isReopened && onEmpty !== undefined ? (
        <Notice>
          <p>{intake('reopened')}</p>
          <Buttons>
            <Button
              onPress={() => {
                kept.forget()
                onEmpty()
              }}
            >
              {intake('reopened.empty')}
            </Button>
          </Buttons>
        </Notice>
      ) : null}
      <SectionProgress
        sections={names.map((each, index) => ({ name: t(`section.${each}`), done: visited.value.includes(index) }))}
        current={section.value}
        onGo={goTo}
      />
      <SectionHeading name={t(`section.${name}`)} />
      {name === 'basic' ? <SectionBasic draft={facts} today={today} /> : null}
      {name === 'everyday' ? <SectionEveryday draft={draft} ageYears={ageOn(person.fast.birth, today)} /> : null}
      {Fields === undefined ? null : <Fields draft={draft} says={says} />}
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      {toMend.length === 0 ? null : (
        <p class="field-says">{t('mend-first', { parts: toMend.map(part => t(`section.${part}`)).join(', ') })}</p>
      )}
      <Buttons>
        {section.value < names.length - 1 ? (
          <Button kind="primary" onPress={() => goTo(section.value + 1)}>
            {shared('action.next')}
          </Button>
        ) : null}
        <Button
          kind={section.value === names.length - 1 ? 'primary' : 'secondary'}
          busy={busy.value}
          disabled={toMend.length > 0 || latest === undefined}
          onPress={save}
        >
          {t('save')}
        </Button>
      </Buttons>
    </section>
  )
}
