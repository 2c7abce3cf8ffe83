import { endpoint } from '../platform/endpoint.ts'
import { ok } from '../platform/reply.ts'
import type { AuditStore } from './audit-store.ts'
import { auditRoutes } from './contract.ts'

const mostLines = 200

/** Who read or changed one record, latest first. Nothing known of it is an empty list; the look itself is recorded too. */
export const readAudit = (entries: AuditStore) =>
  endpoint(auditRoutes.readAudit, async ({ params: { subjectId }, scope }) => {
    const { records, more } = await entries.latest(subjectId, mostLines, scope)
    return ok({ lines: records, more }, [subjectId])
  })
