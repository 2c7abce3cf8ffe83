import { signal, useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { budgetsRoutes } from '../../../functions/budgets/contract.ts'
import { Priority } from '../../../functions/budgets/shapes.ts'
import { districts } from '../../../functions/platform/places.ts'
import { returnTypes } from '../../../functions/registration/code-lists.ts'
import { BudgetCode } from '../../../functions/supplies/lot-name.ts'
import { call } from '../api/client.ts'
import { code } from '../code-lists/words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { MultiChoice } from '../ui/choice.tsx'
import { readDate } from '../ui/date-input.ts'
import { TextField } from '../ui/field.tsx'
import { useMove } from '../ui/move-dialog.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { ThreePartDate } from '../ui/three-part-date.tsx'
import { LinesPart } from './lines-part.tsx'
import { justOpened } from './news.ts'
import { emptyProject, endProblem, type ProjectDraft, readProject } from './project-draft.ts'
import { t } from './words.ts'

/** What is typed outlives the page, until it is saved: a step back by mistake costs nothing. */
const kept = signal(emptyProject())

interface PartProps {
  readonly draft: ProjectDraft
  readonly problem: (isWrong: boolean, words: string) => string | undefined
}

function WhosePart({ draft, problem }: PartProps) {
  const startsOn = readDate(draft.starts)
  const ends = endProblem(draft)
  return (
    <section class="panel">
      <TextField
        label={t('open.code')}
        hint={t('open.code.hint')}
        width="half"
        capitals="characters"
        longest={16}
        value={draft.code}
        problem={problem(!BudgetCode.safeParse(draft.code.value.trim().toUpperCase()).success, t('code.problem'))}
      />
      <TextField
        label={t('open.donor')}
        value={draft.donor}
        problem={problem(draft.donor.value.trim() === '', t('open.donor.problem'))}
      />
      <ThreePartDate
        legend={t('open.starts')}
        value={draft.starts}
        problem={problem(startsOn === 'empty' || startsOn === 'wrong', t('open.date.date'))}
      />
      <ThreePartDate
        legend={t('open.ends')}
        value={draft.ends}
        problem={problem(ends !== undefined, t(`open.date.${ends ?? 'date'}`))}
      />
    </section>
  )
}

const ForWhomPart = ({ draft }: Pick<PartProps, 'draft'>) => (
  <section class="panel">
    <h2>{t('open.for')}</h2>
    <p class="quiet">{t('open.for.lead')}</p>
    <MultiChoice
      legend={t('open.districts')}
      columns={3}
      options={districts.map(({ code: value, name }) => ({ value, label: name }))}
      value={draft.districts}
    />
    <MultiChoice
      legend={t('open.return-types')}
      columns={2}
      options={returnTypes.map(value => ({ value, label: code(`return.${value}`) }))}
      value={draft.returnTypes}
    />
    <MultiChoice
      legend={t('open.priorities')}
      columns={2}
      options={Priority.options.map(value => ({ value, label: t(`priority.${value}`) }))}
      value={draft.priorities}
    />
  </section>
)

/** A donor's project with its lines. Its code is asked for ever after: it stands on stock. */
export function NewProjectPage() {
  const { route } = useLocation()
  const moving = useMove()
  const isTried = useSignal(false)
  const draft = kept.value
  const read = readProject(draft)
  const save = () => {
    moving.tried()
    isTried.value = true
    if (read === undefined) return
    const { projectCode, content } = read
    const { id: moveId, body } = moving.makeCommand(content)
    void moving.send(
      () => call(budgetsRoutes.openProject, { params: { projectCode, moveId }, body }),
      () => {
        kept.value = emptyProject()
        justOpened.value = projectCode
        route('/budgets', true)
      },
    )
  }
  return (
    <Page title={t('open.title')} back="/budgets">
      <WhosePart draft={draft} problem={moving.problem} />
      <ForWhomPart draft={draft} />
      <LinesPart draft={draft} problem={moving.problem} />
      {isTried.value && read === undefined ? (
        <Notice kind="look">
          <p>{t('open.problem')}</p>
        </Notice>
      ) : null}
      {moving.no.value === undefined ? null : <NoNotice no={moving.no.value} onAgain={save} />}
      <Buttons>
        <Button kind="primary" busy={moving.busy.value} onPress={save}>
          {t('open.do')}
        </Button>
      </Buttons>
    </Page>
  )
}
