/** Brings sealed records to the protection zone, whichever page is open. */
import { scopeFor } from '../../../functions/platform/permissions.ts'
import { finalRefusals, screeningRoutes } from '../../../functions/screening/contract.ts'
import { call, type No } from '../api/client.ts'
import { signedIn } from '../sign-in/session.ts'
import { closedRecords, dropRecord } from './record-database.ts'
import { lookAtRecords, markRecord } from './record-news.ts'

/** True of a no that trying again does not change. */
const isFinal = (no: No): boolean => !no.offline && finalRefusals.some(word => word === no.word)

async function sendAll(): Promise<No | undefined> {
  let no: No | undefined
  for (const { screenId, envelope } of await closedRecords()) {
    await markRecord(screenId, 'sending')
    const answer = await call(screeningRoutes.putScreen, { params: { screenId }, body: { contract: 1, envelope } })
    if (answer.ok) await dropRecord(screenId)
    else no = answer
    await markRecord(screenId, !answer.ok && isFinal(answer) ? 'refused' : undefined)
  }
  await lookAtRecords()
  return no
}

/** Sends what is closed, one after the other; one that is refused does not stop the rest. The last "no", if any. */
export const sendClosedRecords = (): Promise<No | undefined> => navigator.locks.request('kamohelo.records', sendAll)

/** Whether the officer whose token this tab holds may hand over a record at all: another one's session leaves it. */
export const maySendRecords = (): boolean => scopeFor('screen.seal', signedIn.peek()?.grants ?? []) !== undefined
