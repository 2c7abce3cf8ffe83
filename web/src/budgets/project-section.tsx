import type { ComponentChildren } from 'preact'
import type { ProjectView } from '../../../functions/budgets/shapes.ts'
import { localDay } from '../i18n/local-time.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { LinesTable } from './lines-table.tsx'
import { mayMove } from './may-move.ts'
import type { Open } from './open-form.tsx'
import { changeWords, forWhom, stateTones } from './said.ts'
import { t } from './words.ts'

interface ProjectSectionProps {
  readonly project: ProjectView
  readonly open: Open
  /** What was saved of it last. */
  readonly saved: ComponentChildren
}

/** One project: whose it is, how long, for whom, and its lines. */
export function ProjectSection({ project, open, saved }: ProjectSectionProps) {
  const { projectCode, donor, startsOn, endsOn, state, closedAt, eligible, changes = [] } = project
  return (
    <section class="panel project" aria-labelledby={`project-${projectCode}`}>
      <div class="project-head">
        <h2 id={`project-${projectCode}`} class="number">
          {projectCode}
        </h2>
        <StatusBadge tone={stateTones[state]}>{t(`state.${state}`)}</StatusBadge>
      </div>
      {saved}
      <FactList>
        <Fact name={t('project.donor')}>{donor ?? <span class="quiet">{t('project.donor.hidden')}</span>}</Fact>
        <Fact name={t('project.term')}>
          {t('project.term.days', { from: localDay(startsOn), until: localDay(endsOn) })}
        </Fact>
        <Fact name={t('project.closed')}>{closedAt === undefined ? undefined : localDay(closedAt)}</Fact>
        <Fact name={t('project.for')}>
          {eligible === undefined ? (
            <span class="quiet">{t('project.donor.hidden')}</span>
          ) : (
            forWhom(eligible).map(sentence => (
              <span key={sentence} class="project-for">
                {sentence}
              </span>
            ))
          )}
        </Fact>
        <Fact name={t('project.changes')}>
          {changes.length === 0
            ? undefined
            : changes.map(change => (
                <span key={change.at} class="project-for">
                  {changeWords(change)}
                </span>
              ))}
        </Fact>
      </FactList>
      <LinesTable project={project} open={open} />
      {mayMove() && state !== 'CLOSED' ? (
        <Buttons>
          <Button onPress={() => open({ form: 'add-line', projectCode })}>
            {t('add-line.begin', { project: projectCode })}
          </Button>
          <Button onPress={() => open({ form: 'extend', projectCode })}>
            {t('extend.begin', { project: projectCode })}
          </Button>
          <Button kind="quiet" onPress={() => open({ form: 'close', projectCode })}>
            {t('close.begin', { project: projectCode })}
          </Button>
        </Buttons>
      ) : null}
    </section>
  )
}
