/**
 * What time does to tasks, through the schedule of the running host. No command can make a task that is due already
 * (the shortest time allowed is two hours), and the host's clock is the machine's: so the hours pass in the record.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import { auditRoutes } from '../../functions/audit/contract.ts'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import { toStored } from '../../functions/platform/stored.ts'
import { registryKeys, workOrder } from '../../functions/platform/tables.ts'
import { districtNotice } from '../../lib/constructs/district-notices.ts'
import { aClaim, aCompletion } from '../builders/task-commands.ts'
import { functionRoles, pastEveryPolicy } from '../harness/function-roles.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Officer, officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, register } from './arrival.ts'

let host: HostDoor
let registry: string
let labour: Officer
let colleague: Officer
let administrator: Officer
beforeAll(async () => {
  host = await sharedHost()
  registry = (await functionRoles(host)).tables.registry
  labour = officerOf(host, ['labour@LS-K'])
  colleague = officerOf(host, ['labour@LS-K'], 'colleague')
  administrator = officerOf(host, ['administrator-office@LS-K'])
}, 240_000)

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

/** A wage claim: the labour desk's, and after it the administrator's office. */
async function aTask(): Promise<string> {
  const arrived = await aBatch(host, { post: 'SP', district: 'LS-K' })
  const { id } = await register(host, arrived, anArrival(arrived, { full: { wages: { owed: true } } }))
  return taskId(id, 'WAGE_CLAIM', 1)
}

async function asIf(task: string, instants: Readonly<Record<string, string>>): Promise<void> {
  const names = Object.keys(instants)
  await pastEveryPolicy(host).send(
    new UpdateItemCommand({
      TableName: registry,
      Key: toStored({ ...registryKeys.task(task) }),
      UpdateExpression: `SET ${names.map(name => `${name} = :${name}`).join(', ')}`,
      ExpressionAttributeValues: toStored(Object.fromEntries(names.map(name => [`:${name}`, instants[name]]))),
    }),
  )
}

async function sweep(): Promise<void> {
  const name = (await host.schedules()).find(one => one.includes('EveryFiveMinutes'))
  if (name === undefined) throw new Error('nothing is scheduled to escalate')
  expect(await host.runSchedule(name)).toHaveProperty('result')
}

const claim = (by: Officer, task: string, claimId: string = crypto.randomUUID(), revision = 1) =>
  by.ask(followUpRoutes.claimTask, { params: { taskId: task, claimId }, body: aClaim({ revision }) })

async function inList(by: Officer, task: string, state: 'OPEN' | 'CLAIMED') {
  const { tasks } = await by.must(followUpRoutes.listTasks, { query: { place: 'LS-K', state } })
  return tasks.find(one => one.taskId === task)
}

async function recorded(task: string): Promise<string[]> {
  const auditor = officerOf(host, ['auditor@*'])
  const { lines } = await auditor.must(auditRoutes.readAudit, { params: { subjectId: task } })
  return lines.filter(({ officerId }) => officerId === 'escalation').map(({ action }) => action)
}

const noticesOf = (district: string): string[] =>
  globSync(`sns/*${district.replace('-', '')}*.jsonl`, { cwd: host.dataFolder }).flatMap(file =>
    readFileSync(join(host.dataFolder, file), 'utf8').trim().split('\n'),
  )

it('gives a task back to its desk when the claim has lapsed, and on record', async () => {
  const task = await aTask()
  expect((await claim(labour, task)).status).toBe(201)
  await sweep()
  expect(await inList(labour, task, 'CLAIMED')).toMatchObject({ mine: true })
  expect(await claim(colleague, task, undefined, 2)).toMatchObject({ status: 409, word: 'task-already-claimed' })

  await asIf(task, { lapsesAt: hoursAgo(1) })
  await sweep()
  expect(await inList(labour, task, 'CLAIMED')).toBeUndefined()
  const open = await inList(colleague, task, 'OPEN')
  expect(open).toMatchObject({ mine: false, overdue: false })
  expect(await recorded(task)).toEqual(['lapseClaim'])

  const late = { params: { taskId: task, completionId: crypto.randomUUID() }, body: aCompletion() }
  expect(await labour.ask(followUpRoutes.completeTask, late)).toMatchObject({ status: 409, word: 'task-not-yours' })
  expect((await claim(colleague, task, undefined, open?.revision)).status).toBe(201)
})

it('calls the next on the roster to a task overdue, once, and tells the district in words that say nothing', async () => {
  const task = await aTask()
  await sweep()
  expect(await inList(administrator, task, 'OPEN')).toBeUndefined()
  expect((await claim(administrator, task)).status).toBe(404)
  await host.settled()
  const before = noticesOf('LS-K').length

  const dueAt = hoursAgo(2)
  await asIf(task, { dueAt, workOrder: workOrder(dueAt, task) })
  await sweep()
  await sweep()
  expect(await inList(labour, task, 'OPEN')).toMatchObject({ overdue: true })
  const seen = await inList(administrator, task, 'OPEN')
  expect(seen).toMatchObject({ overdue: true })
  expect(await recorded(task)).toEqual(['escalateTask'])
  expect((await claim(administrator, task, undefined, seen?.revision)).status).toBe(201)

  await host.settled()
  const notices = noticesOf('LS-K').slice(before)
  expect(notices.map(line => JSON.parse(line).message)).toEqual([districtNotice])
  for (const notice of notices) for (const hidden of [task, 'labour', 'WAGE']) expect(notice).not.toContain(hidden)
})
