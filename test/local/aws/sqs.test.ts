import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openMessageFiles } from '../../../local/aws/message-files.ts'
import type { Permissions } from '../../../local/aws/permissions.ts'
import { sqsService } from '../../../local/aws/sqs.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-sqs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const QueueUrl = 'https://sqs.af-south-1.amazonaws.com/000000000000/put-aside'
const arn = 'arn:aws:sqs:af-south-1:000000000000:put-aside'
const files = await openMessageFiles(folder)
const send = (allowed: boolean, body: object) => {
  const permissions: Permissions = { allows: () => allowed, firstRefused: async () => undefined }
  return sqsService({ queues: new Map([[QueueUrl, arn]]), files, permissions }).handle({
    principal: { kind: 'role', roleArn: 'arn:aws:iam::000000000000:role/one', session: 'one' },
    method: 'POST',
    url: new URL('http://gateway/'),
    headers: { 'x-amz-target': 'AmazonSQS.SendMessage' },
    body: Buffer.from(JSON.stringify(body)),
  })
}

it('keeps a message as a line of its queue', async () => {
  const { status } = await send(true, { QueueUrl, MessageBody: 'look at this' })
  expect(status).toBe(200)
  expect(JSON.parse(readFileSync(join(folder, 'put-aside.jsonl'), 'utf8'))).toMatchObject({ body: 'look at this' })
})

it.each<[string, boolean, object]>([
  ['AccessDeniedException', false, { QueueUrl, MessageBody: 'x' }],
  ['QueueDoesNotExist', true, { QueueUrl: 'https://elsewhere', MessageBody: 'x' }],
  ['ValidationException', true, { QueueUrl }],
])('refuses by %s', async (code, allowed, body) => {
  await expect(send(allowed, body)).rejects.toMatchObject({ code })
})
