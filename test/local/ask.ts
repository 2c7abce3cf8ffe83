/** Speaks to the fixture's API as one of its officers. */
import * as z from 'zod/mini'
import type { LocalHost } from '../harness/local-host.ts'

const Answer = z.object({
  answer: z.optional(z.unknown()),
  error: z.optional(z.string()),
  message: z.optional(z.string()),
})
export type Answer = z.infer<typeof Answer>

export async function call(host: LocalHost, path: string, body?: unknown, user = 'reception-mb'): Promise<Response> {
  return fetch(new URL(path, host.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${await host.token(user)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** Lets the fixture's API function ask AWS for something, by its own role, and tells what came of it. */
export async function ask(host: LocalHost, question: string, input: Record<string, string> = {}): Promise<Answer> {
  const response = await call(host, '/v1/ask', { question, ...input })
  return Answer.parse(await response.json())
}
