/** Giving a task back, through the whole chain on a real database. */
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { toStored } from '../../../functions/platform/stored.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { aCallTask } from '../../builders/task.ts'
import { aClaim, aRelease } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'

const groups = ['administrator-office@LS-C']

describe('giving a task back', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  const claimedTask = async () => {
    const { taskId } = aCallTask()
    await desks.raise(aCallTask({ taskId }))
    return { taskId, ...(await claim(taskId, 1)) }
  }
  const claim = async (taskId: string, revision: number) => {
    const params = { taskId, claimId: crypto.randomUUID() }
    const { status, body } = await desks.ask('claimTask', { groups, params, body: aClaim({ revision }) })
    expect(status).toBe(201)
    return { lapsesAt: String(body['lapsesAt']) }
  }
  const release = (
    taskId: string,
    releaseId: string = crypto.randomUUID(),
    reason = 'On leave',
    officer = 'officer-1',
  ) => desks.ask('releaseTask', { groups, officer, params: { taskId, releaseId }, body: aRelease({ reason }) })

  it('opens it to the others again and keeps the reason', async () => {
    const { taskId } = await claimedTask()
    const releaseId = crypto.randomUUID()
    expect((await release(taskId, releaseId)).status).toBe(201)
    const task = await desks.taskAsStored(taskId)
    expect(task).toMatchObject({ state: 'OPEN', revision: 3 })
    expect(task).not.toHaveProperty('claimedBy')
    expect(task).not.toHaveProperty('claimDeviceTime')
    const { Items = [] } = await desks.client.send(
      new QueryCommand({
        TableName: desks.tables.registry,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: toStored({
          ':pk': registryKeys.task(taskId).pk,
          ':sk': registryKeys.taskRelease(taskId, releaseId).sk,
        }),
      }),
    )
    expect(Items.map(item => unmarshall(item))).toMatchObject([
      { reason: 'On leave', officerId: 'officer-1', deviceTime: aRelease().deviceTime, releasedAt: startOfTest },
    ])
    expect((await desks.auditOf(taskId)).map(({ action, commandId }) => [action, commandId])).toContainEqual([
      'releaseTask',
      releaseId,
    ])
  })

  it('is harmless twice, even when the task was claimed anew in between', async () => {
    const { taskId } = await claimedTask()
    const releaseId = crypto.randomUUID()
    const first = await release(taskId, releaseId)
    await claim(taskId, 3)
    expect(await release(taskId, releaseId)).toEqual(first)
    expect(await desks.taskAsStored(taskId)).toMatchObject({ state: 'CLAIMED', claimedBy: 'officer-1' })
    expect((await release(taskId, releaseId, 'Another reason')).body['word']).toBe('identifier-reused')
  })

  it('is for who holds it', async () => {
    const { taskId, lapsesAt } = await claimedTask()
    expect((await release(taskId, undefined, undefined, 'officer-2')).body['word']).toBe('task-not-yours')
    desks.setClock(lapsesAt)
    expect((await release(taskId)).body['word']).toBe('task-not-yours')
    desks.setClock(startOfTest)
    expect((await release(taskId)).status).toBe(201)
    expect((await release(taskId)).body['word']).toBe('task-not-yours')
  })

  it('needs a reason, and knows no task out of scope', async () => {
    const { taskId } = await claimedTask()
    expect((await release(taskId, undefined, '  ')).body['word']).toBe('invalid-fields')
    const params = { taskId, releaseId: crypto.randomUUID() }
    const elsewhere = { groups: ['administrator-office@LS-D'], params, body: aRelease() }
    expect((await desks.ask('releaseTask', elsewhere)).body['word']).toBe('not-found')
  })
})
