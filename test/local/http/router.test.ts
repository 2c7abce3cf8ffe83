import { expect, it } from 'vitest'
import { createRouter } from '../../../local/http/router.ts'

const routes = [
  'GET /v1/tasks',
  'GET /v1/tasks/{taskId}',
  'GET /v1/tasks/mine',
  'POST /v1/tasks/{taskId}/claim',
  'ANY /v1/{proxy+}',
]
const find = createRouter(routes.map(key => ({ key, functionArn: key, scopes: [] })))

it.each<[string, string, string | undefined, Record<string, string>]>([
  ['GET', '/v1/tasks', 'GET /v1/tasks', {}],
  ['GET', '/v1/tasks/mine', 'GET /v1/tasks/mine', {}],
  ['GET', '/v1/tasks/a%2Fb', 'GET /v1/tasks/{taskId}', { taskId: 'a/b' }],
  ['POST', '/v1/tasks/1/claim', 'POST /v1/tasks/{taskId}/claim', { taskId: '1' }],
  ['PUT', '/v1/tasks/1/x', 'ANY /v1/{proxy+}', { proxy: 'tasks/1/x' }],
  ['GET', '/v2/tasks', undefined, {}],
  ['GET', '/v1', undefined, {}],
])('%s %s is %s', (method, path, key, parameters) => {
  const match = find(method, path)
  expect(match?.route.key).toBe(key)
  if (match !== undefined) expect(match.parameters).toEqual(parameters)
})

it('falls back to $default', () => {
  const withDefault = createRouter([{ key: '$default', functionArn: 'all', scopes: [] }])
  expect(withDefault('GET', '/anything')?.route.functionArn).toBe('all')
})
