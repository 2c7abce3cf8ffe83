/** Attachments on tables of a test's own, their bytes in memory. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { attachmentStore } from '../../functions/attachments/attachment-store.ts'
import { withdrawnPhotos } from '../../functions/attachments/withdrawn-photos.ts'
import { keptBucket } from './kept-bucket.ts'

export function keptPhotos(client: DynamoDBClient, registryTable: string) {
  const { bucket, objects } = keptBucket()
  const attachments = attachmentStore(client, registryTable)
  return { attachments, bucket, objects, photos: withdrawnPhotos({ attachments, bucket }) }
}
