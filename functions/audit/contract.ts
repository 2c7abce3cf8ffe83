/** Who read or changed a record: ids and codes only (design.md promise 7). */
import * as z from 'zod/mini'
import { Instant, noQuery } from '../platform/fields.ts'
import { route } from '../platform/route.ts'

export const AuditLine = z.strictObject({
  at: Instant,
  officerId: z.string(),
  roles: z.array(z.string()),
  action: z.string(),
  subjectId: z.string(),
  commandId: z.optional(z.string()),
})

const subjectId = '0193a3a0-0000-7000-8000-000000000021'

export const auditRoutes = {
  readAudit: route({
    name: 'readAudit',
    method: 'GET',
    path: '/v1/audit/{subjectId}',
    summary: 'Everything done to or read of one record, latest first',
    permission: 'audit.read',
    recording: 'read',
    params: z.strictObject({ subjectId: z.string().check(z.regex(/^[A-Za-z0-9:#@*=._-]{1,120}$/)) }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ lines: z.array(AuditLine), more: z.boolean() }),
    refusals: [],
    examples: {
      params: { subjectId },
      response: {
        lines: [
          {
            at: '2026-11-22T08:00:00.000Z',
            officerId: 'officer',
            roles: ['reception@MB'],
            action: 'putIntake',
            subjectId,
          },
        ],
        more: false,
      },
    },
  }),
} as const
