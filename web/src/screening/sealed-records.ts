/**
 * Records that are closed and not yet received. They are sealed before they get here: the tab can send them and can
 * open none of them.
 */
import { signal } from '@preact/signals'
import type * as z from 'zod/mini'
import type { SealingKey } from '../../../functions/protection/contract.ts'
import { screeningRoutes } from '../../../functions/screening/contract.ts'
import { sealScreen } from '../../../functions/screening/envelope.ts'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import type { SealedEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { call, type No, type Refused, refusedAs } from '../api/client.ts'

interface SealedRecord {
  readonly screenId: string
  readonly envelope: SealedEnvelope
}

export const unsent = signal<readonly SealedRecord[]>([])

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), character => character.charCodeAt(0))

/** Seals a record to the protection zone's key and keeps it to be sent. Refused where there is too much text. */
export async function closeRecord(
  content: ScreenContent,
  key: z.infer<typeof SealingKey>,
): Promise<Refused | undefined> {
  const sealed = await sealScreen(content, bytesOf(key.publicKey), key.keyId)
  if ('refusal' in sealed) return refusedAs(sealed.refusal)
  unsent.value = [...unsent.value, { screenId: content.screenId, envelope: sealed.envelope }]
  return undefined
}

/** Sends what is closed, one after the other; one that is refused does not stop the rest. The last "no", if any. */
export async function sendClosedRecords(): Promise<No | undefined> {
  let no: No | undefined
  for (const { screenId, envelope } of unsent.value) {
    const answer = await call(screeningRoutes.putScreen, { params: { screenId }, body: { contract: 1, envelope } })
    if (answer.ok) unsent.value = unsent.value.filter(record => record.screenId !== screenId)
    else no = answer
  }
  return no
}
