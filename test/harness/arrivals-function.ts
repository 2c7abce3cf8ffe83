/** The arrivals function whole, on tables of its own. */
import { batchStore } from '../../functions/arrivals/batch-store.ts'
import { closeBatch } from '../../functions/arrivals/close-batch.ts'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { countHeads } from '../../functions/arrivals/count-heads.ts'
import { importManifest } from '../../functions/arrivals/import-manifest.ts'
import { listBatches } from '../../functions/arrivals/list-batches.ts'
import { manifestStore } from '../../functions/arrivals/manifest-store.ts'
import { openBatch } from '../../functions/arrivals/open-batch.ts'
import { readBatch } from '../../functions/arrivals/read-batch.ts'
import { readBoard } from '../../functions/arrivals/read-board.ts'
import { readHome } from '../../functions/arrivals/read-home.ts'
import { recordOutcome } from '../../functions/arrivals/record-outcome.ts'
import { tallyNeeds } from '../../functions/arrivals/tally-needs.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import { anHttpEvent, answerOf, type HttpEventParts } from '../builders/http-event.ts'
import { freshTables } from './dynamodb-local.ts'
import { silentLog } from './silent-log.ts'

export const receivedAt = '2026-11-22T10:00:00.000Z'

export async function arrivalsFunction(clock = { now: () => new Date(receivedAt) }) {
  const { client, tables } = await freshTables()
  const log = silentLog()
  const audit = createAudit(client, tables.audit, clock)
  const batches = batchStore(client, tables.registry)
  const manifests = manifestStore(client, tables.registry)
  const parts = { batches, manifests, audit, receipt: receiptsOf(0) }
  const handler = capability({
    endpoints: [
      openBatch(parts),
      countHeads(parts),
      importManifest(parts),
      recordOutcome(parts),
      closeBatch(parts),
      listBatches(batches),
      readBatch(parts),
      tallyNeeds(parts),
      readBoard(batches),
      readHome(batches),
    ],
    audit,
    clock,
    log,
  })
  /** Asks a route by name; as reception at Maseru Bridge where nobody else is named. */
  const ask = (name: keyof typeof arrivalsRoutes, sent: Omit<HttpEventParts, 'route'> = {}) =>
    answerOf(handler, anHttpEvent({ groups: ['reception@MB'], ...sent, route: arrivalsRoutes[name] }))
  return { ask, handler, client, tables, batches, manifests, log }
}
export type ArrivalsFunction = Awaited<ReturnType<typeof arrivalsFunction>>
