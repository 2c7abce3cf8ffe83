import type { LineFigures, LineView, ProjectView } from '../../../functions/budgets/shapes.ts'
import { isMaskedLine } from '../../../functions/supplies/lot-name.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { BurnBar } from './burn-bar.tsx'
import { LineBook } from './line-book.tsx'
import { openMoves } from './line-moves.ts'
import { mayAudit, mayMove } from './may-move.ts'
import type { Open } from './open-form.tsx'
import { figureNames, lineName, lineTitle, money } from './said.ts'
import { t } from './words.ts'

interface LinesProps {
  readonly project: ProjectView
  readonly open: Open
}

const Actions = ({ project, line, open }: LinesProps & { line: LineView }) =>
  mayMove() && line.figures !== undefined ? (
    <div class="line-actions">
      {openMoves(project.state, line.lineCode, line.figures).map(does => (
        <Button
          key={does}
          label={`${t(`do.${does}`)}: ${lineName(project.projectCode, line)}`}
          onPress={() => open({ form: 'line', projectCode: project.projectCode, lineCode: line.lineCode, does })}
        >
          {t(`do.${does}`)}
        </Button>
      ))}
    </div>
  ) : null

/** For who audits: what moved, month by month. */
const Book = ({ project: { projectCode }, line }: { project: ProjectView; line: LineView }) =>
  mayAudit() ? (
    <Disclosure summary={t('book.title')}>
      {() => <LineBook projectCode={projectCode} lineCode={line.lineCode} name={lineName(projectCode, line)} />}
    </Disclosure>
  ) : null

const Figures = ({ figures }: { figures: LineFigures }) => (
  <tr class="line-figures">
    {figureNames.map(name => (
      <td key={name} data-heading={t(`figure.${name}`)} class={figures[name] === 0 ? 'quiet' : ''}>
        {money(figures[name])}
      </td>
    ))}
  </tr>
)

/** A line's name and figures; below, how much of it is gone, and what can be done with it. */
const Line = ({ project, line, open }: LinesProps & { line: LineView }) => (
  <tbody class="line">
    <tr>
      <th class="line-name" scope="rowgroup" colSpan={figureNames.length}>
        <span class="number">{line.lineCode}</span> <span>{lineTitle(line)}</span>
        {line.title !== undefined && isMaskedLine(line.lineCode) ? (
          <span class="line-sensitive quiet small">{t('line.sensitive')}</span>
        ) : null}
      </th>
    </tr>
    {line.figures === undefined ? (
      <tr>
        <td class="line-hidden quiet" colSpan={figureNames.length}>
          {t('line.hidden')}
        </td>
      </tr>
    ) : (
      <>
        <Figures figures={line.figures} />
        <tr>
          <td class="line-foot" colSpan={figureNames.length}>
            <BurnBar figures={line.figures} />
            <Actions project={project} line={line} open={open} />
            <Book project={project} line={line} />
          </td>
        </tr>
      </>
    )}
  </tbody>
)

/** Each line is a block whose figures name themselves; who listens to it has a table. */
export const LinesTable = ({ project, open }: LinesProps) => (
  <table class="lines">
    <caption>{t('lines.title', { project: project.projectCode })}</caption>
    <thead>
      <tr>
        {figureNames.map(name => (
          <th key={name} scope="col">
            {t(`figure.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
    {project.lines.map(line => (
      <Line key={line.lineCode} project={project} line={line} open={open} />
    ))}
  </table>
)
