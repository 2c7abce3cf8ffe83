/** The rows of the arrivals contract that a supervisor's board asks and tells by; they stand in `arrivalsRoutes`. */
import * as z from 'zod/mini'
import { CommandVersions, DeviceTime, ids, noQuery, Receipt } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { Needs } from './batch.ts'
import { Board } from './board.ts'

export const TallyNeeds = z.strictObject({ versions: CommandVersions, needs: Needs, deviceTime: DeviceTime })
export type TallyNeeds = z.infer<typeof TallyNeeds>

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const batchId = '0193a3a0-0000-7000-8000-000000000001'
const summary = {
  batchId,
  post: 'MB',
  transport: 'BUS',
  sendingFacility: 'LINDELA',
  returnType: 'DEPORTED',
  declaredHeadcount: 117,
  state: 'ARRIVED',
  openedAt: deviceTime,
  revision: 2,
} as const

export const boardRoutes = {
  tallyNeeds: route({
    name: 'tallyNeeds',
    method: 'PUT',
    path: '/v1/batches/{batchId}/tallies/{tallyId}',
    summary: 'Say how many of the whole bus came barefoot or empty-handed',
    permission: 'batch.count',
    recording: 'committed',
    params: ids('batchId', 'tallyId'),
    query: noQuery,
    body: TallyNeeds,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: ['batch-unknown', 'batch-closed', 'identifier-reused', 'version-retired'],
    examples: {
      params: { batchId, tallyId: '0193a3a0-0000-7000-8000-000000000006' },
      body: { versions, needs: { barefoot: 12, emptyHanded: 40 }, deviceTime },
      response: { id: batchId, receivedAt: deviceTime, restoreEpoch: 0 },
    },
  }),
  readBoard: route({
    name: 'readBoard',
    method: 'GET',
    path: '/v1/batches/{batchId}/board',
    summary: 'How an arrival stands, in counts and times',
    permission: 'batch.board',
    recording: 'none',
    params: ids('batchId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: Board,
    refusals: [],
    examples: {
      params: { batchId },
      response: {
        batch: summary,
        balance: { headcount: 117, outcomes: { REGISTERED: 1 }, difference: 116 },
        arrivedAt: deviceTime,
        accountedAt: [deviceTime],
        waitingSince: { NURSE: [], TALK: [], SEAT: [deviceTime] },
      },
    },
  }),
  readHome: route({
    name: 'readHome',
    method: 'GET',
    path: '/v1/batches/{batchId}/home',
    summary: 'How many of an arrival are known to be home, of those whose district may ask',
    permission: 'batch.board',
    recording: 'none',
    params: ids('batchId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ asked: z.int(), home: z.int() }),
    refusals: [],
    examples: { params: { batchId }, response: { asked: 43, home: 39 } },
  }),
} as const
