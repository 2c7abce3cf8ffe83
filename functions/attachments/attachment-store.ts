/** Attachments in the registry: kept with the person unchanged, and marked when a photograph is withdrawn. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { attachmentPrefix, registryKeys } from '../platform/tables.ts'
import { change, putNew, type TransactWriteItem, transact, unchanged } from '../platform/transaction.ts'
import type { PersonScope } from '../registration/person-access.ts'
import { type Person, storedPerson } from '../registration/person-record.ts'
import { type Attachment, storedAttachment } from './attachment-record.ts'

export const attachmentStore = (database: DynamoDBClient, table: string) => ({
  /** The person, if in scope: absent and out of scope look the same. */
  async findPerson(personId: string, scope: PersonScope): Promise<Person | undefined> {
    const person = await findStored(database, table, registryKeys.person(personId), storedPerson)
    return person && scope(person) ? person : undefined
  },

  find: (personId: string, attachmentId: string): Promise<Attachment | undefined> =>
    findStored(database, table, registryKeys.attachment(personId, attachmentId), storedAttachment),

  /** Everything that was ever kept of a person in hand, withdrawn photographs too. */
  async allOf({ personId }: Pick<Person, 'personId'>): Promise<Attachment[]> {
    const { pk } = registryKeys.person(personId)
    const items = await queryAll(database, table, { pk, prefix: attachmentPrefix })
    return items.map(item => readStored(storedAttachment, item))
  },

  /** `moved` where the person, or this very attachment, was written since it was read: look again. */
  async keep(attachment: Attachment, seenRevision: number, audit: TransactWriteItem): Promise<'kept' | 'moved'> {
    const { personId, attachmentId } = attachment
    const key = registryKeys.attachment(personId, attachmentId)
    const { committed } = await transact(database, [
      { guard: 'attachment', write: putNew(table, key, { schemaVersion: 1, ...attachment }) },
      { guard: 'person', write: unchanged(table, registryKeys.person(personId), seenRevision) },
      { guard: 'audit', write: audit },
    ])
    return committed ? 'kept' : 'moved'
  },

  /** Its bytes are gone. Doing it again changes nothing. */
  async withdraw({ personId, attachmentId }: Attachment, at: string, audit: TransactWriteItem): Promise<void> {
    await transact(database, [
      {
        guard: 'attachment',
        write: change(table, registryKeys.attachment(personId, attachmentId), {
          set: { withdrawnAt: at },
          when: 'attribute_exists(pk) AND attribute_not_exists(#withdrawnAt)',
        }),
      },
      { guard: 'audit', write: audit },
    ])
  },
})
export type AttachmentStore = ReturnType<typeof attachmentStore>
