/** Sending to queues. Nothing here receives: a queue of this system holds what a person must look at. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { AwsService } from './gateway.ts'
import { jsonAnswer, operationOf, readInput } from './json-call.ts'
import type { MessageFiles } from './message-files.ts'
import type { Permissions } from './permissions.ts'
import { AwsRefusal, accessDenied, jsonRefusal } from './refusal.ts'

export interface SqsOptions {
  /** Queue URL, as the template's `Ref` says it, to ARN. */
  readonly queues: ReadonlyMap<string, string>
  readonly files: MessageFiles
  readonly permissions: Permissions
}

const SendInput = z.object({ QueueUrl: z.string(), MessageBody: z.string() })

export function sqsService({ queues, files, permissions }: SqsOptions): AwsService {
  return {
    refuse: jsonRefusal,
    async handle(call) {
      if (operationOf(call) !== 'SendMessage')
        throw new AwsRefusal('UnknownOperationException', `The local host knows no ${operationOf(call)} of SQS`)
      const { QueueUrl, MessageBody } = readInput(SendInput, call)
      const arn = queues.get(QueueUrl)
      if (arn === undefined) throw new AwsRefusal('QueueDoesNotExist', 'The specified queue does not exist.')
      const ask = { action: 'sqs:SendMessage', resource: arn }
      if (!(await permissions.allows(call.principal, ask))) throw accessDenied(call.principal, ask)
      const MessageId = await files.append(arn, { body: MessageBody })
      return jsonAnswer({ MessageId, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') })
    },
  }
}
