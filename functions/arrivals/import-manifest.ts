import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, refused } from '../platform/reply.ts'
import type { ManifestHead } from './batch-record.ts'
import { arrivalsRoutes } from './contract.ts'
import { readManifest } from './manifest.ts'
import { partsOf } from './manifest-parts.ts'
import type { ReadRow } from './manifest-row.ts'
import type { ManifestStore } from './manifest-store.ts'
import type { BatchParts } from './open-batch.ts'

function countOf(rows: readonly ReadRow[]): Pick<ManifestHead, 'rowCount' | 'blankRows' | 'accepted' | 'rejected'> {
  const numbers = new Set(rows.map(({ row }) => row))
  const rowCount = Math.max(...numbers)
  const accepted = rows.filter(({ status }) => status === 'ACCEPTED').length
  return {
    rowCount,
    blankRows: Array.from({ length: rowCount }, (_, index) => index + 1).filter(row => !numbers.has(row)),
    accepted,
    rejected: rows.length - accepted,
  }
}

/**
 * Keeps the list a sending facility typed, every row with its answer. One list a batch: the same again gets the same
 * answer, also under another id; another one is refused `list-already-imported`. Ages are taken as true on the day the
 * batch was opened.
 */
export const importManifest = ({ batches, manifests, audit, receipt }: BatchParts & { manifests: ManifestStore }) =>
  endpoint(arrivalsRoutes.importManifest, async ({ params: { batchId }, body, caller, scope, receivedAt }) => {
    const batch = await batches.findBatch(batchId, scope)
    if (!batch) return refused('batch-unknown')
    const reading = readManifest(body.text, { arrivedOn: maseruDate(new Date(batch.openedAt)) })
    if ('refusal' in reading) return refused(reading.refusal)
    const parts = partsOf(reading.rows)
    if (parts === 'manifest-too-large') return refused(parts)

    const { manifestId } = body
    const head: ManifestHead = {
      manifestId,
      contentHash: contentHash({ manifestId, text: body.text }),
      receivedAt: receivedAt.toISOString(),
      ...countOf(reading.rows),
    }
    const outcome = await manifests.import(
      { batchId, head, parts, officerId: caller.officerId, deviceTime: body.deviceTime },
      audit.entry({ caller, action: 'importManifest', subjectId: batchId, commandId: manifestId }),
    )
    if (outcome === 'batch-closed') return refused(outcome)
    if (outcome !== 'stored') {
      const { earlier } = outcome
      const sameText = contentHash({ manifestId: earlier.manifestId, text: body.text }) === earlier.contentHash
      if (!sameText) return refused(earlier.manifestId === manifestId ? 'identifier-reused' : 'list-already-imported')
    }
    const kept =
      outcome === 'stored' ? { head, rows: reading.rows } : { head: outcome.earlier, rows: await manifests.rows(batch) }
    const { accepted, rejected, blankRows = [] } = kept.head
    return created({
      ...receipt(manifestId, kept.head.receivedAt),
      accepted,
      rejected,
      blankLines: blankRows.length,
      importedBefore: kept.head.manifestId !== manifestId,
      rows: kept.rows,
    })
  })
