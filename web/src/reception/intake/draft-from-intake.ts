/** From a command back to its form: of a refused record that came back from the server, which keeps no form. */
import type { PutIntake } from '../../../../functions/intake/contract.ts'
import { lateDraftFrom } from '../../paper/late-capture.ts'
import { fillProof } from '../proof/proof-draft.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { emptyDraft } from './intake-draft.ts'
import { fillBirth } from './read-birth.ts'

/** `today`: the date in Lesotho. People who were asked about are asked about again: only their ids are in the command. */
export function draftFromIntake(intakeId: string, body: PutIntake, today: string): IntakeDraft {
  const { fast, household, differs, consents } = body
  const draft: IntakeDraft = {
    ...emptyDraft(body.batchId, body.row),
    intakeId,
    ...(body.knownPerson ? {} : { newPersonId: body.personId }),
    ...(body.lateCapture === undefined ? {} : { late: lateDraftFrom(body.lateCapture) }),
  }
  const other = fast.names.other?.[0]
  const share = consents.find(({ purpose }) => purpose === 'SHARE_DISTRICT')
  draft.givenNames.value = fast.names.givenNames
  draft.surname.value = fast.names.surname
  draft.otherName.value = other?.name ?? ''
  draft.otherNameType.value = other?.type
  draft.nameOnDocument.value = fast.names.asOnDocument ?? ''
  draft.sex.value = fast.sex
  fillBirth(draft.birth, fast.birth, today)
  if (fast.birth.takenForChild === true) draft.takenForChild.value = [true]
  draft.accompaniment.value = fast.accompaniment
  if (household !== undefined) {
    draft.household.value = { householdId: household.householdId, name: fast.names.surname }
    draft.householdRole.value = household.role
  }
  draft.returnType.value = differs?.returnType
  draft.facility.value = differs?.sendingFacility
  draft.transport.value = differs?.transport
  draft.homeDistrict.value = fast.homeDistrict
  draft.shareDistrict.value = share?.given
  draft.channel.value = fast.phone?.channel ?? fast.reachBy ?? 'NONE'
  draft.phone.value = fast.phone?.number ?? ''
  draft.phoneAllows.value = [
    ...(fast.phone?.mayCall === true ? (['CALL'] as const) : []),
    ...(fast.phone?.mayLeaveMessage === true ? (['MESSAGE'] as const) : []),
  ]
  const answeredFor = consents.find(({ guardian }) => guardian !== undefined)?.guardian
  draft.guardian.value = answeredFor
  draft.spokenIn.value = share?.language
  draft.consentMode.value = share?.mode
  if (share?.interpreter === true) draft.interpreter.value = [true]
  draft.urgentFlags.value = fast.urgentFlags
  const none = (body.notGiven ?? []).filter(({ reason }) => reason === 'DECLINED')
  draft.supportChanges.value = Object.fromEntries([
    ...body.support.map(({ item, quantity }) => [item, quantity]),
    ...none.map(({ item }) => [item, 0]),
  ])
  if (body.proof !== undefined) fillProof(draft.proof, body.proof)
  draft.displayNumber.value = body.displayNumber
  if (body.words !== undefined) draft.noSlip.value = [true]
  draft.words.value = body.words ?? []
  draft.visited.value = [0, 1, 2, 3, 4]
  return draft
}
