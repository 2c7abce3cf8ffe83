import type { Audit } from '../platform/audit.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { protectionRoutes } from './contract.ts'
import type { ScreenStore } from './screen-store.ts'
import type { SealedContents } from './sealed-content.ts'

export interface DecideScreenParts {
  readonly screens: ScreenStore
  readonly contents: SealedContents
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/**
 * A protection officer's decision on a screen, its words sealed. Only here is a route lifted. Retrying it changes
 * nothing. Refuses `task-finished` (already decided), `revision-stale`, `identifier-reused`.
 */
export const decideScreen = ({ screens, contents, audit, receipt }: DecideScreenParts) =>
  endpoint(
    protectionRoutes.decideScreen,
    async ({ params: { screenId, decisionId }, body, caller, scope, receivedAt }) => {
      const screen = await screens.findScreen(screenId, scope)
      if (!screen) return notFound()
      const words = { ...body, officerId: caller.officerId }
      const at = receivedAt.toISOString()
      const outcome = await screens.decide(
        {
          screen,
          decisionId,
          decision: body.decision,
          revision: body.revision,
          envelope: await contents.seal(words),
          receivedAt: at,
        },
        audit.entry({ caller, action: 'decideScreen', subjectId: screenId, commandId: decisionId }),
      )
      if (outcome === 'kept') return created(receipt(decisionId, at))
      if (typeof outcome === 'string') return refused(outcome)
      const { earlier } = outcome
      return (await contents.holds(earlier.envelope, words))
        ? created(receipt(decisionId, earlier.receivedAt))
        : refused('identifier-reused')
    },
  )
