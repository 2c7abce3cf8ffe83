import { endpoint } from '../platform/endpoint.ts'
import { ok } from '../platform/reply.ts'
import type { AuditStore } from './audit-store.ts'
import { auditRoutes } from './contract.ts'

const mostLines = 200

/** Who read or changed one record, latest first, a page at a time. Nothing known of it is an empty list; the look itself is recorded too. */
export const readAudit = (entries: AuditStore) =>
  endpoint(auditRoutes.readAudit, async ({ params: { subjectId }, query: { from }, scope }) => {
    const { records, next } = await entries.latest(subjectId, { most: mostLines, from }, scope)
    return ok({ lines: [...records], more: next !== undefined, ...(next === undefined ? {} : { next }) }, [subjectId])
  })
