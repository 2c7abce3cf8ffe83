import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { budgetsRoutes } from '../../../functions/budgets/contract.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { ButtonLink, Buttons } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { mayMove } from './may-move.ts'
import { justOpened } from './news.ts'
import { type Opened, OpenForm } from './open-form.tsx'
import { ProjectSection } from './project-section.tsx'
import { figureNames, openFirst } from './said.ts'
import { Saved, type SavedMove } from './saved.tsx'
import { t } from './words.ts'

interface News {
  readonly projectCode: string
  readonly sentence: string
  readonly move: SavedMove | undefined
  /** Each is said anew. */
  readonly turn: number
}

const openedNews = (): News | undefined => {
  const projectCode = justOpened.peek()
  return projectCode === undefined
    ? undefined
    : { projectCode, sentence: t('open.saved', { project: projectCode }), move: undefined, turn: 0 }
}

const Meanings = () => (
  <Disclosure summary={t('means.title')}>
    {() => (
      <dl class="facts meanings">
        {figureNames.map(name => (
          <div key={name} class="fact">
            <dt>{t(`figure.${name}`)}</dt>
            <dd>{t(`means.${name}`)}</dd>
          </div>
        ))}
      </dl>
    )}
  </Disclosure>
)

/** Every project with its lines; for the finance holder also every move of them, in the row it is about. */
export function ProjectsPage() {
  const { value, no, ask } = useAnswer('projects', () => call(budgetsRoutes.listProjects, {}))
  const opened = useSignal<Opened | undefined>(undefined)
  const news = useSignal(openedNews())
  useEffect(() => {
    justOpened.value = undefined
  }, [])
  const projects = value?.projects.toSorted(openFirst)
  const say = (projectCode: string, sentence: string, move?: SavedMove) => {
    news.value = { projectCode, sentence, move, turn: (news.value?.turn ?? 0) + 1 }
    ask()
  }
  // whoever was refused because others moved something sees what they moved
  const close = () => {
    opened.value = undefined
    ask()
  }
  return (
    <Page title={t('desk.title')} back="/" lead={t('desk.lead')} wide>
      {mayMove() ? (
        <div class="budgets-begin">
          <Buttons>
            <ButtonLink kind="primary" href="/budgets/new">
              {t('open.begin')}
            </ButtonLink>
          </Buttons>
        </div>
      ) : null}
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {projects === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {projects?.length === 0 ? <p class="quiet">{t('none')}</p> : null}
      {projects === undefined || projects.length === 0 ? null : <Meanings />}
      {projects?.map(project => {
        const { projectCode, state } = project
        const said = news.value?.projectCode === projectCode ? news.value : undefined
        return (
          <ProjectSection
            key={projectCode}
            project={project}
            open={which => {
              opened.value = which
            }}
            saved={
              said === undefined ? null : (
                <Saved
                  key={said.turn}
                  sentence={said.sentence}
                  move={said.move}
                  state={state}
                  onUndone={sentence => say(projectCode, sentence)}
                />
              )
            }
          />
        )
      })}
      {opened.value === undefined || projects === undefined ? null : (
        <OpenForm
          opened={opened.value}
          projects={projects}
          onClose={close}
          onSaved={(sentence, move) => {
            const { projectCode } = opened.value ?? { projectCode: '' }
            opened.value = undefined
            say(projectCode, sentence, move)
          }}
        />
      )}
    </Page>
  )
}
