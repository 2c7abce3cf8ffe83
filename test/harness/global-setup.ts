/**
 * One DynamoDB Local in memory for a whole run of vitest, started by the first test that asks:
 * a run of pure rules never waits for Java.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb-local.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers any request with the endpoint of the run's database. */
    databaseStarterUrl: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let database: Promise<DynamoDbLocal> | undefined
  const server = createServer(async (_request, response) => {
    database ??= startDynamoDbLocal()
    try {
      response.end((await database).endpoint)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  project.provide('databaseStarterUrl', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.close()
    await (await database?.catch(() => undefined))?.stop()
  }
}
