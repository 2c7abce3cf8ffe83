import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { protectionRoutes } from './contract.ts'
import type { ReturneeStore } from './returnee-store.ts'
import { judgeScreen } from './screen-judgement.ts'
import type { ScreenStore } from './screen-store.ts'
import { viewOf } from './screen-summaries.ts'
import type { SealedContents } from './sealed-content.ts'

export interface OpenScreenParts {
  readonly screens: ScreenStore
  readonly contents: SealedContents
  readonly returnees: ReturneeStore
}

/** One screen with its answers, the rules that fired and the returnee it is about; without them where its envelope cannot be opened. */
export const openScreen = ({ screens, contents, returnees }: OpenScreenParts) =>
  endpoint(protectionRoutes.openScreen, async ({ params: { screenId }, scope }) => {
    const screen = await screens.findScreen(screenId, scope)
    if (!screen) return notFound()
    const content = await contents.readStored(screen.sealedId)
    const returnee = content && (await returnees.find(content))
    return ok(
      {
        screen: viewOf(screen, content),
        ...(content === undefined ? {} : { content }),
        fired: content === undefined ? [] : [...judgeScreen(content).fired],
        ...(returnee === undefined ? {} : { returnee }),
      },
      returnee === undefined ? [screenId] : [screenId, returnee.personId],
    )
  })
