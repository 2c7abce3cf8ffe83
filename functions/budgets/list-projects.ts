import type { DayBookStore } from '../day-book/day-book-store.ts'
import { type Given, nothingGiven } from '../day-book/given-record.ts'
import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { scopeFor } from '../platform/permissions.ts'
import { ok } from '../platform/reply.ts'
import type { BudgetsStore } from './budgets-store.ts'
import { budgetsRoutes } from './contract.ts'
import { figuresOf } from './line-figures.ts'
import type { Line, Project } from './project-record.ts'
import { projectState } from './project-states.ts'
import type { LineView, ProjectView } from './shapes.ts'

interface Read {
  readonly budgets: BudgetsStore
  readonly book: Pick<DayBookStore, 'givenOf'>
}

/** Without one, its code alone says whom it is for: it is no business of who books deliveries. */
const hasOpenLine = ({ lines }: Project): boolean => lines.some(({ sensitive }) => !sensitive)

/** Of a masked line its code alone: it says nothing. */
function lineView(project: Project, line: Line, given: Given, seesAll: boolean): LineView {
  const { lineCode } = line
  const said = project.lines.find(each => each.lineCode === lineCode)
  if (said === undefined || (said.sensitive && !seesAll)) return { lineCode }
  return { lineCode, title: said.title, figures: figuresOf(line, given) }
}

async function projectView({ budgets, book }: Read, project: Project, seesAll: boolean, today: string) {
  const { projectCode, donor, currency, startsOn, endsOn, eligible, lines, closedAt, changes = [] } = project
  const isMasked = !seesAll && lines.some(({ sensitive }) => sensitive)
  const [balances, given] = await Promise.all([budgets.lines(projectCode), book.givenOf(projectCode)])
  return {
    ...{ projectCode, currency, startsOn, endsOn, closedAt, state: projectState(project, today) },
    ...(isMasked ? {} : { donor, eligible, changes: changes.map(({ at, reason, what }) => ({ at, reason, ...what })) }),
    lines: balances.map(line => lineView(project, line, given.get(line.lineCode) ?? nothingGiven, seesAll)),
  } satisfies ProjectView
}

/** Counts of money, not of people: nothing to record. Masked lines are whole to who may see what is sensitive. */
export const listProjects = (read: Read) =>
  endpoint(budgetsRoutes.listProjects, async ({ caller, receivedAt }) => {
    const today = maseruDate(receivedAt)
    const seesAll = scopeFor('budget.sensitive', caller.grants) !== undefined
    const projects = (await read.budgets.projects()).filter(project => seesAll || hasOpenLine(project))
    return ok({ projects: await Promise.all(projects.map(project => projectView(read, project, seesAll, today))) })
  })
