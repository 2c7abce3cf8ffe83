/** One of everything a route may be about, at one post and in one district. */
import { randomUUID } from 'node:crypto'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { attachmentsRoutes } from '../../functions/attachments/contract.ts'
import { budgetsRoutes } from '../../functions/budgets/contract.ts'
import { parcelRoutes } from '../../functions/commands/parcel-contract.ts'
import { devicesRoutes } from '../../functions/devices/contract.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import type { TaskTypeName } from '../../functions/follow-up/task-types.ts'
import { type DistrictRole, districtRoles, type Role } from '../../functions/platform/permissions.ts'
import type { PostCode } from '../../functions/platform/places.ts'
import { displayNumber } from '../../functions/registration/display-number.ts'
import { reintegrationRoutes } from '../../functions/reintegration/contract.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import { givingRoutes } from '../../functions/support/giving-contract.ts'
import { tripsRoutes } from '../../functions/trips/contract.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { aCloseBatch } from '../builders/batch-commands.ts'
import { anIntake } from '../builders/intake.ts'
import { anAttachment } from '../builders/pictures.ts'
import { aClaim, aMove, aPlan } from '../builders/task-commands.ts'
import { aPlanTrip } from '../builders/trip-commands.ts'
import { officerOf } from '../harness/officer.ts'
import { aTablet, putCommand, type Tablet } from '../harness/tablet.ts'
import { type Arrived, aBatch, anArrival, givenStock, type Place, register } from './arrival.ts'
import { aDrawnReceipt } from './sampled.ts'

export interface Subjects extends Place {
  readonly batchId: string
  readonly personId: string
  readonly returnEventId: string
  readonly displayNumber: string
  /** Of somebody else's slip. */
  readonly otherNumber: string
  /** A planned trip of the post, into the district. */
  readonly tripId: string
  /** A mark of that person's. */
  readonly attachmentId: string
  /** A task that the role may do, nobody's yet. */
  readonly tasks: Readonly<Partial<Record<Role, string>>>
  readonly planId: string
  /** One that asks for a visit of the plan. */
  readonly visitTaskId: string
  readonly screenId: string
  /** A tablet of the post. */
  readonly deviceId: string
  /** A record that a revoked tablet of the post sent. */
  /** Of blankets, that the tablet holds; and some that are on the way to the post's store. */
  readonly leaseId: string
  readonly transferId: string
  /** At which the tablet gave more than there was. */
  readonly disputedReturn: string
  /** A receipt that was drawn to be verified. */
  readonly sampled: { readonly receiptId: string; readonly issuedAt: string }
  /** For more than the ceilings allow, nobody's answer yet. */
  readonly requestId: string
  /** With a line `CASH` that has money. */
  readonly projectCode: string
  readonly quarantined: { readonly deviceId: string; readonly recordId: string }
}

const isOfDistrict = (role: Role): boolean => districtRoles.some(one => one === role)

/** Where the role works: a district's in the district, any other at the post. */
export const placeOf = (role: Role, { post, district }: Place): string => (isOfDistrict(role) ? district : post)

/** What in an intake raises a task for each desk of a district. */
const taskOfDesk = {
  'administrator-office': 'BELONGINGS',
  'social-development': 'CHILD_ASSESS',
  'child-gender-police': 'CHILD_ASSESS',
  health: 'MEDICINE_BRIDGE',
  labour: 'WAGE_CLAIM',
  'civil-registry': 'DOC_APPLICATION',
  livelihood: 'PLAN_DRAFT',
} as const satisfies Record<DistrictRole, TaskTypeName>

export async function subjectsAt(host: RunningHost, place: Place, screenId: string): Promise<Subjects> {
  const { post, district } = place
  await givenStock(host, post, 'BLANKET', 50)
  const arrived = await aBatch(host, place)
  const { fast } = anArrival(arrived)
  const adult = anArrival(arrived, {
    fast: { ...fast, urgentFlags: ['MEDICINE_LEFT'] },
    full: {
      document: { type: 'NONE', condition: 'LOST' },
      wages: { owed: true },
      belongingsLost: true,
      wantsLivelihoodHelp: true,
    },
    support: [{ item: 'BLANKET', quantity: 1 }],
  })
  const child = anArrival(arrived, {
    fast: { ...fast, birth: { date: '2015-03-01', precision: 'DAY' }, accompaniment: 'UNACCOMPANIED' },
  })
  const planned = anArrival(arrived, { full: { wantsLivelihoodHelp: true } })
  const [ofAdult, ofChild, ofPlanned] = await Promise.all(
    [adult, child, planned].map(intake => register(host, arrived, intake)),
  )
  if (!ofAdult || !ofChild || !ofPlanned) throw new Error('somebody was not registered')
  const deskTasks = Object.entries(taskOfDesk).map(([role, type]) => [
    role,
    taskId(type === 'CHILD_ASSESS' ? ofChild.id : ofAdult.id, type, 1),
  ])
  const tablet = await anEnrolledTablet(host, post)
  const { deviceId } = tablet
  return {
    ...place,
    batchId: arrived.batchId,
    personId: adult.personId,
    returnEventId: ofAdult.id,
    displayNumber: adult.displayNumber,
    otherNumber: planned.displayNumber,
    tripId: await aPlannedTrip(host, place),
    attachmentId: await aMark(host, place, adult.personId, ofAdult.id),
    tasks: { ...Object.fromEntries(deskTasks), supervisor: await unexplainedCount(host, place) },
    ...(await aStartedPlan(host, district, ofPlanned.id)),
    screenId,
    deviceId,
    ...(await someInTheStore(host, post, deviceId)),
    sampled: await aSampledReceipt(host, arrived),
    requestId: await aRequest(host, post, ofAdult.id),
    projectCode: await aProject(host),
    disputedReturn: await aDisputedReturn(host, arrived, tablet),
    quarantined: await aQuarantinedRecord(host, post),
  }
}

