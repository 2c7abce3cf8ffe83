/**
 * What belongs to a person's record and is no text: the mark they made for what they were given, and, where they agreed
 * to one, their photograph (domain.md 2.3, 4.5). No AWS: the web imports this file.
 */
import * as z from 'zod/mini'
import { Base64Between } from '../platform/base64.ts'
import { CommandVersions, DeviceTime, Id, Instant, ids, noQuery, Receipt } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { attachmentKinds } from './kept-time.ts'
import { mostPictureBytes, pictureTypes } from './picture-rules.ts'

export const AttachmentKind = z.enum(attachmentKinds)
export type AttachmentKind = z.infer<typeof AttachmentKind>

const MediaType = z.enum(pictureTypes)

export const KeepAttachment = z.strictObject({
  versions: CommandVersions,
  kind: AttachmentKind,
  /** The return at which it was made. */
  returnEventId: Id,
  mediaType: MediaType,
  content: Base64Between(20, mostPictureBytes),
  deviceTime: DeviceTime,
})
export type KeepAttachment = z.infer<typeof KeepAttachment>

/** What is known of an attachment without opening it. */
export const AttachmentSummary = z.strictObject({
  attachmentId: Id,
  kind: AttachmentKind,
  returnEventId: Id,
  mediaType: MediaType,
  receivedAt: Instant,
})
export type AttachmentSummary = z.infer<typeof AttachmentSummary>

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const attachmentId = '0193a3a0-0000-7000-8000-0000000000b1'
const personId = '0193a3a0-0000-7000-8000-000000000022'
const returnEventId = '0193a3a0-0000-7000-8000-000000000021'
/** One white dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='

export const attachmentsRoutes = {
  keepAttachment: route({
    name: 'keepAttachment',
    method: 'PUT',
    path: '/v1/persons/{personId}/attachments/{attachmentId}',
    summary: "Keep a person's mark, or their photograph where they agreed to one",
    permission: 'attachment.keep',
    recording: 'committed',
    params: ids('personId', 'attachmentId'),
    query: noQuery,
    body: KeepAttachment,
    maxBodyBytes: 220_000,
    response: Receipt,
    refusals: ['identifier-reused', 'picture-unreadable', 'picture-with-details', 'consent-needed', 'version-retired'],
    examples: {
      params: { personId, attachmentId },
      body: { versions, kind: 'SIGNATURE', returnEventId, mediaType: 'image/png', content: dot, deviceTime },
      response: { id: attachmentId, receivedAt: deviceTime, restoreEpoch: 0 },
    },
  }),
  listAttachments: route({
    name: 'listAttachments',
    method: 'GET',
    path: '/v1/persons/{personId}/attachments',
    summary: 'Which marks and photographs a person has',
    permission: 'attachment.read',
    recording: 'read',
    params: ids('personId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ attachments: z.array(AttachmentSummary) }),
    refusals: [],
    examples: {
      params: { personId },
      response: {
        attachments: [
          { attachmentId, kind: 'SIGNATURE', returnEventId, mediaType: 'image/png', receivedAt: deviceTime },
        ],
      },
    },
  }),
  readAttachment: route({
    name: 'readAttachment',
    method: 'GET',
    path: '/v1/persons/{personId}/attachments/{attachmentId}',
    summary: 'One of them, as the picture it is',
    permission: 'attachment.read',
    recording: 'read',
    params: ids('personId', 'attachmentId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.unknown(),
    files: pictureTypes,
    refusals: [],
    examples: { params: { personId, attachmentId }, response: {} },
  }),
} as const
