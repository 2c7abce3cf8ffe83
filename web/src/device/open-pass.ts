/** A pass: the officer signed in, this tablet signs the request, and the server's share comes (ADR 11). */

import { devicesRoutes } from '../../../functions/devices/contract.ts'
import { passText, signText } from '../../../functions/devices/signed-text.ts'
import { fromBase64 } from '../../../functions/platform/base64.ts'
import { type Answer, call, refusedAs } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { deviceTime, versions } from '../api/versions.ts'
import { outboxStore } from '../outbox/outbox-store.ts'
import { setByServer } from '../vault/kept-clock.ts'
import { endAllPasses } from '../vault/vault.ts'
import { vaultStore } from '../vault/vault-store.ts'
import { enrolment, keepDeliveryKey, markWithdrawn } from './this-device.ts'

/**
 * Asks for the officer who has just signed in, and keeps the share. Where the server says that this device was revoked,
 * every share ends and the tablet is no longer enrolled; what waits is still sent.
 */
export async function openPass(officerId: string): Promise<Answer<undefined>> {
  const device = enrolment()
  if (device === undefined) return refusedAs('device-revoked')
  const { deviceId, signingKey } = device
  const passId = newId()
  const asked = deviceTime()
  const signature = await signText(signingKey, passText({ deviceId, passId, officerId, deviceTime: asked }))
  const answer = await call(devicesRoutes.openPass, {
    params: { deviceId, passId },
    body: { versions, deviceTime: asked, signature },
  })
  if (answer.ok) {
    const { share, until, serverTime, groups, deliveryKey, restoreEpoch } = answer.value
    const pass = { officerId, share: fromBase64(share), until: Date.parse(until), groups: [...groups] }
    await vaultStore.putPass(pass, setByServer(Date.parse(serverTime), Date.now()))
    await keepDeliveryKey(deliveryKey)
    await outboxStore.noteRestore(restoreEpoch)
    return { ok: true, value: undefined }
  }
  if (!answer.offline && answer.word === 'device-revoked') {
    await markWithdrawn(deviceId)
    await endAllPasses()
  }
  return answer
}
