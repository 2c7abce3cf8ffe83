/** A tablet that sends intakes to the running system, as the desk does and without its screens. */

import { intakeRoutes } from '../../../functions/intake/contract.ts'
import { addressOf } from '../../../web/src/api/client.ts'
import { workByPin } from '../../../web/src/device/begin-work.ts'
import { enrolDevice } from '../../../web/src/device/enrol-device.ts'
import { openPass } from '../../../web/src/device/open-pass.ts'
import { loadThisDevice } from '../../../web/src/device/this-device.ts'
import { deliver } from '../../../web/src/outbox/deliver.ts'
import { keepRecord } from '../../../web/src/outbox/keep-record.ts'
import { outboxStore } from '../../../web/src/outbox/outbox-store.ts'
import { sendWaiting } from '../../../web/src/outbox/sender.ts'
import { resumeSession, signedIn } from '../../../web/src/sign-in/session.ts'
import { setPin } from '../../../web/src/vault/vault.ts'
import type { SendingCalls } from '../../bench/reception/sending-calls.ts'

const sendKit: SendingCalls = {
  async enrol() {
    await resumeSession()
    const enrolled = await enrolDevice('MB')
    if (!enrolled.ok) throw new Error(JSON.stringify(enrolled))
    return enrolled.value.code
  },
  async begin() {
    await loadThisDevice()
    await resumeSession()
    const officer = signedIn.value
    if (officer === undefined) throw new Error('nobody is signed in')
    const pass = await openPass(officer.officerId)
    if (!pass.ok) throw new Error(JSON.stringify(pass))
    await setPin(officer, '48201957')
    await workByPin(officer.officerId)
  },
  async keep(intakes) {
    for (const { intakeId, body } of intakes) {
      const kept = await keepRecord({
        ...{ recordId: intakeId, kind: 'intake', method: 'PUT', body, dependsOn: [] },
        path: addressOf(intakeRoutes.putIntake, { params: { intakeId } }),
        copy: { firstName: body.fast.names.givenNames, displayNumber: body.displayNumber, typed: [] },
      })
      if (kept !== 'kept') throw new Error(kept)
    }
  },
  async send() {
    const begun = performance.now()
    await sendWaiting(deliver)
    const took = performance.now() - begun
    return { took, unsent: await outboxStore.unsentCount() }
  },
}
Object.assign(globalThis, { sendKit })
