/** What happens to photographs when their person takes back their yes: bytes gone, row marked. */
import type { Bucket } from '../platform/bucket.ts'
import type { TransactWriteItem } from '../platform/transaction.ts'
import { shownToNobody } from '../registration/person-access.ts'
import { mayBePhotographed } from './attachment-record.ts'
import type { AttachmentStore } from './attachment-store.ts'

export interface WithdrawnPhotosParts {
  readonly attachments: AttachmentStore
  readonly bucket: Pick<Bucket, 'remove'>
}

/**
 * Run once the answers are stored and before their receipt, and again by every retry: a photograph that was kept before
 * them is found here, and one that comes after them is refused. The bytes go first, so that a row never says gone of what is there.
 */
export const withdrawnPhotos = ({ attachments, bucket }: WithdrawnPhotosParts) => ({
  async settle(personId: string, at: string, entry: () => TransactWriteItem): Promise<void> {
    const person = await attachments.findPerson(personId, shownToNobody)
    if (!person || mayBePhotographed(person)) return
    const photos = (await attachments.allOf(person)).filter(
      ({ kind, withdrawnAt }) => kind === 'PHOTO' && withdrawnAt === undefined,
    )
    for (const photo of photos) {
      await bucket.remove(photo.objectName)
      await attachments.withdraw(photo, at, entry())
    }
  },
})
export type WithdrawnPhotos = ReturnType<typeof withdrawnPhotos>

/** A cheap look before: only an answer about photographs can take one away. */
export const answersAboutPhotos = (answers: readonly { readonly purpose: string }[]): boolean =>
  answers.some(({ purpose }) => purpose === 'PHOTO')
