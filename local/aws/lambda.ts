/** One function invoking another: waits for the answer, or hands the event over. */
import type { Functions } from '../lambda/functions.ts'
import type { AwsService } from './gateway.ts'
import type { Permissions } from './permissions.ts'
import { AwsRefusal, accessDenied, restRefusal } from './refusal.ts'

export interface LambdaOptions {
  readonly account: string
  readonly region: string
  readonly functions: Functions
  readonly permissions: Permissions
}

export function lambdaService({ account, region, functions, permissions }: LambdaOptions): AwsService {
  return {
    refuse: restRefusal,
    async handle({ principal, method, url, headers, body }) {
      const [, encoded] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(url.pathname) ?? []
      if (method !== 'POST' || encoded === undefined)
        throw new AwsRefusal('UnknownOperationException', 'The local host only invokes functions', 404)
      const name = decodeURIComponent(encoded)
      const hosted = functions.find(name)
      const resource = hosted?.arn ?? `arn:aws:lambda:${region}:${account}:function:${name.split(':').at(-1)}`
      const ask = { action: 'lambda:InvokeFunction', resource }
      if (!(await permissions.allows(principal, ask))) throw accessDenied(principal, ask)
      if (hosted === undefined)
        throw new AwsRefusal('ResourceNotFoundException', `Function not found: ${resource}`, 404)

      const event = body.length === 0 ? '{}' : body.toString('utf8')
      if (headers['x-amz-invocation-type'] === 'Event') {
        await functions.invokeLater(hosted, event)
        return { status: 202, headers: {}, body: '' }
      }
      const outcome = await functions.invoke(hosted, event)
      const executed = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' }
      return 'error' in outcome
        ? {
            status: 200,
            headers: { ...executed, 'x-amz-function-error': 'Unhandled' },
            body: JSON.stringify(outcome.error),
          }
        : { status: 200, headers: executed, body: outcome.result }
    },
  }
}
