import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { isThere } from './attachment-record.ts'
import type { AttachmentStore } from './attachment-store.ts'
import { attachmentsRoutes } from './contract.ts'

/** What there is of a person who came back through a post of the caller's, to whoever they did not rule out. */
export const listAttachments = (attachments: AttachmentStore) =>
  endpoint(attachmentsRoutes.listAttachments, async ({ params: { personId }, caller, scope, receivedAt }) => {
    const person = await attachments.findPerson(personId, atTheirPosts(caller, scope))
    if (!person) return notFound()
    const shown = (await attachments.allOf(person)).filter(each => isThere(each, receivedAt))
    return ok(
      {
        attachments: shown.map(({ attachmentId, kind, returnEventId, mediaType, receivedAt: at }) => ({
          ...{ attachmentId, kind, returnEventId, mediaType },
          receivedAt: at,
        })),
      },
      [personId],
    )
  })
