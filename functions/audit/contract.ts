/** Who read or changed a record: ids and codes only (design.md promise 7). */
import * as z from 'zod/mini'
import { Instant } from '../platform/fields.ts'
import { route } from '../platform/route.ts'

export const AuditLine = z.strictObject({
  at: Instant,
  officerId: z.string(),
  roles: z.array(z.string()),
  action: z.string(),
  subjectId: z.string(),
  commandId: z.optional(z.string()),
})

/** Where a page of entries ended: time and entry. */
const Mark = z.string().check(z.regex(/^[0-9TZ:.-]{20,30}#[A-Za-z0-9-]{1,40}$/))

const subjectId = '0193a3a0-0000-7000-8000-000000000021'

export const auditRoutes = {
  readAudit: route({
    name: 'readAudit',
    method: 'GET',
    path: '/v1/audit/{subjectId}',
    summary: 'Everything done to or read of one record, latest first, a page at a time',
    permission: 'audit.read',
    recording: 'read',
    params: z.strictObject({ subjectId: z.string().check(z.regex(/^[A-Za-z0-9:#@*=._-]{1,120}$/)) }),
    /** `from`: the `next` of the page before. */
    query: z.strictObject({ from: z.optional(Mark) }),
    maxBodyBytes: 0,
    response: z.strictObject({ lines: z.array(AuditLine), more: z.boolean(), next: z.optional(Mark) }),
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
