import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { beforeEach, expect, it } from 'vitest'
import { auditStore } from '../../../functions/audit/audit-store.ts'
import { auditRoutes } from '../../../functions/audit/contract.ts'
import { readAudit } from '../../../functions/audit/read-audit.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { toStored } from '../../../functions/platform/stored.ts'
import { auditKeys } from '../../../functions/platform/tables.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { keptLog } from '../../harness/sealed-zone.ts'

const subjectId = '0193a3a0-0000-7000-8000-000000000021'
const caller = { officerId: 'reception-1', grants: [{ role: 'reception', place: 'MB' }] } as const

async function auditDesk() {
  const { client, tables } = await freshTables()
  let minute = 0
  const clock = { now: () => new Date(Date.UTC(2026, 10, 22, 8, minute++)) }
  const audit = createAudit(client, tables.audit, clock)
  const endpoints = [readAudit(auditStore(client, tables.audit))]
  const handler = capability({ endpoints, audit, clock, log: keptLog().log })
  const read = (id: string, groups = ['auditor@*'], query: Record<string, string> = {}) =>
    answerOf(handler, anHttpEvent({ route: auditRoutes.readAudit, params: { subjectId: id }, query, groups }))
  return { audit, read, client, table: tables.audit }
}
let desk: Awaited<ReturnType<typeof auditDesk>>
beforeEach(async () => {
  desk = await auditDesk()
})

it('shows who did and read what, latest first, and of this subject alone', async () => {
  await desk.audit.record({ caller, action: 'putIntake', subjectId, commandId: 'command-1' })
  await desk.audit.record({ caller, action: 'readPerson', subjectId })
  await desk.audit.record({ caller, action: 'readPerson', subjectId: 'somebody-else' })
  const { status, body } = await desk.read(subjectId)
  expect(status).toBe(200)
  expect(body).toEqual({
    more: false,
    lines: [
      {
        at: '2026-11-22T08:01:00.000Z',
        officerId: 'reception-1',
        roles: ['reception@MB'],
        action: 'readPerson',
        subjectId,
      },
      {
        at: '2026-11-22T08:00:00.000Z',
        officerId: 'reception-1',
        roles: ['reception@MB'],
        action: 'putIntake',
        subjectId,
        commandId: 'command-1',
      },
    ],
  })
})

it('records that somebody looked', async () => {
  expect((await desk.read(subjectId)).body).toEqual({ lines: [], more: false })
  expect((await desk.read(subjectId)).body['lines']).toMatchObject([{ action: 'readAudit', roles: ['auditor@*'] }])
})

it('says that there is more than it shows', async () => {
  const at = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString()
  const puts = Array.from({ length: 201 }, (_, index) => ({
    PutRequest: {
      Item: toStored({
        ...auditKeys.entry(subjectId, at(index), String(index)),
        ...{ schemaVersion: 1, at: at(index), officerId: 'o', roles: [], action: 'readPerson', subjectId },
      }),
    },
  }))
  for (let start = 0; start < puts.length; start += 25)
    await desk.client.send(new BatchWriteItemCommand({ RequestItems: { [desk.table]: puts.slice(start, start + 25) } }))
  const { body } = await desk.read(subjectId)
  expect(body['more']).toBe(true)
  expect(body['lines']).toHaveLength(200)
  expect(Array.isArray(body['lines']) && body['lines'][0]).toMatchObject({ at: at(200) })
  const rest = await desk.read(subjectId, undefined, { from: String(body['next']) })
  expect(rest.body).toMatchObject({ more: false, lines: [{ at: at(0) }] })
  expect(rest.body['lines']).toHaveLength(1)
  expect(rest.body).not.toHaveProperty('next')
  expect((await desk.read(subjectId, undefined, { from: 'yesterday' })).body['word']).toBe('invalid-fields')
})

it('is for auditors alone, and for subjects it can name', async () => {
  for (const role of ['administrator@*', 'supervisor@MB', 'protection@*', 'analyst@*'])
    expect((await desk.read(subjectId, [role])).body['word']).toBe('not-permitted')
  expect((await desk.read('a b')).body['word']).toBe('not-found')
  expect((await desk.read('STOCK#MB#BLANKET')).status).toBe(200)
})
