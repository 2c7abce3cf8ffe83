/** What a made-up host says, district desk to report: plausible, and about nobody. */
import type { MaskedTask, TaskDetail } from '../../functions/follow-up/contract.ts'
import type { OpenedScreen } from '../../functions/protection/contract.ts'
import type { PlanView } from '../../functions/reintegration/contract.ts'
import type { ScreenContent } from '../../functions/screening/screen-content.ts'
import { aScreenContent } from '../builders/screen-content.ts'
import type { Answers } from './made-up-host.ts'
import { livelihoodFunnelTable } from './made-up-report.ts'

const id = (last: number): string => `0193a3a0-0000-7000-8000-${String(last).padStart(12, '0')}`
const hours = (count: number): string => new Date(Date.now() + count * 3_600_000 + 90_000).toISOString()

export const aTask = (override: Partial<MaskedTask> = {}): MaskedTask => ({
  taskId: id(41),
  displayNumber: 'XV-7F-00001-Z',
  council: 'Hlotse Urban',
  family: 'VISIT',
  dueAt: hours(24 * 12),
  state: 'OPEN',
  overdue: false,
  mine: false,
  revision: 1,
  ...override,
})

export const openTasks: readonly MaskedTask[] = [
  aTask({
    taskId: id(1),
    displayNumber: 'XV-7F-00012-K',
    council: 'Maputsoe Urban',
    family: 'CALL',
    dueAt: hours(-75),
    overdue: true,
  }),
  aTask({ taskId: id(2), displayNumber: 'XV-7F-00003-B', family: 'OFFICE', dueAt: hours(-5), overdue: true }),
  aTask({ taskId: id(3), displayNumber: 'KQ-02-00110-7', council: 'Pitseng', family: 'CALL', dueAt: hours(3) }),
  aTask({ taskId: id(4), displayNumber: 'XV-7F-00007-X', council: 'Linotšing', family: 'TRANSPORT', dueAt: hours(20) }),
  aTask({ taskId: id(5), displayNumber: 'XV-7F-00009-Q', family: 'VISIT', dueAt: hours(24 * 9) }),
  aTask({ taskId: id(6), displayNumber: 'XV-7F-00015-A', council: 'Serupane', family: 'VISIT', dueAt: hours(24 * 28) }),
]

export const heldTask = aTask({
  taskId: id(9),
  displayNumber: 'XV-7F-00021-R',
  state: 'CLAIMED',
  mine: true,
  lapsesAt: hours(24 * 5),
  revision: 2,
})

export const aTaskDetail = (override: Partial<TaskDetail> = {}): TaskDetail => ({
  task: heldTask,
  type: 'PLAN_DRAFT',
  returnEventId: id(61),
  person: {
    personId: id(62),
    givenNames: 'Khotso Tšepo',
    surname: 'Motšeanong',
    sex: 1,
    birth: { date: '1991-01-01', precision: 'YEAR' },
    phone: { number: '+26658123456', channel: 'OWN_PHONE', mayCall: true, mayLeaveMessage: false },
    district: 'LS-C',
    council: 'Hlotse Urban',
    village: 'Ha Lesiamo',
    chief: 'Morena Lesiamo',
  },
  ...override,
})

export const aPlan = (override: Partial<PlanView> = {}): PlanView => ({
  planId: id(51),
  returnEventId: id(61),
  district: 'LS-C',
  state: 'STARTED',
  assistance: ['MICROBUSINESS', 'FINANCIAL_LITERACY'],
  steps: [
    { step: 'Buy 50 chicks and feed at Hlotse', dueOn: '2027-01-15', done: true },
    { step: 'Join the savings course at the council', dueOn: '2027-02-10' },
    { step: 'Sell at the Friday market', dueOn: '2027-04-01' },
  ],
  eligibleAt: '2026-11-22T08:00:00.000Z',
  startedAt: '2026-12-01T08:00:00.000Z',
  visits: [
    {
      visitId: id(53),
      visitedOn: '2026-11-29',
      reached: true,
      occasion: 'BASELINE',
      scores: { economic: 0.31, social: 0.64, psychosocial: 0.58, composite: 0.51, weightSet: 'PROVISIONAL_EQUAL' },
    },
    { visitId: id(54), visitedOn: '2026-12-20', reached: false },
  ],
  revision: 2,
  ...override,
})