/** The day book draws it when it hears of it. */
export async function aSampledReceipt(host: RunningHost, arrived: Arrived): Promise<Subjects['sampled']> {
  const support = [{ item: 'BLANKET' as const, quantity: 1 }]
  await givenStock(host, arrived.post, 'BLANKET', 100)
  const { drawn } = await aDrawnReceipt(host, arrived, () => anArrival(arrived, { support }))
  return { receiptId: drawn.receiptId, issuedAt: drawn.issuedAt }
}

/** For a second blanket. */
export async function aRequest(host: RunningHost, post: PostCode, returnEventId: string): Promise<string> {
  const requestId = randomUUID()
  await officerOf(host, [`reception@${post}`]).must(givingRoutes.askForMore, {
    params: { returnEventId, requestId },
    body: { ...givingRoutes.askForMore.examples.body, item: 'BLANKET', quantity: 1 },
  })
  return requestId
}

/** Open, for everybody; its line `CASH` has been granted ten thousand maloti. */
export async function aProject(host: RunningHost): Promise<string> {
  const finance = officerOf(host, ['finance@*'])
  const projectCode = `P-${randomUUID().slice(0, 8).toUpperCase()}`
  const { openProject, moveBudget } = budgetsRoutes
  await finance.must(openProject, {
    params: { projectCode, moveId: randomUUID() },
    body: {
      ...openProject.examples.body,
      ...{ startsOn: '2020-01-01', endsOn: '2099-12-31' },
      eligible: { districts: [], returnTypes: [], priorities: [] },
    },
  })
  await finance.must(moveBudget, {
    params: { projectCode, lineCode: 'CASH', moveId: randomUUID() },
    body: { ...moveBudget.examples.body, move: { does: 'ALLOCATE', amount: 1_000_000, reason: 'First instalment' } },
  })
  return projectCode
}

/** Somebody to whom a tablet gave what its post never had. */
export async function aDisputedReturn(
  host: RunningHost,
  at: Place & { batchId: string },
  tablet: Tablet,
): Promise<string> {
  const officer = officerOf(host, [`reception@${at.post}`], 'giver of what was not there')
  const { passId, ...pass } = await tablet.passRequest(officer.officerId)
  const { deviceId } = tablet
  const { deliveryKey } = await officer.must(devicesRoutes.openPass, { params: { deviceId, passId }, body: pass })
  const start = await tablet.start(deliveryKey.publicKey)
  const intakeId = randomUUID()
  const intake = anArrival(at, { support: [{ item: 'CLOTHES', quantity: 1 }] })
  const command = putCommand(`intakes/${intakeId}`, intake)
  const record = await tablet.seal(start, { recordId: intakeId, authorId: officer.officerId, command })
  const { answers } = await officer.must(parcelRoutes.sendParcel, { body: tablet.parcel([start], [record]) })
  if (answers[0]?.is !== 'received') throw new Error(`not taken: ${JSON.stringify(answers)}`)
  return intakeId
}

/** In the post's store, on lease to its tablet, and coming from the centre. */
export async function someInTheStore(
  host: RunningHost,
  post: PostCode,
  deviceId: string,
): Promise<Pick<Subjects, 'leaseId' | 'transferId'>> {
  const centre = officerOf(host, ['supplies@CENTRE'])
  const store = officerOf(host, [`supplies@${post}`])
  const { receiveStock, leaseStock, transferStock } = suppliesRoutes
  const [leaseId, transferId] = [randomUUID(), randomUUID()]
  const some = { ...receiveStock.examples.body, lot: 'STORE' }
  await store.must(receiveStock, { params: { place: post, moveId: randomUUID() }, body: some })
  await store.must(leaseStock, {
    params: { place: post, moveId: leaseId },
    body: { ...leaseStock.examples.body, holder: { kind: 'DEVICE', deviceId } },
  })
  await centre.must(receiveStock, { params: { place: 'CENTRE', moveId: randomUUID() }, body: some })
  await centre.must(transferStock, {
    params: { place: 'CENTRE', moveId: transferId },
    body: { ...transferStock.examples.body, lot: 'STORE', toPlace: post },
  })
  return { leaseId, transferId }
}

