/** What the outbox keeps of records that are received, for a while: so that an officer can read the receipt. */
import { strictly } from '../vault/device-database.ts'
import { vaultStore } from '../vault/vault-store.ts'
import { OutboxRow } from './outbox-row.ts'

const hour = 3_600_000
/** By the kept clock, as everything on a tablet that ends. */
const receiptMilliseconds = 72 * hour

/**
 * Ends receipts that are 72 hours old, and wrapped keys under which nothing here is sealed any more. A row whose effect
 * still stands on a desk stays with it. A row of an older version begins its 72 hours now, and so does one that was received
 * while the clock stood too far ahead; a clock that leapt ends none.
 */
export async function tidyOutbox(): Promise<void> {
  const { reading: now, leapt } = await vaultStore.clock()
  const until = now + receiptMilliseconds
  await strictly(['outbox', 'effects', 'keys'], async transaction => {
    const outbox = transaction.objectStore('outbox')
    const used = new Set<string>()
    for (const found of await outbox.getAll()) {
      const row = OutboxRow.parse(found)
      const isOver = !leapt && row.state === 'received' && row.until !== undefined && row.until <= now
      if (isOver && (await transaction.objectStore('effects').getKey(row.recordId)) === undefined) {
        await outbox.delete(row.recordId)
        continue
      }
      used.add(row.keyId)
      if (row.state === 'received' && (row.until === undefined || row.until > until))
        await outbox.put({ ...row, until } satisfies OutboxRow, row.recordId)
    }
    const keys = transaction.objectStore('keys')
    for (const keyId of await keys.getAllKeys()) if (!used.has(keyId)) await keys.delete(keyId)
  })
}

/** At a start and every hour; a turn that fails is made up for by the next. */
export function keepTidy(tell: () => Promise<void>): void {
  const tidy = () =>
    void tidyOutbox()
      .then(tell)
      .catch(() => undefined)
  tidy()
  setInterval(tidy, hour)
}
