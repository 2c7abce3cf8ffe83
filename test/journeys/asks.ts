/** For every route of the contracts a request about given subjects, each with ids of its own. */
import { randomUUID } from 'node:crypto'
import { budgetsRoutes } from '../../functions/budgets/contract.ts'
import { parcelRoutes } from '../../functions/commands/parcel-contract.ts'
import type { contracts } from '../../functions/contracts.ts'
import { devicesRoutes } from '../../functions/devices/contract.ts'
import type { Role } from '../../functions/platform/permissions.ts'
import { exampleEnvelope } from '../../functions/screening/sealed-envelope.ts'
import { someAnswers } from '../builders/answers.ts'
import {
  aCloseBatch,
  aCountHeads,
  anImportManifest,
  anOpenBatch,
  aRecordOutcome,
  aTallyNeeds,
} from '../builders/batch-commands.ts'
import { anAttachment } from '../builders/pictures.ts'
import { aClaim, aCompletion, aMove, aPlan, aRelease, aVisit } from '../builders/task-commands.ts'
import { aChangeTrip, aFreeSeats, aKeepApart, anArriveTrip, aPlanTrip, aTakeSeats } from '../builders/trip-commands.ts'
import type { Sent } from '../harness/officer.ts'
import { aTablet } from '../harness/tablet.ts'
import { anIntakeOf, type Subjects } from './subjects.ts'

type NamesIn<Rows> = Rows extends unknown ? keyof Rows : never
export type RouteName = NamesIn<(typeof contracts)[keyof typeof contracts]>

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T09:59:00.000Z'
const id = randomUUID

const { publicKey } = await aTablet()

const taskOf = ({ tasks }: Subjects, role: Role): string => tasks[role] ?? tasks.livelihood ?? id()

