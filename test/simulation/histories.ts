/** Many histories side by side; each lane has a client of its own, and its own luck. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as fc from 'fast-check'
import { createTables, type TableNames } from '../harness/tables.ts'
import { befalling, type Fault, faults } from './faults.ts'
import { history } from './history.ts'
import { runHistory } from './run-history.ts'
import { answerFromMemory } from './tables-in-memory.ts'

export interface Histories {
  readonly passed: number
  readonly steps: number
  /** How often each fault befell a write. */
  readonly met: Readonly<Record<Fault, number>>
}

const lanes = 6

const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'af-south-1',
    credentials: { accessKeyId: 'histories', secretAccessKey: 'histories' },
    // what befalls a write shall reach the ledger, and not be smoothed over
    maxAttempts: 1,
  })

/** Where the histories are run: on a database, or in memory. */
export type Where = { readonly endpoint: string } | 'memory'

const inMemory: TableNames = { registry: 'registry', ledger: 'ledger', protection: 'protection', audit: 'audit' }

async function tablesAt(where: Where): Promise<TableNames> {
  if (where === 'memory') return inMemory
  const client = clientOf(where.endpoint)
  const tables = await createTables(client)
  client.destroy()
  return tables
}

/** Throws with the seed and the shortest history that goes wrong. `count` is shared out among the lanes. */
export async function runHistories(where: Where, count: number, seed: number): Promise<Histories> {
  const tables = await tablesAt(where)
  const results = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const client = clientOf(where === 'memory' ? 'http://127.0.0.1:1' : where.endpoint)
      const forget = where === 'memory' ? answerFromMemory(client) : () => undefined
      let luck: (Fault | undefined)[] = []
      let steps = 0
      let passed = 0
      const met = befalling(client, () => luck.shift())
      try {
        await fc.assert(
          fc.asyncProperty(history, async ({ steps: told, luck: drawn }) => {
            luck = [...drawn]
            await runHistory({ client, tables }, told)
            // a history has places of its own: nobody asks for them again
            forget()
            steps += told.length
            passed += 1
          }),
          { seed: seed + lane, numRuns: Math.ceil(count / lanes), interruptAfterTimeLimit: 6 * 3_600_000 },
        )
      } finally {
        client.destroy()
      }
      return { steps, passed, met }
    }),
  )
  const sum = (of: (result: (typeof results)[number]) => number): number =>
    results.reduce((total, result) => total + of(result), 0)
  return {
    passed: sum(({ passed }) => passed),
    steps: sum(({ steps }) => steps),
    met: {
      throttle: sum(({ met }) => met.throttle),
      conflict: sum(({ met }) => met.conflict),
      'lost-before': sum(({ met }) => met['lost-before']),
      'lost-after': sum(({ met }) => met['lost-after']),
    },
  }
}

export const everyFaultMet = ({ met }: Histories): boolean => faults.every(fault => met[fault] > 0)
