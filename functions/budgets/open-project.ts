import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import type { BudgetParts } from './budget-parts.ts'
import { budgetsRoutes } from './contract.ts'
import { linesWith } from './project-changes.ts'
import { lineOpened, projectOpened } from './project-record.ts'

/** Its code is the only one of its kind for ever: it stands on stock. The same command again finds what it opened. */
export const openProject = ({ budgets, ledger: { table }, audit, receipt }: BudgetParts) =>
  endpoint(budgetsRoutes.openProject, async ({ params: { projectCode, moveId }, body, sent, caller, receivedAt }) => {
    const hash = contentHash(sent)
    const { versions: _v, deviceTime: _t, ...said } = body
    const project = {
      ...{ projectCode, ...said, lines: linesWith([], said.lines), openingId: moveId, contentHash: hash },
      ...{ openedAt: receivedAt.toISOString(), openedBy: caller.officerId },
    }
    const isNew = await budgets.keep([
      { guard: 'project', write: projectOpened(table, project) },
      ...project.lines.map(({ lineCode }) => ({
        guard: 'line' as const,
        write: lineOpened(table, { projectCode, lineCode }),
      })),
      {
        guard: 'audit',
        write: audit.entry({ caller, action: 'openProject', subjectId: `PROJECT#${projectCode}`, commandId: moveId }),
      },
    ])
    if (isNew) return created(receipt(moveId, project.openedAt))
    const earlier = await budgets.findProject(projectCode)
    return earlier?.openingId === moveId && earlier.contentHash === hash
      ? created(receipt(moveId, earlier.openedAt))
      : refused('identifier-reused')
  })
