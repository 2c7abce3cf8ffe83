import type { Bucket } from '../platform/bucket.ts'
import { endpoint } from '../platform/endpoint.ts'
import { file, notFound } from '../platform/reply.ts'
import { atTheirPosts } from '../registration/person-access.ts'
import { isThere } from './attachment-record.ts'
import type { AttachmentStore } from './attachment-store.ts'
import { attachmentsRoutes } from './contract.ts'

export interface ReadAttachmentParts {
  readonly attachments: AttachmentStore
  readonly bucket: Pick<Bucket, 'get'>
}

/** The picture itself. The file's name says nothing of anybody. */
export const readAttachment = ({ attachments, bucket }: ReadAttachmentParts) =>
  endpoint(attachmentsRoutes.readAttachment, async ({ params, caller, scope, receivedAt }) => {
    const person = await attachments.findPerson(params.personId, atTheirPosts(caller, scope))
    const attachment = person && (await attachments.find(params.personId, params.attachmentId))
    if (!attachment || !isThere(attachment, receivedAt)) return notFound()
    const { mediaType, objectName, personId } = attachment
    const name = `picture.${mediaType.slice('image/'.length)}`
    return file({ name, mediaType, bytes: await bucket.get(objectName) }, [personId])
  })
