/** One of everything a route may be about, at one post and in one district. */
import { randomUUID } from 'node:crypto'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { attachmentsRoutes } from '../../functions/attachments/contract.ts'
import { parcelRoutes } from '../../functions/commands/parcel-contract.ts'
import { devicesRoutes } from '../../functions/devices/contract.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import type { TaskTypeName } from '../../functions/follow-up/task-types.ts'
import { type DistrictRole, districtRoles, type Role } from '../../functions/platform/permissions.ts'
import type { PostCode } from '../../functions/platform/places.ts'
import { displayNumber } from '../../functions/registration/display-number.ts'
import { reintegrationRoutes } from '../../functions/reintegration/contract.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { aCloseBatch } from '../builders/batch-commands.ts'
import { anIntake } from '../builders/intake.ts'
import { anAttachment } from '../builders/pictures.ts'
import { aClaim, aMove, aPlan } from '../builders/task-commands.ts'
import { officerOf } from '../harness/officer.ts'
import { aTablet, type Tablet } from '../harness/tablet.ts'
import { aBatch, anArrival, givenStock, type Place, register } from './arrival.ts'

export interface Subjects extends Place {
  readonly batchId: string
  readonly personId: string
  readonly returnEventId: string
  readonly displayNumber: string
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
  return {
    ...place,
    batchId: arrived.batchId,
    personId: adult.personId,
    returnEventId: ofAdult.id,
    displayNumber: adult.displayNumber,
    attachmentId: await aMark(host, place, adult.personId, ofAdult.id),
    tasks: { ...Object.fromEntries(deskTasks), supervisor: await unexplainedCount(host, place) },
    ...(await aStartedPlan(host, district, ofPlanned.id)),
    screenId,
    deviceId: (await anEnrolledTablet(host, post)).deviceId,
    quarantined: await aQuarantinedRecord(host, post),
  }
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
  attachmentId: randomUUID(),
  tasks: Object.fromEntries(roles.map(role => [role, randomUUID()])),
  planId: randomUUID(),
  visitTaskId: randomUUID(),
  screenId: randomUUID(),
  deviceId: randomUUID(),
  quarantined: { deviceId: randomUUID(), recordId: randomUUID() },
})

export const anIntakeOf = ({ batchId, post, district }: Subjects) =>
  anArrival({ batchId, post, district }, { fast: { ...anIntake().fast, homeDistrict: district } })
