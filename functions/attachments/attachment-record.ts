/** An attachment as it stands in the registry, under its person; its bytes lie in a bucket of their own. */
import * as z from 'zod/mini'
import { consentsGiven } from '../follow-up/consents-given.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import { expiry } from '../platform/tables.ts'
import type { Person } from '../registration/person-record.ts'
import { type AttachmentKind, attachmentKinds, keptDays, objectPrefixes } from './kept-time.ts'
import { pictureTypes } from './picture-rules.ts'

export const storedAttachment = storedShape(1, () =>
  z.object({
    attachmentId: z.string(),
    personId: z.string(),
    kind: z.enum(attachmentKinds),
    returnEventId: z.string(),
    mediaType: z.enum(pictureTypes),
    objectName: z.string(),
    contentHash: z.string(),
    officerId: z.string(),
    deviceTime: z.string(),
    receivedAt: z.string(),
    /** The person took back their yes: the bytes are gone. */
    withdrawnAt: z.optional(z.string()),
    [expiry]: z.int(),
  }),
)
export type Attachment = Stored<typeof storedAttachment>

const sortOf = (kind: AttachmentKind): keyof typeof keptDays => (kind === 'PHOTO' ? 'photo' : 'mark')

/** Under the person and the content, so that no other content under the same id ever lies over it. */
export const objectNameOf = ({
  kind,
  personId,
  attachmentId,
  contentHash,
}: Pick<Attachment, 'kind' | 'personId' | 'attachmentId' | 'contentHash'>): string =>
  `${objectPrefixes[sortOf(kind)]}${personId}/${attachmentId}/${contentHash}`

export const expiresAt = (kind: AttachmentKind, receivedAt: Date): number =>
  Math.floor(receivedAt.getTime() / 1000) + keptDays[sortOf(kind)] * 86_400

/** The table forgets late, and the bucket by the day: what counts is the time. */
export const isThere = (attachment: Attachment, now: Date): boolean =>
  attachment.withdrawnAt === undefined && attachment[expiry] * 1000 > now.getTime()

/** A photograph rests on the person's standing yes and on nothing else (domain.md 2.3). */
export const mayBePhotographed = (person: Pick<Person, 'consents'>): boolean => consentsGiven(person).includes('PHOTO')
