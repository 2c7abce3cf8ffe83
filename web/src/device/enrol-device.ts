/** Enrolment: this browser makes a key pair that never leaves it, and the service learns the public half (ADR 11). */
import * as z from 'zod/mini'
import { devicesRoutes } from '../../../functions/devices/contract.ts'
import { toBase64 } from '../../../functions/platform/base64.ts'
import { PostCode } from '../../../functions/platform/places.ts'
import { type Answer, call } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { deviceTime, versions } from '../api/versions.ts'
import { deviceDatabase, strictly } from '../vault/device-database.ts'
import { beginOnTablet } from './on-tablet.ts'
import { keepEnrolment, type ThisDevice } from './this-device.ts'

const Key = z.custom<CryptoKey>(value => value instanceof CryptoKey)

/** Kept before it is asked, so that an answer that was lost is asked for again and enrols no second device. */
const BegunRow = z.object({
  deviceId: z.string(),
  post: PostCode,
  signingKey: Key,
  publicKey: z.string(),
  deviceTime: z.string(),
})
type Begun = z.infer<typeof BegunRow>
const begunKey = 'enrolment begun'

async function begin(post: PostCode): Promise<Begun> {
  const kept = BegunRow.safeParse(await (await deviceDatabase()).get('device', begunKey))
  if (kept.success && kept.data.post === post) return kept.data
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)))
  const begun = { deviceId: newId(), post, signingKey: pair.privateKey, publicKey, deviceTime: deviceTime() }
  await strictly(['device'], async transaction => {
    await transaction.objectStore('device').put(begun, begunKey)
  })
  return begun
}

const forget = (): Promise<void> =>
  strictly(['device'], async transaction => {
    await transaction.objectStore('device').delete(begunKey)
  })

/** Enrols this browser for a post, in the name of who is signed in; kept durably before it answers. */
export async function enrolDevice(post: PostCode): Promise<Answer<ThisDevice>> {
  const { deviceId, signingKey, publicKey, deviceTime: begunAt } = await begin(post)
  const answer = await call(devicesRoutes.enrolDevice, {
    params: { deviceId },
    body: { versions, post, publicKey, deviceTime: begunAt },
  })
  if (!answer.ok) {
    // refused for good: the next attempt is another device
    if (!answer.offline && answer.word !== 'fault' && answer.word !== 'try-again' && answer.word !== 'not-signed-in')
      await forget()
    return answer
  }
  const { code, enrolledAt, deliveryKey } = answer.value
  await keepEnrolment({ ...{ deviceId, code, post, enrolledAt, signingKey, deliveryKey }, isRevoked: false })
  await forget()
  beginOnTablet()
  return { ok: true, value: { deviceId, code, post } }
}
