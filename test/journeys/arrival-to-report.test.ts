/** The main job, thin: people get off a bus, are registered, supported and followed up, and stand in a report as numbers. */
import { randomUUID } from 'node:crypto'
import ExcelJs from 'exceljs'
import { beforeAll, expect, it, vi } from 'vitest'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { auditRoutes } from '../../functions/audit/contract.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import type { TaskTypeName } from '../../functions/follow-up/task-types.ts'
import { intakeRoutes } from '../../functions/intake/contract.ts'
import { protectionRoutes } from '../../functions/protection/contract.ts'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { reintegrationRoutes } from '../../functions/reintegration/contract.ts'
import { survey1 } from '../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../functions/reintegration/survey-scales.ts'
import { reportsRoutes } from '../../functions/reports/contract.ts'
import { deskStockRoutes } from '../../functions/supplies/desk-contract.ts'
import { supportRoutes } from '../../functions/support/contract.ts'
import { aClaim, aMove, aPlan, aVisit } from '../builders/task-commands.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Officer, officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, anArrival, givenStock, register } from './arrival.ts'
import { aScreen, handOver } from './screen.ts'

const place = { post: 'TE', district: 'LS-G' } as const

let host: HostDoor
let reception: Officer
let livelihood: Officer
let analyst: Officer
let arrived: Arrived
beforeAll(async () => {
  host = await sharedHost()
  reception = officerOf(host, ['reception@TE'])
  livelihood = officerOf(host, ['livelihood@LS-G'])
  analyst = officerOf(host, ['analyst@*'])
  await givenStock(host, 'TE', 'BLANKET', 2)
  arrived = await aBatch(host, place)
}, 240_000)

const names = { givenNames: "'Mathabo", surname: 'Nthejane' }
const intakeId: string = randomUUID()
const personId = randomUUID()
const listed = () => {
  const intake = anArrival(arrived, { personId, row: 1, support: [{ item: 'BLANKET', quantity: 1 }] })
  return { ...intake, fast: { ...intake.fast, names }, full: { wages: { owed: true }, wantsLivelihoodHelp: true } }
}
let intake: ReturnType<typeof listed>
const putIntake = (by: Officer, id: string, body: unknown) =>
  by.ask(intakeRoutes.putIntake, { params: { intakeId: id }, body })
const blanketsLeft = async () => {
  const { levels } = await reception.must(deskStockRoutes.readStock, { params: { post: 'TE' } })
  return levels.find(({ item }) => item === 'BLANKET')?.left
}

it('registers somebody on the list, gives support and raises tasks in one answer', async () => {
  intake = listed()
  const receipt = await reception.must(intakeRoutes.putIntake, { params: { intakeId }, body: intake })
  expect(receipt).toMatchObject({ id: intakeId, personId, granted: [{ item: 'BLANKET', quantity: 1 }] })
  expect(receipt.taskCount).toBe(3) // wages, plan, and consent asked again by who comes first
  expect(await blanketsLeft()).toBe(1)
})

it('answers a retried intake with the same receipt and gives nothing twice', async () => {
  const again = await Promise.all(Array.from({ length: 4 }, () => putIntake(reception, intakeId, intake)))
  const [first] = again
  expect(first?.status).toBe(201)
  for (const answer of again) expect(answer.json).toEqual(first?.json)
  expect(await blanketsLeft()).toBe(1)
})

it('refuses the same id with other content, and keeps what is there', async () => {
  const other = { ...intake, fast: { ...intake.fast, names: { ...names, givenNames: 'Mpho' } } }
  expect(await putIntake(reception, intakeId, other)).toMatchObject({ status: 409, word: 'identifier-reused' })
  const person = await reception.must(registrationRoutes.readPerson, { params: { personId } })
  expect(person).toMatchObject({ fast: { names }, revision: 1 })
  expect(person.returns).toHaveLength(1)
})

it('lets one row of the list become one person only', async () => {
  const twin = { ...anArrival(arrived, { row: 1 }) }
  expect(await putIntake(reception, randomUUID(), twin)).toMatchObject({ status: 409, word: 'row-already-taken' })
  const { counted } = await reception.must(arrivalsRoutes.readBatch, { params: { batchId: arrived.batchId } })
  expect(counted).toEqual([expect.objectContaining({ row: 1, id: intakeId, outcome: 'REGISTERED' })])
})

