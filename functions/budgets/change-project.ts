import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import type { BudgetParts } from './budget-parts.ts'
import { budgetsRoutes } from './contract.ts'
import { changedBy } from './project-changes.ts'
import { lineOpened, projectChanged } from './project-record.ts'

/** How often a project may change under us before the finance holder is asked to send again. */
const tries = 4

/** What the donor agreed to later. Each change stays with the project, with its reason: a retry finds it there. */
export const changeProject = ({ budgets, ledger: { table }, audit, receipt }: BudgetParts) =>
  endpoint(budgetsRoutes.changeProject, async ({ params, body, sent, caller, receivedAt }) => {
    const { projectCode, moveId } = params
    const hash = contentHash(sent)
    const at = receivedAt.toISOString()
    const entry = audit.entry({
      ...{ caller, action: 'changeProject', subjectId: `PROJECT#${projectCode}`, commandId: moveId },
    })
    for (let attempts = 0; attempts < tries; attempts += 1) {
      const project = await budgets.findProject(projectCode)
      if (project === undefined) return refused('project-unknown')
      const { changes = [], lines, revision } = project
      const earlier = changes.find(({ changeId }) => changeId === moveId)
      if (earlier !== undefined)
        return earlier.contentHash === hash ? created(receipt(moveId, earlier.at)) : refused('identifier-reused')
      const made = changedBy(project, body.change)
      if ('refusal' in made) return refused(made.refusal)
      const { what, ...changed } = made
      const change = { changeId: moveId, contentHash: hash, at, by: caller.officerId, reason: body.reason, what }
      const isDone = await budgets.keep([
        {
          guard: 'project',
          write: projectChanged(table, projectCode, { ...changed, changes: [...changes, change] }, revision),
        },
        ...changed.lines.slice(lines.length).map(({ lineCode }) => ({
          guard: 'line' as const,
          write: lineOpened(table, { projectCode, lineCode }),
        })),
        { guard: 'audit', write: entry },
      ])
      if (isDone) return created(receipt(moveId, at))
    }
    return refused('try-again')
  })
