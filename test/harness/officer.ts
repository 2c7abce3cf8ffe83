/** An officer of whatever groups at a running host, with a token that its own sign-in key signed. */
import * as z from 'zod/mini'
import type { ResponseOf, Route } from '../../functions/platform/route.ts'
import { subjectOf } from '../../local/demo-users.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { mintToken } from '../../local/sign-in/access-token.ts'
import { readKeys } from '../../local/sign-in/keys.ts'

export interface Sent {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** An object is sent as JSON; text and bytes go as they are. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  /** Undefined where what came back is no JSON. */
  readonly json: unknown
  /** The word of a refusal. */
  readonly word: string | undefined
}

export interface Officer {
  readonly officerId: string
  ask(route: Pick<Route, 'method' | 'path'>, sent?: Sent): Promise<Answer>
  /** The answer's content; faults on a refusal. */
  must<R extends Route>(route: R, sent?: Sent): Promise<ResponseOf<R>>
}

const Problem = z.object({ word: z.string() })

export function addressOf(url: string, { path }: Pick<Route, 'path'>, { params = {}, query = {} }: Sent): URL {
  const address = new URL(
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    url,
  )
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array

/** Asks without a token. */
export async function ask(url: string, route: Pick<Route, 'method' | 'path'>, sent: Sent = {}): Promise<Answer> {
  const { body, headers } = sent
  const response = await fetch(addressOf(url, route, sent), {
    method: route.method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const json = parsed(bytes)
  return { status: response.status, headers: response.headers, bytes, json, word: Problem.safeParse(json).data?.word }
}

const renewedAfterMilliseconds = 10 * 60_000

/** Two with the same name are one person to the registry. */
export function officerOf(host: RunningHost, groups: readonly string[], username = groups.join('+')): Officer {
  const user = { username, name: username, groups }
  let minted: { token: Promise<string>; at: number } | undefined

  async function mint(): Promise<string> {
    const keys = await readKeys(host.dataFolder)
    if (keys === undefined) throw new Error(`no sign-in was ever started on ${host.dataFolder}`)
    return mintToken(user, host, keys)
  }
  function token(): Promise<string> {
    if (minted === undefined || Date.now() - minted.at > renewedAfterMilliseconds)
      minted = { token: mint(), at: Date.now() }
    return minted.token
  }
  const askSigned: Officer['ask'] = async (route, sent = {}) =>
    ask(host.url, route, { ...sent, headers: { authorization: `Bearer ${await token()}`, ...sent.headers } })

  return {
    officerId: subjectOf(user),
    ask: askSigned,
    async must(route, sent) {
      const { status, json, bytes } = await askSigned(route, sent)
      if (status >= 300) throw new Error(`${route.name} by ${username}: ${status} ${bytes.toString()}`)
      return route.response.parse(json) as ResponseOf<typeof route>
    },
  }
}
