import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { demoUsers } from '../../local/demo-users.ts'
import { type LocalHost, startHost } from '../harness/local-host.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'kamohelo-sign-in-'))
let host: LocalHost
beforeAll(async () => {
  host = await startHost({ assembly: 'fixture', dataFolder })
})
afterAll(async () => {
  await host?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** As a browser: keeps cookies, follows redirects until one leads to our own application. */
class Browser {
  readonly cookies = new Map<string, string>()

  async open(address: string, form?: Record<string, string>): Promise<{ url: URL; page: string; status: number }> {
    let url = new URL(address, host.url)
    let body = form === undefined ? undefined : new URLSearchParams(form)
    for (;;) {
      const response = await fetch(url, {
        redirect: 'manual',
        method: body === undefined ? 'GET' : 'POST',
        headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body === undefined ? {} : { body }),
      })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        this.cookies.set(name, value)
      }
      const location = response.headers.get('location')
      if (location === null) return { url, page: await response.text(), status: response.status }
      url = new URL(location, url)
      if (url.pathname === '/signed-in') return { url, page: '', status: response.status }
      body = undefined
    }
  }
}

const verifier = randomBytes(32).toString('base64url')
const authorizationUrl = (changes: Record<string, string> = {}): string => {
  const parameters = {
    client_id: host.clientId,
    redirect_uri: `${host.url}/signed-in`,
    response_type: 'code',
    scope: host.scope,
    state: 'state-of-the-page',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  return `${host.issuer}/auth?${new URLSearchParams(parameters)}`
}

const Tokens = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  token_type: z.string(),
})

const askForTokens = (parameters: Record<string, string>): Promise<Response> =>
  fetch(`${host.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: host.clientId, ...parameters }),
  })

async function signIn(browser: Browser, username: string): Promise<z.infer<typeof Tokens>> {
  const { page, url } = await browser.open(authorizationUrl())
  expect(page).toContain(`value="${username}"`)
  const landed = await browser.open(url.href, { username })
  expect(landed.url.searchParams.get('state')).toBe('state-of-the-page')
  const response = await askForTokens({
    grant_type: 'authorization_code',
    code: landed.url.searchParams.get('code') ?? '',
    redirect_uri: `${host.url}/signed-in`,
    code_verifier: verifier,
  })
  const answer = await response.json()
  return Tokens.parse(answer)
}

const useToken = async (token: string): Promise<number> =>
  (await fetch(`${host.url}/v1/echo/1`, { headers: { authorization: `Bearer ${token}` } })).status

describe('signing in', () => {
  it('lists every demo user', async () => {
    const { page } = await new Browser().open(authorizationUrl())
    for (const { username, name } of demoUsers) {
      expect(page).toContain(`value="${username}"`)
      expect(page).toContain(name)
    }
  })

  it('gives the access token that Cognito would give, for fifteen minutes', async () => {
    const tokens = await signIn(new Browser(), 'screening-mb')
    expect(tokens).toMatchObject({ expires_in: 900, token_type: 'Bearer' })
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256' })
    const claims = decodeJwt(tokens.access_token)
    expect(claims).toMatchObject({
      iss: host.issuer,
      client_id: host.clientId,
      token_use: 'access',
      'cognito:groups': ['screening@MB'],
      username: 'screening-mb',
      scope: host.scope,
    })
    expect(claims).not.toHaveProperty('aud')
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900)
    expect(await useToken(tokens.access_token)).toBe(200)
  })

  it('gives an id token with the name and the groups', async () => {
    const tokens = await signIn(new Browser(), 'screening-mb')
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      aud: host.clientId,
      name: 'Lineo Ramatla',
      'cognito:groups': ['screening@MB'],
    })
    expect(decodeJwt(tokens.id_token).sub).toBe(decodeJwt(tokens.access_token).sub)
  })

  it('says the same of a user as `npm run token` does', async () => {
    const tokens = await signIn(new Browser(), 'auditor')
    const { sub, username, client_id } = decodeJwt(tokens.access_token)
    expect(decodeJwt(await host.token('auditor'))).toMatchObject({ sub, username, client_id })
  })

  it('is refused without PKCE, and for another address', async () => {
    const withoutProof = await new Browser().open(authorizationUrl({ code_challenge: '', code_challenge_method: '' }))
    expect(withoutProof.url.searchParams.get('error')).toBe('invalid_request')
    const elsewhere = await new Browser().open(authorizationUrl({ redirect_uri: 'https://elsewhere.example/' }))
    expect(elsewhere.status).toBe(400)
  })

  it('is renewed by the refresh token, also after a restart on the same data', async () => {
    const tokens = await signIn(new Browser(), 'health-ls-c')
    const port = Number(new URL(host.url).port)
    await host.stop()
    host = await startHost({ assembly: 'fixture', dataFolder, port })
    expect(await useToken(tokens.access_token)).toBe(200)
    const renewed = await askForTokens({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token })
    const { access_token } = Tokens.parse(await renewed.json())
    expect(decodeJwt(access_token)).toMatchObject({ username: 'health-ls-c', 'cognito:groups': ['health@LS-C'] })
    expect(await useToken(access_token)).toBe(200)
  }, 120_000)

  it('asks nobody twice, until they sign out', async () => {
    const browser = new Browser()
    const { id_token } = await signIn(browser, 'analyst')
    const again = await browser.open(authorizationUrl())
    expect(again.url.searchParams.get('code')).toMatch(/./)

    const asked = await browser.open(
      `${host.issuer}/session/end?${new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${host.url}/` })}`,
    )
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.page)?.[1] ?? ''
    await browser.open(`${host.issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
    expect((await browser.open(authorizationUrl())).page).toContain('choose a demo user')
  })
})