it('puts a private screen before protection officers, through the stream', async () => {
  const screen = aScreen({ returnEventId: intakeId, answers: { A1: 'YES', A2: 'YES' } })
  await handOver(host, screen)
  await host.settled()
  const protection = officerOf(host, ['protection@*'])
  const { screens } = await protection.must(protectionRoutes.listScreens)
  const { screenId, suggestion } = screen
  expect(screens).toContainEqual(expect.objectContaining({ screenId, returnEventId: intakeId, differs: false }))
  const opened = await protection.must(protectionRoutes.openScreen, { params: { screenId } })
  expect(opened).toMatchObject({ content: screen, fired: suggestion.fired })
  // whom to meet, from the registry: read there by the zone, recorded in the zone
  expect(opened.returnee).toMatchObject({ personId, ...names, posts: [place.post] })
  expect(suggestion.fired).not.toEqual([])
})

const claim = (by: Officer, type: TaskTypeName, returnEventId = intakeId) =>
  by.ask(followUpRoutes.claimTask, {
    params: { taskId: taskId(returnEventId, type, 1), claimId: randomUUID() },
    body: aClaim(),
  })

it('shows the district its tasks without saying whose they are', async () => {
  const query = { place: 'LS-G', state: 'OPEN' }
  const answer = await livelihood.ask(followUpRoutes.listTasks, { query })
  const { tasks } = followUpRoutes.listTasks.response.parse(answer.json)
  const planTask = taskId(intakeId, 'PLAN_DRAFT', 1)
  expect(tasks).toContainEqual(expect.objectContaining({ taskId: planTask, displayNumber: intake.displayNumber }))
  for (const hidden of [names.surname, names.givenNames, personId, intakeId, 'PLAN_DRAFT'])
    expect(answer.bytes.toString()).not.toContain(hidden)
  const unclaimed = await livelihood.ask(followUpRoutes.openTask, { params: { taskId: planTask } })
  expect(unclaimed).toMatchObject({ status: 409, word: 'task-not-yours' })
})

it('lets one of several racing officers have a task, and opens it to them alone', async () => {
  const racers = Array.from({ length: 8 }, (_, index) => officerOf(host, ['labour@LS-G'], `racer-${index}`))
  const answers = await Promise.all(racers.map(racer => claim(racer, 'WAGE_CLAIM')))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ word }) => word === 'task-already-claimed')).toHaveLength(racers.length - 1)
  const opened = await Promise.all(
    racers.map(racer => racer.ask(followUpRoutes.openTask, { params: { taskId: taskId(intakeId, 'WAGE_CLAIM', 1) } })),
  )
  expect(opened.map(({ status }) => status)).toEqual(answers.map(({ status }) => (status === 201 ? 200 : 409)))
  const [detail] = opened.filter(({ status }) => status === 200).map(({ json }) => json)
  expect(detail).toMatchObject({ type: 'WAGE_CLAIM', person: names })
})

const total = async () => {
  const report = await analyst.must(reportsRoutes.readReport, { params: { report: 'livelihood-funnel' } })
  const cellOf = (name: string) => Number(report.total[report.columns.findIndex(column => column.name === name)])
  return { started: cellOf('started'), completed: cellOf('completed'), surveyed: cellOf('surveyed') }
}

const answersTo = (best: boolean) =>
  Object.fromEntries(
    survey1.items.map(({ id, scale }) => {
      const valued = surveyScales[scale].filter(({ value }) => value !== null)
      const byValue = [...valued].sort((one, other) => Number(one.value) - Number(other.value))
      return [id, byValue.at(best ? -1 : 0)?.code]
    }),
  )

async function visit(planId: string, returnEventId: string, type: 'RSS_BASELINE' | 'RSS_MID'): Promise<unknown> {
  await claim(livelihood, type, returnEventId)
  const survey = {
    occasion: type === 'RSS_MID' ? ('MID' as const) : ('BASELINE' as const),
    instrument: { id: survey1.id, version: survey1.version },
    answers: answersTo(type === 'RSS_MID'),
  }
  const { scores } = await livelihood.must(reintegrationRoutes.recordVisit, {
    params: { planId, visitId: randomUUID() },
    body: aVisit({ taskId: taskId(returnEventId, type, 1), survey }),
  })
  return scores
}