const aScreen = (override: Partial<OpenedScreen> = {}): OpenedScreen => ({
  screenId: id(31),
  returnEventId: id(61),
  route: 'INTERVIEW_72H',
  dueAt: hours(60),
  receivedAt: hours(-12),
  state: 'OPEN',
  differs: false,
  revision: 1,
  ...override,
})

export const screens: readonly OpenedScreen[] = [
  aScreen({ screenId: id(32), route: 'INTERVIEW_NOW', dueAt: hours(-2) }),
  aScreen({ screenId: id(31), differs: true }),
  aScreen({ screenId: id(33), route: 'ASK_AGAIN_72H', problem: 'UNREADABLE' }),
  aScreen({ screenId: id(34), route: 'LABOUR_OFFER', dueAt: hours(70) }),
]

export const screenContent: ScreenContent = aScreenContent({
  screenId: id(31),
  returnEventId: id(61),
  displayNumber: 'XV-7F-00021-R',
  answers: { A1: 'YES', A2: 'YES', A3: 'YES', A4: 'NO', A6: 'YES', A8: 'REFUSED', A9: 'NOT_ASKED', A11: 'NO' },
  observations: ['LETS_ANOTHER_SPEAK'],
  suggestion: { route: 'LABOUR_OFFER', fired: ['ONE_WORK_FACT'], dangerOrder: 12 },
  decision: {
    route: 'INTERVIEW_72H',
    declined: false,
    officerId: 'officer-7',
    reason: 'She would like to talk on Friday.',
  },
  safeContact: { channel: 'CLINIC', place: 'The clinic at Hlotse, on market day', reachedBy: 'Nurse Mpho' },
})

const receipt = (requested: string | undefined) => ({ id: requested ?? id(99), receivedAt: hours(0), restoreEpoch: 0 })

/** Every route that these desks ask; a test puts its own in the place of one. */
export const answers: Answers = {
  listTasks: ({ query }) => ({
    value: { tasks: query['state'] === 'CLAIMED' ? [heldTask] : openTasks, more: false },
  }),
  openTask: ({ params }) => ({ value: aTaskDetail({ task: { ...heldTask, taskId: params['taskId'] ?? '' } }) }),
  claimTask: ({ params }) => ({ value: { ...receipt(params['claimId']), lapsesAt: hours(100) } }),
  releaseTask: ({ params }) => ({ value: receipt(params['releaseId']) }),
  completeTask: ({ params }) => ({ value: receipt(params['completionId']) }),
  recordPlan: ({ params }) => ({ value: receipt(params['planId']) }),
  movePlan: ({ params }) => ({ value: { ...receipt(params['transitionId']), revision: 3 } }),
  recordVisit: ({ params }) => ({
    value: {
      ...receipt(params['visitId']),
      scores: { economic: 0.42, social: 0.66, psychosocial: null, composite: null, weightSet: 'PROVISIONAL_EQUAL' },
    },
  }),
  readPlan: ({ params }) => ({ value: aPlan({ planId: params['planId'] ?? '' }) }),
  listScreens: () => ({ value: { screens } }),
  openScreen: ({ params }) => {
    const screen = screens.find(({ screenId }) => screenId === params['screenId']) ?? aScreen()
    return {
      value:
        screen.problem === 'UNREADABLE'
          ? { screen, fired: [] }
          : { screen, content: screenContent, fired: ['PAPERS_KEPT', 'SEVERAL_WORK_FACTS', 'REFUSED'] },
    }
  },
  decideScreen: ({ params }) => ({ value: receipt(params['decisionId']) }),
  readReport: () => ({ value: livelihoodFunnelTable }),
  downloadReport: () => ({ file: 'kamohelo-livelihood-funnel-2026-12-31.csv', mediaType: 'text/csv', text: 'a,b\r\n' }),
  readStock: () => ({
    value: {
      levels: [
        { item: 'BLANKET', left: 90, drawn: 60, received: 150 },
        { item: 'FOOD_PACK', left: 0, drawn: 200, received: 200 },
        { item: 'CASH_ARRIVAL', left: 4_155_000, drawn: 831_000, received: 4_986_000 },
        { item: 'TRANSPORT_ONWARD', left: 31, drawn: 19, received: 50 },
      ],
      approval: 'UNAPPROVED',
    },
  }),
  receiveStock: ({ params }) => ({ value: receipt(params['moveId']) }),
}
