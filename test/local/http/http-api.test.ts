import { describe, expect, it } from 'vitest'
import { createHttpApi } from '../../../local/http/http-api.ts'
import type { ApiRequest } from '../../../local/http/payload.ts'
import type { InvocationOutcome } from '../../../local/lambda/runner.ts'
import type { HostedApi } from '../../../local/template/api.ts'

const apiOf = (stage: string): HostedApi => ({
  id: 'api',
  stage,
  routes: [{ key: 'GET /v1/tasks/{taskId}', functionArn: 'tasks', scopes: [] }],
})
const request = (path: string): ApiRequest => ({
  method: 'GET',
  url: new URL(path, 'http://127.0.0.1:1'),
  headers: {},
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
})

async function answer(outcome: InvocationOutcome | undefined | 'never', path = '/v1/tasks/1', stage = '$default') {
  const events: string[] = []
  const api = createHttpApi({
    api: apiOf(stage),
    authorize: async () => ({ refusal: 'unauthorized' }),
    timeoutMilliseconds: 20,
    async invoke(_route, event) {
      events.push(event)
      return outcome === 'never' ? new Promise(() => {}) : outcome
    },
  })
  const { status, headers, body } = await api(request(path))
  return { status, type: headers['content-type'], body: body.toString(), events }
}

describe('an HTTP API', () => {
  it('gives up on a function after its time', async () => {
    expect(await answer('never')).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' })
  })

  it.each<[string, InvocationOutcome | undefined]>([
    ['a function it may not invoke', undefined],
    ['a function that threw', { error: { errorType: 'Error', errorMessage: 'secret', trace: [] } }],
    [
      'an answer over six megabytes',
      { result: JSON.stringify({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) }) },
    ],
    ['an answer with a status that is none', { result: '{"statusCode":"fine"}' }],
  ])('says nothing but 500 for %s', async (_what, outcome) => {
    expect(await answer(outcome)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' })
  })

  it('takes a result without a status as a body', async () => {
    expect(await answer({ result: '{"a":1}' })).toMatchObject({
      status: 200,
      type: 'application/json',
      body: '{"a":1}',
    })
  })

  it('decodes what the function encoded', async () => {
    const result = JSON.stringify({ statusCode: 200, isBase64Encoded: true, body: Buffer.from('é').toString('base64') })
    expect(await answer({ result })).toMatchObject({ status: 200, body: 'é' })
  })

  it('answers under the name of its stage only, and names it in the path', async () => {
    expect(await answer({ result: '{}' }, '/v1/tasks/1', 'secret')).toMatchObject({ status: 404, events: [] })
    const inStage = await answer({ result: '{}' }, '/secret/v1/tasks/1', 'secret')
    expect(inStage.status).toBe(200)
    expect(JSON.parse(inStage.events[0] ?? '')).toMatchObject({
      rawPath: '/secret/v1/tasks/1',
      pathParameters: { taskId: '1' },
      requestContext: { stage: 'secret' },
    })
  })
})
