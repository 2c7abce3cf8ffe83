/** What the host says of itself: `/config.json`, written where the desks are hosted. Read once. */
import * as z from 'zod/mini'

const Config = z.object({
  issuer: z.url(),
  clientId: z.string(),
  scope: z.string(),
  redirectPath: z.string().check(z.startsWith('/')),
  /** The free number printed on slips. Absent until there is one: no number is invented. */
  helpLine: z.optional(z.string()),
})
export type Config = z.infer<typeof Config>

let asked: Promise<Config> | undefined

/** Asked again after a failure: the network may have come back. */
export function getConfig(): Promise<Config> {
  asked ??= fetch('/config.json')
    .then(async reply => Config.parse(await reply.json()))
    .catch((problem: unknown) => {
      asked = undefined
      throw problem
    })
  return asked
}
