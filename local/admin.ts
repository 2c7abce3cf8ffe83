/**
 * The host's own door, on another port of this machine only: who holds the data folder, running a schedule now,
 * waiting until nothing is under way, standing in for a function. None of this exists where the product is deployed.
 */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { InvocationOutcome } from './lambda/runner.ts'

export interface AdminTasks {
  schedules(): readonly string[]
  run(schedule: string): Promise<InvocationOutcome | undefined>
  /** Resolves when every stream has been followed to its end and every event delivered. */
  settled(): Promise<void>
  /**
   * By the name of a function what it finds in its environment: with its access key a person at this machine may ask
   * AWS what it may ask, and is refused what it is refused.
   */
  environments(): Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Admin {
  readonly url: string
  /** Until this is called the door only says who we are. */
  open(tasks: AdminTasks): void
  close(): Promise<void>
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function handle(path: string, method: string, tasks: AdminTasks, response: ServerResponse): Promise<void> {
  const [, name] = /^\/schedules\/([^/]+)\/run$/.exec(path) ?? []
  if (method === 'GET' && path === '/schedules') return answer(response, 200, { schedules: tasks.schedules() })
  if (method === 'GET' && path === '/functions') return answer(response, 200, { functions: tasks.environments() })
  if (method === 'GET' && path === '/settled') {
    await tasks.settled()
    return answer(response, 200, { settled: true })
  }
  if (method === 'POST' && name !== undefined) {
    const outcome = await tasks.run(decodeURIComponent(name))
    if (outcome === undefined) return answer(response, 404, { message: `no schedule ${name}` })
    return answer(response, 'error' in outcome ? 500 : 200, outcome)
  }
  return answer(response, 404, { message: 'no such task' })
}

export async function startAdmin(dataFolder: string): Promise<Admin> {
  let tasks: AdminTasks | undefined
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://admin').pathname
    if (path === '/') return answer(response, 200, { pid: process.pid, dataFolder })
    if (tasks === undefined) return answer(response, 503, { message: 'starting' })
    handle(path, request.method ?? 'GET', tasks, response).catch(error =>
      answer(response, 500, { message: String(error) }),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    open(opened) {
      tasks = opened
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
