/** The public key to seal to, kept from the last time there was a network: a talk waits for no connection. */
import * as z from 'zod/mini'
import { protectionRoutes, SealingKey } from '../../../functions/protection/contract.ts'
import { type Answer, call } from '../api/client.ts'
import { readDuty } from './duty.ts'
import { findForDesk, keepForDesk } from './record-database.ts'

const name = 'sealing key'

/** Asks the server; without a network, the key as it was last read here. */
export async function readSealingKey(): Promise<Answer<z.infer<typeof SealingKey>>> {
  const answer = await call(protectionRoutes.readSealingKey, {})
  if (answer.ok) {
    await keepForDesk(name, answer.value)
    await readDuty(answer.value.interviewersOnDuty)
    return answer
  }
  await readDuty(undefined)
  const kept = z.safeParse(SealingKey, await findForDesk(name))
  return answer.offline && kept.success ? { ok: true, value: kept.data } : answer
}
