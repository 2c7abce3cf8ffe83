/** The routes of donors' projects and of what their lines have to spend (domain.md 4.4). */
import * as z from 'zod/mini'
import { Id, noParams, noQuery, Receipt } from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { BudgetCode } from '../supplies/lot-name.ts'
import { BookEntry, ChangeProject, CloseProject, Month, MoveBudget, OpenProject, ProjectView } from './shapes.ts'

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const moveId = '0193a3a0-0000-7000-8000-000000000011'
const receipt = { id: moveId, receivedAt: deviceTime, restoreEpoch: 0 }
const eligible = { districts: ['LS-A', 'LS-C'], returnTypes: ['DEPORTED'], priorities: [] } as const
const term = { donor: 'Joint programme', currency: 'LSL', startsOn: '2026-01-01', endsOn: '2027-12-31' } as const

const command = {
  method: 'PUT',
  recording: 'committed',
  permission: 'budget.move',
  query: noQuery,
  response: Receipt,
} as const

export const budgetsRoutes = {
  openProject: route({
    ...command,
    name: 'openProject',
    path: '/v1/projects/{projectCode}/opening/{moveId}',
    summary: 'Open a donor’s project with its lines',
    params: z.strictObject({ projectCode: BudgetCode, moveId: Id }),
    body: OpenProject,
    maxBodyBytes: 16_384,
    refusals: ['identifier-reused', 'version-retired'],
    examples: {
      params: { projectCode: 'JP-21', moveId },
      body: {
        ...{ versions, deviceTime, ...term },
        eligible: { districts: [...eligible.districts], returnTypes: [...eligible.returnTypes], priorities: [] },
        lines: [{ lineCode: 'CASH', title: 'Arrival grants', sensitive: false }],
      },
      response: receipt,
    },
  }),
  changeProject: route({
    ...command,
    name: 'changeProject',
    path: '/v1/projects/{projectCode}/changes/{moveId}',
    summary: 'Extend a project, or add a line to it, as its donor agreed later',
    params: z.strictObject({ projectCode: BudgetCode, moveId: Id }),
    body: ChangeProject,
    maxBodyBytes: 8_192,
    refusals: [
      ...(['identifier-reused', 'project-unknown', 'project-closed'] as const),
      ...(['ends-not-later', 'line-exists', 'version-retired'] as const),
    ],
    examples: {
      params: { projectCode: 'JP-21', moveId },
      body: {
        ...{ versions, deviceTime, change: { does: 'EXTEND', endsOn: '2028-06-30' } },
        reason: 'Second addendum, no further cost',
      },
      response: receipt,
    },
  }),
  closeProject: route({
    ...command,
    name: 'closeProject',
    path: '/v1/projects/{projectCode}/closing/{moveId}',
    summary: 'Close a project: nothing more is charged to it',
    params: z.strictObject({ projectCode: BudgetCode, moveId: Id }),
    body: CloseProject,
    maxBodyBytes: 8_192,
    refusals: ['identifier-reused', 'project-unknown', 'project-closed', 'version-retired'],
    examples: {
      params: { projectCode: 'JP-21', moveId },
      body: { versions, deviceTime, reason: 'The donor ended it early' },
      response: receipt,
    },
  }),
  moveBudget: route({
    ...command,
    name: 'moveBudget',
    path: '/v1/projects/{projectCode}/lines/{lineCode}/moves/{moveId}',
    summary: 'Allocate, lease to a store, spend, settle or release money of a project’s line',
    params: z.strictObject({ projectCode: BudgetCode, lineCode: BudgetCode, moveId: Id }),
    body: MoveBudget,
    maxBodyBytes: 8_192,
    refusals: [
      ...(['identifier-reused', 'project-unknown', 'project-closed'] as const),
      ...(['line-not-for-stores', 'stock-exhausted', 'budget-exhausted', 'version-retired'] as const),
    ],
    examples: {
      params: { projectCode: 'JP-21', lineCode: 'CASH', moveId },
      body: { versions, deviceTime, move: { does: 'FUND', amount: 2_000_000, place: 'MB' } },
      response: receipt,
    },
  }),
  readLineBook: route({
    name: 'readLineBook',
    method: 'GET',
    path: '/v1/projects/{projectCode}/lines/{lineCode}/book/{month}',
    summary: 'What a month moved of a line’s money and goods, with the reasons',
    permission: 'budget.audit',
    recording: 'read',
    params: z.strictObject({ projectCode: BudgetCode, lineCode: BudgetCode, month: Month }),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ entries: z.array(BookEntry) }),
    refusals: ['project-unknown'],
    examples: {
      params: { projectCode: 'JP-21', lineCode: 'CASH', month: '2026-11' },
      response: {
        entries: [
          {
            ...{ date: '2026-11-22', kind: 'SETTLED', item: 'CASH_ARRIVAL', quantity: 1_000_000, times: 1 },
            ...{ place: 'PROJECT/JP-21', officerId: 'officer-1', reason: 'Statement of November' },
          },
        ],
      },
    },
  }),
  listProjects: route({
    name: 'listProjects',
    method: 'GET',
    path: '/v1/projects',
    summary: 'Every project with its lines, and what became of their money',
    permission: 'budget.read',
    recording: 'none',
    params: noParams,
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ projects: z.array(ProjectView) }),
    refusals: [],
    examples: {
      params: {},
      response: {
        projects: [
          {
            ...{ projectCode: 'JP-21', ...term, state: 'OPEN' },
            eligible: { districts: [...eligible.districts], returnTypes: [...eligible.returnTypes], priorities: [] },
            lines: [
              {
                ...{ lineCode: 'CASH', title: 'Arrival grants' },
                figures: {
                  ...{ allocated: 10_000_000, available: 8_000_000, leased: 500_000, issued: 1_500_000 },
                  ...{ spent: 0, settled: 1_000_000, released: 0, reversed: 0 },
                },
              },
              { lineCode: 'GENERAL-1' },
            ],
          },
        ],
      },
    },
  }),
} as const