export const asks: Readonly<Record<RouteName, (subjects: Subjects, role: Role) => Sent>> = {
  openBatch: ({ post }) => ({ params: { batchId: id() }, body: anOpenBatch({ post }) }),
  countHeads: ({ batchId }) => ({ params: { batchId, countId: id() }, body: aCountHeads() }),
  tallyNeeds: ({ batchId }) => ({ params: { batchId, tallyId: id() }, body: aTallyNeeds() }),
  importManifest: ({ batchId }) => ({ params: { batchId }, body: anImportManifest({ manifestId: id() }) }),
  recordOutcome: ({ batchId }) => ({ params: { batchId, outcomeId: id() }, body: aRecordOutcome() }),
  closeBatch: ({ batchId }) => ({ params: { batchId, closingId: id() }, body: aCloseBatch() }),
  listBatches: ({ post }) => ({ query: { post } }),
  readBatch: ({ batchId }) => ({ params: { batchId } }),
  readBoard: ({ batchId }) => ({ params: { batchId } }),
  readHome: ({ batchId }) => ({ params: { batchId } }),
  planTrip: ({ post, district }) => ({ params: { tripId: id() }, body: aPlanTrip({ post, stops: [district] }) }),
  changeTrip: ({ tripId, district }) => ({
    params: { tripId, changeId: id() },
    body: aChangeTrip({ stops: [district] }),
  }),
  takeSeats: ({ tripId, displayNumber }) => ({
    params: { tripId, seatingId: id() },
    body: aTakeSeats([displayNumber]),
  }),
  freeSeats: ({ tripId, displayNumber }) => ({
    params: { tripId, removalId: id() },
    body: aFreeSeats([displayNumber]),
  }),
  departTrip: ({ tripId }) => ({ params: { tripId, departureId: id() }, body: { versions, deviceTime } }),
  arriveTrip: ({ tripId }) => ({ params: { tripId, arrivalId: id() }, body: anArriveTrip([]) }),
  cancelTrip: ({ tripId }) => ({ params: { tripId, cancellationId: id() }, body: { versions, deviceTime } }),
  keepApart: ({ post, displayNumber, otherNumber }) => ({
    params: { post, pairId: id() },
    body: aKeepApart([displayNumber, otherNumber]),
  }),
  listTrips: ({ post }) => ({ query: { post } }),
  readTrip: ({ tripId }) => ({ params: { tripId } }),
  readOnward: ({ post }) => ({ params: { post } }),
  putIntake: subjects => ({ params: { intakeId: id() }, body: anIntakeOf(subjects) }),
  findMatches: () => ({ body: { givenNames: 'Khotso', surname: 'Foulo', sex: 1 } }),
  findByNumber: ({ displayNumber }) => ({ body: { displayNumber } }),
  findByWords: ({ post }) => ({ body: { post, words: ['SUN', 'RIVER'] } }),
  readPerson: ({ personId }) => ({ params: { personId } }),
  completePerson: ({ personId, returnEventId }) => ({
    params: { personId, completionId: id() },
    body: { versions, returnEventId, revision: 1, full: { education: 'ISCED_1' }, deviceTime },
  }),
  recordConsents: ({ personId }) => ({ params: { personId, consentId: id() }, body: someAnswers() }),
  keepAttachment: ({ personId, returnEventId }) => ({
    params: { personId, attachmentId: id() },
    body: anAttachment({ returnEventId }),
  }),
  listAttachments: ({ personId }) => ({ params: { personId } }),
  readAttachment: ({ personId, attachmentId }) => ({ params: { personId, attachmentId } }),
  putScreen: () => ({ params: { screenId: id() }, body: { contract: 1, envelope: exampleEnvelope } }),
  receiveStock: ({ post }) => ({
    params: { place: post, moveId: id() },
    body: { versions, item: 'BLANKET', quantity: 1, to: 'DESK', lot: 'ACCESS', deviceTime },
  }),
  transferStock: ({ post }) => ({
    params: { place: post, moveId: id() },
    body: { versions, item: 'BLANKET', lot: 'ACCESS', quantity: 1, toPlace: post, deviceTime },
  }),
  takeInTransfer: ({ post, transferId }) => ({
    params: { place: post, moveId: id() },
    body: { versions, transferId, came: 1, deviceTime },
  }),
  adjustStock: ({ post }) => ({
    params: { place: post, moveId: id() },
    body: {
      ...{ versions, item: 'BLANKET', lot: 'STORE', reason: 'A moth', deviceTime },
      change: { kind: 'DAMAGED', quantity: 1 },
    },
  }),
  leaseStock: ({ post }) => ({
    params: { place: post, moveId: id() },
    body: { versions, holder: { kind: 'DESK' }, item: 'BLANKET', quantity: 1, deviceTime },
  }),
  extendLease: ({ post, deviceId, leaseId }) => ({
    params: { place: post, moveId: id() },
    body: {
      ...{ versions, holder: { kind: 'DEVICE', deviceId }, item: 'BLANKET', leaseId, deviceTime },
      dueAt: '2026-12-24T18:00:00.000Z',
    },
  }),
  returnLease: ({ post, deviceId, leaseId }) => ({
    params: { place: post, moveId: id() },
    body: {
      ...{ versions, holder: { kind: 'DEVICE', deviceId }, item: 'BLANKET', leaseId, deviceTime },
      ...{ lots: [{ lot: 'STORE', quantity: 1 }], drawCount: 0 },
    },
  }),
  writeOffLease: ({ post, deviceId, leaseId }) => ({
    params: { place: post, moveId: id() },
    body: {
      ...{ versions, holder: { kind: 'DEVICE', deviceId }, item: 'BLANKET', leaseId, deviceTime },
      reason: 'Left on a bus',
    },
  }),
  listDisputes: ({ post }) => ({ params: { place: post } }),
  decideDispute: ({ post, disputedReturn }) => ({
    params: { place: post, moveId: id() },
    body: {
      versions,
      returnEventId: disputedReturn,
      item: 'CLOTHES',
      decision: 'REJECT',
      reason: 'Not given',
      deviceTime,
    },
  }),
  openProject: () => ({
    params: { projectCode: `P-${id().slice(0, 8).toUpperCase()}`, moveId: id() },
    body: budgetsRoutes.openProject.examples.body,
  }),
  changeProject: ({ projectCode }) => ({
    params: { projectCode, moveId: id() },
    body: { versions, deviceTime, change: { does: 'EXTEND', endsOn: '2099-12-31' }, reason: 'Access' },
  }),
  closeProject: ({ projectCode }) => ({
    params: { projectCode, moveId: id() },
    body: { versions, deviceTime, reason: 'Access' },
  }),
  moveBudget: ({ projectCode }) => ({
    params: { projectCode, lineCode: 'CASH', moveId: id() },
    body: { versions, deviceTime, move: { does: 'SPEND', amount: 100, reason: 'Access' } },
  }),
  readLineBook: ({ projectCode }) => ({ params: { projectCode, lineCode: 'CASH', month: '2026-11' } }),
  listProjects: () => ({}),
  readDay: ({ post }) => ({ params: { place: post, date: '2026-11-22' } }),
  readStore: ({ post }) => ({ params: { place: post } }),
  readStock: ({ post }) => ({ params: { post } }),
  readHoldings: ({ post, deviceId }) => ({ params: { post, deviceId } }),
  giveSupport: ({ returnEventId }) => ({
    params: { returnEventId, giftId: id() },
    body: { versions, deviceTime, support: [{ item: 'BLANKET', quantity: 1 }] },
  }),
  askForMore: ({ returnEventId }) => ({
    params: { returnEventId, requestId: id() },
    body: { versions, deviceTime, item: 'BLANKET', quantity: 2, reason: 'Access' },
  }),
  listWaiting: ({ post }) => ({ params: { post, item: 'BLANKET' } }),
  listRequests: ({ post }) => ({ params: { post } }),
  answerRequest: ({ post, requestId }) => ({
    params: { post, answerId: id() },
    body: { versions, deviceTime, requestId, decision: 'REFUSE', reason: 'Access' },
  }),
  // the same command again: of one thing there is one reversal
  reverseSupport: ({ post, returnEventId }) => ({
    params: { place: post, moveId: returnEventId },
    body: { versions, deviceTime, returnEventId, item: 'BLANKET', reason: 'Access' },
  }),
  readReceipts: ({ returnEventId }) => ({ params: { returnEventId } }),
  listSample: ({ post }) => ({ params: { post } }),
  verifyReceipt: ({ post, sampled }) => ({
    params: { post, verificationId: id() },
    body: { versions, deviceTime, ...sampled, found: 'AS_WRITTEN' },
  }),
  readSupport: ({ returnEventId }) => ({ params: { returnEventId } }),
  listTasks: ({ post, district }, role) => ({
    query: { place: role === 'supervisor' ? post : district, state: 'OPEN' },
  }),
  listHeldTasks: ({ post, district }, role) => ({ query: { place: role === 'supervisor' ? post : district } }),
  openTask: (subjects, role) => ({ params: { taskId: taskOf(subjects, role) } }),
  claimTask: (subjects, role) => ({ params: { taskId: taskOf(subjects, role), claimId: id() }, body: aClaim() }),
  releaseTask: (subjects, role) => ({ params: { taskId: taskOf(subjects, role), releaseId: id() }, body: aRelease() }),
  completeTask: (subjects, role) => ({
    params: { taskId: taskOf(subjects, role), completionId: id() },
    body: aCompletion(),
  }),
  recordPlan: (subjects, role) => ({ params: { planId: id() }, body: aPlan({ taskId: taskOf(subjects, role) }) }),
  movePlan: ({ planId }) => ({ params: { planId, transitionId: id() }, body: aMove() }),
  recordVisit: ({ planId, visitTaskId }) => ({
    params: { planId, visitId: id() },
    body: aVisit({ taskId: visitTaskId }),
  }),
  listPlans: ({ district }) => ({ query: { district, state: 'ELIGIBLE' } }),
  readPlan: ({ planId }) => ({ params: { planId } }),
  readSealingKey: () => ({}),
  listScreens: () => ({}),
  openScreen: ({ screenId }) => ({ params: { screenId } }),
  decideScreen: ({ screenId }) => ({
    params: { screenId, decisionId: id() },
    body: { versions, decision: 'NOT_REACHED', reason: 'No answer at the door', revision: 1, deviceTime },
  }),
  readReport: () => ({ params: { report: 'livelihood-funnel' } }),
  downloadReport: () => ({ params: { report: 'livelihood-funnel' }, query: { format: 'csv' } }),
  sendCommands: () => ({
    body: { commands: [{ commandId: id(), method: 'PUT', path: '/v1/nothing', body: {}, dependsOn: [] }] },
  }),
  enrolDevice: ({ post }) => ({
    params: { deviceId: id() },
    body: { ...devicesRoutes.enrolDevice.examples.body, post, publicKey },
  }),
  openPass: ({ deviceId }) => ({
    params: { deviceId, passId: id() },
    body: devicesRoutes.openPass.examples.body,
  }),
  revokeDevice: ({ deviceId }) => ({
    params: { deviceId, revocationId: id() },
    body: devicesRoutes.revokeDevice.examples.body,
  }),
  listDevices: ({ post }) => ({ query: { post } }),
  readDevice: ({ deviceId }) => ({ params: { deviceId } }),
  listQuarantine: ({ deviceId }) => ({ params: { deviceId } }),
  decideQuarantine: ({ quarantined }) => ({
    params: { ...quarantined, decisionId: id() },
    body: devicesRoutes.decideQuarantine.examples.body,
  }),
  sendParcel: ({ deviceId }) => {
    const { keys, records } = parcelRoutes.sendParcel.examples.body
    return { body: { deviceId, keys, records: records.map(record => ({ ...record, recordId: id() })) } }
  },
  sendPart: ({ deviceId }) => ({
    params: { recordId: id(), number: '1' },
    body: { ...parcelRoutes.sendPart.examples.body, deviceId },
  }),
  listRefused: () => ({}),
  takeRefused: () => ({ params: { recordId: id() } }),
  readAudit: ({ batchId }) => ({ params: { subjectId: batchId } }),
  readOpenApi: () => ({}),
}

export const askOf = (name: string, subjects: Subjects, role: Role): Sent => {
  const found = Object.entries(asks).find(([known]) => known === name)
  if (found === undefined) throw new Error(`no request is written for ${name}`)
  return found[1](subjects, role)
}
