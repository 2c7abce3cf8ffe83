/** Publishing to topics: the query protocol in, XML out. */
import type { AwsCall, AwsReply, AwsService } from './gateway.ts'
import type { MessageFiles } from './message-files.ts'
import type { Permissions } from './permissions.ts'
import { AwsRefusal, accessDenied, queryRefusal } from './refusal.ts'

export interface SnsOptions {
  readonly topics: ReadonlySet<string>
  readonly files: MessageFiles
  readonly permissions: Permissions
}

const answer = (action: string, result: string): AwsReply => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result></${action}Response>`,
})

/** The message whose fields stand under this prefix of the form. */
function readMessage(form: URLSearchParams, prefix: string): object {
  const attributes: Record<string, string> = {}
  for (let index = 1; form.has(`${prefix}MessageAttributes.entry.${index}.Name`); index += 1) {
    const entry = `${prefix}MessageAttributes.entry.${index}`
    attributes[form.get(`${entry}.Name`) ?? ''] = form.get(`${entry}.Value.StringValue`) ?? ''
  }
  const subject = form.get(`${prefix}Subject`)
  return {
    ...(subject === null ? {} : { subject }),
    message: form.get(`${prefix}Message`) ?? '',
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  }
}

export function snsService({ topics, files, permissions }: SnsOptions): AwsService {
  async function publishBatch(topic: string, form: URLSearchParams): Promise<AwsReply> {
    const done: string[] = []
    for (let index = 1; form.has(`PublishBatchRequestEntries.member.${index}.Id`); index += 1) {
      const prefix = `PublishBatchRequestEntries.member.${index}.`
      const messageId = await files.append(topic, readMessage(form, prefix))
      done.push(`<member><Id>${form.get(`${prefix}Id`)}</Id><MessageId>${messageId}</MessageId></member>`)
    }
    return answer('PublishBatch', `<Successful>${done.join('')}</Successful><Failed/>`)
  }

  return {
    refuse: queryRefusal,
    async handle({ principal, body }: AwsCall) {
      const form = new URLSearchParams(body.toString('utf8'))
      const action = form.get('Action') ?? ''
      const topic = form.get('TopicArn') ?? ''
      const ask = { action: 'sns:Publish', resource: topic }
      if (!(await permissions.allows(principal, ask))) throw accessDenied(principal, ask)
      if (!topics.has(topic)) throw new AwsRefusal('NotFound', 'Topic does not exist', 404)
      if (action === 'PublishBatch') return publishBatch(topic, form)
      if (action !== 'Publish') throw new AwsRefusal('InvalidAction', `The local host knows no ${action} of SNS`)
      return answer('Publish', `<MessageId>${await files.append(topic, readMessage(form, ''))}</MessageId>`)
    },
  }
}
