/** The mark itself, a record of its own: after its intake, and after everything else. */
import { attachmentsRoutes } from '../../../../functions/attachments/contract.ts'
import { deviceTime, versions } from '../../api/versions.ts'
import { personOf } from '../intake/intake-body.ts'
import type { IntakeDraft } from '../intake/intake-draft.ts'
import { submit } from '../kept/submit.ts'

/** Undefined where there is none to send. Sending it again is harmless. */
export async function sendMark(draft: IntakeDraft) {
  const { intakeId, givenNames, displayNumber, proof } = draft
  const [kind, mark] = [proof.kind.value, proof.mark.value]
  if ((kind !== 'SIGNATURE' && kind !== 'THUMB') || mark === undefined) return undefined
  const { attachmentId, content } = mark
  if (content === undefined) return undefined
  const { personId } = personOf(draft)
  return submit(
    attachmentsRoutes.keepAttachment,
    {
      params: { personId, attachmentId },
      body: { versions, kind, returnEventId: intakeId, mediaType: 'image/png', content, deviceTime: deviceTime() },
    },
    {
      ...{ recordId: attachmentId, kind: 'signature', dependsOn: [intakeId] },
      copy: {
        firstName: givenNames.value.trim().split(/\s+/)[0],
        displayNumber: displayNumber.value,
        typed: [],
      },
    },
  )
}
