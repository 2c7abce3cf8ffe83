/** A signed-in device of the demo: it knows the contracts, sends commands and parses what comes back. */
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import type { ResponseOf, Route } from '../../functions/platform/route.ts'

const Problem = z.object({ word: z.optional(z.string()), detail: z.optional(z.record(z.string(), z.unknown())) })

export type DeskAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly word: string; readonly items: readonly string[] }

export interface Sent {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Desk {
  call<R extends Route>(route: R, sent?: Sent): Promise<DeskAnswer<ResponseOf<R>>>
  /** The same, where a refusal means that the demo itself is wrong. */
  must<R extends Route>(route: R, sent?: Sent): Promise<ResponseOf<R>>
}

const Items = z.array(z.string())

/** How often a device tries again when the system is busy or away; a bounded number, one second apart. */
const tries = 20

export function deskOf(url: string, token: () => Promise<string>): Desk {
  async function request(route: Route, { params = {}, query = {}, body }: Sent): Promise<Response> {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const address = new URL(path, url)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    return fetch(address, {
      method: route.method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  async function call<R extends Route>(route: R, sent: Sent = {}): Promise<DeskAnswer<ResponseOf<R>>> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await request(route, sent)
      if (response.ok) return { ok: true, value: route.response.parse(await response.json()) as ResponseOf<R> }
      if (response.status === 503 && attempt < tries) {
        await pause(1_000)
        continue
      }
      const problem = Problem.safeParse(await response.json())
      const items = Items.safeParse(problem.data?.detail?.['items'])
      return { ok: false, word: problem.data?.word ?? `status-${response.status}`, items: items.data ?? [] }
    }
  }

  return {
    call,
    async must(route, sent) {
      const answer = await call(route, sent)
      if (!answer.ok) throw new Error(`${route.name} was refused: ${answer.word}`)
      return answer.value
    },
  }
}
