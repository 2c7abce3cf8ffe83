import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import type { BudgetParts } from './budget-parts.ts'
import { budgetsRoutes } from './contract.ts'
import { projectClosed } from './project-record.ts'

/** What its lines still have stays theirs, to be released; what is out is handed back or settled as before. */
export const closeProject = ({ budgets, ledger: { table }, audit, receipt }: BudgetParts) =>
  endpoint(budgetsRoutes.closeProject, async ({ params: { projectCode, moveId }, body, sent, caller, receivedAt }) => {
    const hash = contentHash(sent)
    const closing = {
      ...{ closedAt: receivedAt.toISOString(), closedBy: caller.officerId },
      ...{ closingReason: body.reason, closingId: moveId, closingHash: hash },
    }
    const isDone = await budgets.keep([
      { guard: 'project', write: projectClosed(table, projectCode, closing) },
      {
        guard: 'audit',
        write: audit.entry({ caller, action: 'closeProject', subjectId: `PROJECT#${projectCode}`, commandId: moveId }),
      },
    ])
    if (isDone) return created(receipt(moveId, closing.closedAt))
    const project = await budgets.findProject(projectCode)
    if (project?.closedAt === undefined) return refused('project-unknown')
    return project.closingId === moveId && project.closingHash === hash
      ? created(receipt(moveId, project.closedAt))
      : refused('project-closed')
  })
