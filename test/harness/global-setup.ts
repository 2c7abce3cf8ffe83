/**
 * What several test files share, made by the first test that asks: a run of pure rules waits for neither Java
 * nor a synthesis. `/database` answers with the endpoint of an in-memory DynamoDB Local, `/assembly` with the folder
 * of the product's synthesised assembly, `/fixture` with that of the host's own small test service, `/host` with the
 * data folder of a host that runs the product.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { build } from '../../local/build.ts'
import { type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    sharedUrl: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kamohelo-run-'))
  let database: Promise<DynamoDbLocal> | undefined
  let host: Promise<HostProcess> | undefined

  const makers: Record<string, () => Promise<string>> = {
    async '/database'() {
      database ??= startDynamoDbLocal()
      return (await database).endpoint
    },
    '/assembly': () => build(() => {}),
    async '/fixture'() {
      const { synthesiseFixture } = await import('../local/fixture/app.ts')
      synthesiseFixture(join(folder, 'fixture'))
      return join(folder, 'fixture')
    },
    async '/host'() {
      const dataFolder = join(folder, 'host')
      host ??= startHostProcess({ assemblyFolder: await make('/assembly'), dataFolder })
      return (await host).dataFolder
    },
  }
  const made = new Map<string, Promise<string>>()
  function make(path: string): Promise<string> {
    const found = made.get(path) ?? makers[path]?.() ?? Promise.reject(new Error(`nothing shared is called ${path}`))
    made.set(path, found)
    return found
  }
  const server = createServer(async (request, response) => {
    try {
      response.end(await make(request.url ?? '/'))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  project.provide('sharedUrl', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.close()
    await (await host?.catch(() => undefined))?.stop()
    await (await database?.catch(() => undefined))?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