export async function aPlannedTrip(host: RunningHost, { post, district }: Place): Promise<string> {
  const tripId = randomUUID()
  const by = officerOf(host, [`reception@${post}`])
  await by.must(tripsRoutes.planTrip, { params: { tripId }, body: aPlanTrip({ post, stops: [district] }) })
  return tripId
}

async function aMark(host: RunningHost, { post }: Place, personId: string, returnEventId: string): Promise<string> {
  const attachmentId = randomUUID()
  const asking = { params: { personId, attachmentId }, body: anAttachment({ returnEventId }) }
  await officerOf(host, [`reception@${post}`]).must(attachmentsRoutes.keepAttachment, asking)
  return attachmentId
}

export async function anEnrolledTablet(host: RunningHost, post: PostCode): Promise<Tablet> {
  const tablet = await aTablet({ post })
  const { deviceId } = tablet
  const body = tablet.enrolment()
  await officerOf(host, [`supervisor@${post}`]).must(devicesRoutes.enrolDevice, { params: { deviceId }, body })
  return tablet
}

/** Nobody can open it, which nobody has found out yet. */
async function aQuarantinedRecord(host: RunningHost, post: PostCode): Promise<Subjects['quarantined']> {
  const { deviceId } = await anEnrolledTablet(host, post)
  const { revokeDevice } = devicesRoutes
  const { sendParcel } = parcelRoutes
  const by = officerOf(host, [`supervisor@${post}`])
  const params = { deviceId, revocationId: randomUUID() }
  await by.must(revokeDevice, { params, body: revokeDevice.examples.body })
  const [record] = sendParcel.examples.body.records
  const recordId = randomUUID()
  const body = { ...sendParcel.examples.body, deviceId, records: [{ ...record, recordId }] }
  await by.must(sendParcel, { body })
  return { deviceId, recordId }
}

/** The supervisor's own task: a batch closed with a difference. */
async function unexplainedCount(host: RunningHost, place: Place): Promise<string> {
  const { batchId } = await aBatch(host, place)
  await officerOf(host, [`supervisor@${place.post}`]).must(arrivalsRoutes.closeBatch, {
    params: { batchId, closingId: randomUUID() },
    body: aCloseBatch({ reason: 'The bus left before the count' }),
  })
  return taskId(batchId, 'UNEXPLAINED_COUNT', 1)
}

/** A plan that has started, for somebody who wanted one. */
export async function aStartedPlan(
  host: RunningHost,
  district: string,
  returnEventId: string,
): Promise<{ planId: string; visitTaskId: string }> {
  const livelihood = officerOf(host, [`livelihood@${district}`])
  const draft = taskId(returnEventId, 'PLAN_DRAFT', 1)
  const planId = randomUUID()
  const transitionId = randomUUID()
  await livelihood.must(followUpRoutes.claimTask, { params: { taskId: draft, claimId: randomUUID() }, body: aClaim() })
  await livelihood.must(reintegrationRoutes.recordPlan, { params: { planId }, body: aPlan({ taskId: draft }) })
  await livelihood.must(reintegrationRoutes.movePlan, { params: { planId, transitionId }, body: aMove() })
  return { planId, visitTaskId: taskId(returnEventId, 'FOLLOW_1M', 1) }
}

/** Of the same shape, and nowhere in the registry. */
export const nothingAt = (place: Place, roles: readonly Role[]): Subjects => ({
  ...place,
  batchId: randomUUID(),
  personId: randomUUID(),
  returnEventId: randomUUID(),
  displayNumber: displayNumber({ postCode: 'MB', deviceCode: 'ZZZZ', sequence: 99_999 }),
  otherNumber: displayNumber({ postCode: 'MB', deviceCode: 'ZZZZ', sequence: 99_998 }),
  tripId: randomUUID(),
  attachmentId: randomUUID(),
  tasks: Object.fromEntries(roles.map(role => [role, randomUUID()])),
  planId: randomUUID(),
  visitTaskId: randomUUID(),
  screenId: randomUUID(),
  deviceId: randomUUID(),
  leaseId: randomUUID(),
  transferId: randomUUID(),
  disputedReturn: randomUUID(),
  sampled: { receiptId: randomUUID(), issuedAt: '2026-11-22T08:00:00.000Z' },
  requestId: randomUUID(),
  projectCode: 'P-NONE',
  quarantined: { deviceId: randomUUID(), recordId: randomUUID() },
})

export const anIntakeOf = ({ batchId, post, district }: Subjects) =>
  anArrival({ batchId, post, district }, { fast: { ...anIntake().fast, homeDistrict: district } })
