import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type LocalHost, startHost } from '../harness/local-host.ts'
import { ask, call } from './ask.ts'

let host: LocalHost
beforeAll(async () => {
  host = await startHost({ assembly: 'fixture' })
})
afterAll(() => host?.stop())

const Echo = z.looseObject({
  version: z.string(),
  routeKey: z.string(),
  rawPath: z.string(),
  rawQueryString: z.string(),
  cookies: z.optional(z.array(z.string())),
  headers: z.record(z.string(), z.string()),
  queryStringParameters: z.optional(z.record(z.string(), z.string())),
  pathParameters: z.optional(z.record(z.string(), z.string())),
  requestContext: z.looseObject({
    authorizer: z.optional(
      z.object({ jwt: z.object({ claims: z.record(z.string(), z.string()), scopes: z.unknown() }) }),
    ),
    http: z.looseObject({ method: z.string(), path: z.string() }),
  }),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
})
const echo = async (response: Response) => Echo.parse(await response.json())

describe('the HTTP API', () => {
  it('answers a public route without a token', async () => {
    const response = await fetch(`${host.url}/v1/public`)
    expect(response.status).toBe(200)
    expect((await echo(response)).requestContext.authorizer).toBeUndefined()
  })

  it.each([
    ['no token', {}],
    ['no JWT', { authorization: 'Bearer nonsense' }],
    [
      'a JWT of somebody else',
      { authorization: `Bearer ${['{"alg":"RS256"}', '{"sub":"x"}', 'x'].map(btoa).join('.')}` },
    ],
  ])('refuses %s', async (_name, headers) => {
    const response = await fetch(`${host.url}/v1/echo/1`, { headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ message: 'Unauthorized' })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })

  it.each([
    ['//', 403],
    ['//elsewhere/v1', 403],
    ['*', 400],
  ])('takes the address %s for a file of its own, or for no address', async (path, status) => {
    const { hostname, port } = new URL(host.url)
    const [response] = await once(request({ hostname, port, path }).end(), 'response')
    expect(response.statusCode).toBe(status)
    response.resume()
  })

  it('knows no route outside the template', async () => {
    const response = await call(host, '/v1/nothing')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ message: 'Not Found' })
  })

  it('hands claims over as an HTTP API does: every array as one string', async () => {
    const event = await echo(await call(host, '/v1/echo/1', undefined, 'supervisor-fb'))
    const claims = event.requestContext.authorizer?.jwt.claims
    expect(claims).toMatchObject({
      'cognito:groups': '[supervisor@FB]',
      token_use: 'access',
      username: 'supervisor-fb',
    })
    expect(claims?.['sub']).toMatch(/^[\da-f-]{36}$/)
    expect(claims).not.toHaveProperty('aud')
  })

  it('gives events in payload format 2.0', async () => {
    const token = await host.token('reception-mb')
    const response = await fetch(`${host.url}/v1/echo/a%20b/c/d?x=1&x=2&y=%26`, {
      headers: { authorization: `Bearer ${token}`, cookie: 'one=1; two=2', 'X-Thing': 'yes' },
    })
    expect(await echo(response)).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/echo/{id}/{proxy+}',
      pathParameters: { id: 'a b', proxy: 'c/d' },
      rawQueryString: 'x=1&x=2&y=%26',
      queryStringParameters: { x: '1,2', y: '&' },
      cookies: ['one=1', 'two=2'],
      headers: { 'x-thing': 'yes' },
      isBase64Encoded: false,
    })
  })

  it('hands a compressed body over as base64', async () => {
    const response = await fetch(`${host.url}/v1/echo/1`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await host.token('reception-mb')}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: new Uint8Array([31, 139, 0, 255]),
    })
    expect(await echo(response)).toMatchObject({ isBase64Encoded: true, body: 'H4sA/w==' })
  })

  it('refuses what is larger than ten megabytes', async () => {
    const response = await call(host, '/v1/echo/1', 'x'.repeat(10 * 1024 * 1024))
    expect(response.status).toBe(413)
  })

  it('keeps status, headers and cookies of the function', async () => {
    const response = await call(host, '/v1/fail/not')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/plain')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.text()).toBe('fine')
  })
})

const logged = (): Record<string, unknown>[] =>
  globSync(join(host.dataFolder, 'logs', 'Service-api*.jsonl')).flatMap(file =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  )

describe('a function that fails', () => {
  it.each(['throw', 'exit'])('answers 500 and works again after: %s', async how => {
    const response = await call(host, `/v1/fail/${how}`)
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ message: 'Internal Server Error' })
    expect((await call(host, '/v1/public')).status).toBe(200)
  })

  it('works again after a rejection that nobody catches', async () => {
    expect((await call(host, '/v1/fail/late')).status).toBe(200)
    await expect.poll(logged).toContainEqual(expect.objectContaining({ message: 'function-crashed' }))
    await expect.poll(async () => (await call(host, '/v1/public')).status).toBe(200)
  })

  it('is ended where it blocks its thread, and works again', async () => {
    expect((await call(host, '/v1/fail/spin')).status).toBe(500)
    expect((await call(host, '/v1/public')).status).toBe(200)
    expect(logged()).toContainEqual(
      expect.objectContaining({ message: 'invocation-failed', errorType: 'Sandbox.Timedout' }),
    )
  })
})

describe('the environment of a function', () => {
  it('holds nothing of the host', async () => {
    const { answer } = await ask(host, 'environment')
    const { names } = z.object({ names: z.array(z.string()) }).parse(answer)
    expect(names).toContain('LEDGER_TABLE')
    expect(names).toContain('AWS_ENDPOINT_URL_DYNAMODB')
    expect(z.object({ region: z.string() }).parse(answer).region).toBe('af-south-1')
    expect(names).not.toContain('PATH')
    expect(names).not.toContain('KAMOHELO_DATA')
  })
})

describe('the site', () => {
  it('sends the headers of the template', async () => {
    const response = await call(host, '/v1/public')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'self'; form-action 'self'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('tells the web application where to sign in', async () => {
    const configuration = await (await fetch(`${host.url}/config.json`)).json()
    expect(configuration).toEqual({
      issuer: `${host.url}/oidc`,
      clientId: host.clientId,
      scope: 'openid profile',
      redirectPath: '/signed-in',
    })
  })
})
