/** Asks a function's whole chain by its contracts. */
import type { BodyOf, ParamsOf, Route } from '../../functions/platform/route.ts'
import { anHttpEvent, answerOf } from '../builders/http-event.ts'

export const versions = { contract: 1, rules: '2026-11-01' }
export const deviceTime = '2026-11-22T08:00:00.000Z'

/** What a command says, without what every command says of itself. */
export type ContentOf<R extends Route> = Omit<BodyOf<R> & object, 'versions' | 'deviceTime'>

/** A route's answer; `usual` are the groups of who asks unless told. */
export const askerOf =
  (handler: Parameters<typeof answerOf>[0], usual: readonly string[]) =>
  <R extends Route>(
    route: R,
    params: ParamsOf<R>,
    content?: ContentOf<R>,
    groups: readonly string[] = usual,
    officer?: string,
  ): ReturnType<typeof answerOf> =>
    answerOf(
      handler,
      anHttpEvent({
        ...{ route, params, groups: [...groups] },
        ...(officer === undefined ? {} : { officer }),
        ...(content === undefined ? {} : { body: { versions, deviceTime, ...content } }),
      }),
    )