/** From the wish for help to a completed plan, with a survey before and after. */
async function livelihoodOf(returnEventId: string): Promise<string> {
  const planId = randomUUID()
  const move = (to: 'STARTED' | 'COMPLETED', revision: number) =>
    livelihood.must(reintegrationRoutes.movePlan, {
      params: { planId, transitionId: randomUUID() },
      body: aMove({ to, revision, reason: 'As agreed' }),
    })
  await claim(livelihood, 'PLAN_DRAFT', returnEventId)
  await livelihood.must(reintegrationRoutes.recordPlan, {
    params: { planId },
    body: aPlan({ taskId: taskId(returnEventId, 'PLAN_DRAFT', 1) }),
  })
  expect(await visit(planId, returnEventId, 'RSS_BASELINE')).toMatchObject({ composite: 0 })
  await move('STARTED', 1)
  expect(await visit(planId, returnEventId, 'RSS_MID')).toMatchObject({ composite: 1 })
  await move('COMPLETED', 2)
  return planId
}

it('counts plans, surveys and their change in the report, and says whose nowhere', async () => {
  const before = await total()
  const others = await Promise.all(
    Array.from({ length: 5 }, () =>
      register(host, arrived, anArrival(arrived, { full: { wantsLivelihoodHelp: true } })),
    ),
  )
  const plans = await Promise.all([intakeId, ...others.map(({ id }) => id)].map(livelihoodOf))
  await host.settled()
  await vi.waitFor(async () => {
    const after = await total()
    for (const column of ['started', 'completed', 'surveyed'] as const)
      expect(after[column]).toBeGreaterThanOrEqual(before[column] + plans.length)
  }, 20_000)
  const { bytes } = await analyst.ask(reportsRoutes.readReport, { params: { report: 'livelihood-funnel' } })
  for (const hidden of [...plans, intakeId, personId, names.surname, intake.displayNumber])
    expect(bytes.toString()).not.toContain(hidden)
}, 60_000)

const download = (format: string) =>
  analyst.ask(reportsRoutes.downloadReport, { params: { report: 'livelihood-funnel' }, query: { format } })

it('hands the report out as CSV with HXL tags and as a workbook', async () => {
  const { columns } = await analyst.must(reportsRoutes.readReport, { params: { report: 'livelihood-funnel' } })
  const csv = await download('csv')
  expect(csv.headers.get('content-type')).toBe('text/csv')
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="kamohelo-livelihood-funnel-\d{4}-\d\d-\d\d\.csv"$/,
  )
  const [heading, tags] = csv.bytes.toString().split('\r\n')
  expect(heading?.split(',').slice(0, 3)).toEqual(columns.slice(0, 3).map(({ title }) => title.en))
  expect(tags).toBe(columns.map(({ hxl }) => hxl).join(','))

  const xlsx = await download('xlsx')
  expect(xlsx.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/)
  const workbook = new ExcelJs.Workbook()
  await workbook.xlsx.load(Uint8Array.from(xlsx.bytes).buffer)
  const cells = workbook.worksheets[0]?.getSheetValues().flat().map(String) ?? []
  expect(cells).toEqual(expect.arrayContaining(columns.map(({ hxl }) => hxl)))
})

it('has on record for the auditor who did and read what', async () => {
  await reception.must(supportRoutes.readSupport, { params: { returnEventId: intakeId } })
  const auditor = officerOf(host, ['auditor@*'])
  const { lines } = await auditor.must(auditRoutes.readAudit, { params: { subjectId: intakeId } })
  const { officerId } = reception
  const roles = ['reception@TE']
  expect(lines.map(({ at: _, ...line }) => line)).toEqual([
    { officerId, roles, action: 'readSupport', subjectId: intakeId },
    { officerId, roles, action: 'putIntake', subjectId: intakeId, commandId: intakeId },
  ])
  const again = await auditor.must(auditRoutes.readAudit, { params: { subjectId: intakeId } })
  expect(again.lines[0]).toMatchObject({ officerId: auditor.officerId, action: 'readAudit' })
})
