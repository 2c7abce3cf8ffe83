import { endpoint } from '../platform/endpoint.ts'
import { ok } from '../platform/reply.ts'
import { protectionRoutes } from './contract.ts'
import type { ScreenStore } from './screen-store.ts'
import type { ScreenSummaries } from './screen-summaries.ts'

export interface ListScreensParts {
  readonly screens: ScreenStore
  readonly summaries: ScreenSummaries
}

/** What waits for a protection officer. The list is one entry in the zone's audit, whoever stands on it. */
export const listScreens = ({ screens, summaries }: ListScreensParts) =>
  endpoint(protectionRoutes.listScreens, async ({ scope }) =>
    ok({ screens: await summaries(await screens.listWaiting(scope)) }, ['list:screens']),
  )
