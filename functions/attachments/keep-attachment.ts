import type { Audit } from '../platform/audit.ts'
import { fromBase64 } from '../platform/base64.ts'
import type { Bucket } from '../platform/bucket.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { expiry } from '../platform/tables.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { type Attachment, expiresAt, mayBePhotographed, objectNameOf } from './attachment-record.ts'
import type { AttachmentStore } from './attachment-store.ts'
import { attachmentsRoutes } from './contract.ts'
import { checkPicture } from './picture-rules.ts'

export interface KeepAttachmentParts {
  readonly attachments: AttachmentStore
  readonly bucket: Pick<Bucket, 'put' | 'remove'>
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** How often others may write the person's record between our look and our write. */
const tries = 6

/**
 * Keeps a mark or a photograph: its bytes first, then the row that names them, in one transaction with its audit entry
 * and on the person as they were read. So a row never names what is not there, and a yes that was taken back meanwhile
 * keeps the photograph out. Refuses `picture-unreadable`, `picture-with-details`, `consent-needed` for a photograph
 * without a standing yes, whose bytes are let go of before anybody is told, and `identifier-reused`.
 */
export const keepAttachment = ({ attachments, bucket, audit, receipt }: KeepAttachmentParts) =>
  endpoint(attachmentsRoutes.keepAttachment, async ({ params, body, sent, caller, scope, receivedAt }) => {
    const { personId, attachmentId } = params
    const { kind, returnEventId, mediaType, deviceTime } = body
    const bytes = fromBase64(body.content)
    const problem = checkPicture(bytes, mediaType)
    if (problem) return refused(problem)

    const hash = contentHash(sent)
    const objectName = objectNameOf({ kind, personId, attachmentId, contentHash: hash })
    const attachment: Attachment = {
      ...{ attachmentId, personId, kind, returnEventId, mediaType, objectName, contentHash: hash, deviceTime },
      officerId: caller.officerId,
      receivedAt: receivedAt.toISOString(),
      [expiry]: expiresAt(kind, receivedAt),
    }
    const entry = audit.entry({ caller, action: 'keepAttachment', subjectId: personId, commandId: attachmentId })

    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const [person, earlier] = await Promise.all([
        attachments.findPerson(personId, atTheirPosts(caller, scope)),
        attachments.find(personId, attachmentId),
      ])
      if (!person?.returns.some(each => each.returnEventId === returnEventId)) return notFound()
      if (earlier && earlier.contentHash !== hash) return refused('identifier-reused')
      if (earlier) return created(receipt(attachmentId, earlier.receivedAt))
      if (kind === 'PHOTO' && !mayBePhotographed(person)) {
        // of an earlier try, or of this one, between whose look and write the yes was taken back
        await bucket.remove(objectName)
        return refused('consent-needed')
      }
      if (attempt === 1) await bucket.put(objectName, bytes, mediaType)
      if ((await attachments.keep(attachment, person.revision, entry)) === 'kept')
        return created(receipt(attachmentId, attachment.receivedAt))
    }
    return refused('try-again')
  })
