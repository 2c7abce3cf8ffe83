/** Which attachments are kept, how long, and where each sort lies. No AWS: the stack makes the bucket's rules from this file. */

export const attachmentKinds = ['SIGNATURE', 'THUMB', 'PHOTO'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** How the names of objects begin; the bucket lets go of each sort after its own time. */
export const objectPrefixes = { photo: 'photo/', mark: 'mark/' } as const

/** domain.md 7: photographs a year; what proves a handing-over as long as the receipt, seven years. */
export const keptDays = { photo: 365, mark: 2_557 } as const
