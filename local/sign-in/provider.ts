/**
 * The sign-in of one machine: a real OpenID provider (code with PKCE) that gives the tokens Cognito would give,
 * mounted under /oidc beside the site.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'
import { demoUsers, findDemoUser, findDemoUserBySubject, subjectOf } from '../demo-users.ts'
import type { HostedClient } from '../template/sign-in.ts'
import { cognitoClaims } from './access-token.ts'
import { keepSessions } from './kept-sessions.ts'
import { publicPart, type SignInKeys } from './keys.ts'
import { errorPage, signedOutPage, signInPage, signOutPage, signOutScript, styleSheet } from './page.ts'

export interface SignIn {
  readonly issuer: string
  readonly keys: JWTVerifyGetKey
  /** Answers everything under /oidc. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  save(): Promise<void>
}

export interface SignInOptions {
  /** Where the site stands: `http://127.0.0.1:<port>`. */
  readonly siteUrl: string
  readonly dataFolder: string
  readonly keys: SignInKeys
  readonly client: HostedClient
  onFault(error: unknown): void
}

/** The resource every access token is for: the library makes JWTs for none without. */
const api = 'urn:kamohelo:api'
const sessionSeconds = 12 * 3600

/** The template names deployed addresses; here the same paths stand on this machine. */
function localUrls(urls: readonly string[], siteUrl: string): string[] {
  return [...new Set(urls.map(url => new URL(new URL(url).pathname, siteUrl).href))]
}

function configuration({ siteUrl, dataFolder, keys, client }: SignInOptions) {
  const sessions = keepSessions(join(dataFolder, 'sign-in', 'sessions.json'))
  const scope = client.scopes.join(' ')
  const settings: Configuration = {
    adapter: sessions.adapter,
    clients: [
      {
        client_id: client.clientId,
        redirect_uris: localUrls(client.callbackUrls, siteUrl),
        post_logout_redirect_uris: localUrls(client.logoutUrls, siteUrl),
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        scope,
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    scopes: client.scopes,
    claims: {
      // Cognito puts every attribute the client may read into the id token, whatever else is asked for.
      openid: ['sub', 'name', 'preferred_username', 'email', 'cognito:groups', 'cognito:username'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    ttl: {
      AccessToken: client.accessTokenSeconds,
      AuthorizationCode: 60,
      Grant: client.refreshTokenSeconds,
      IdToken: client.accessTokenSeconds,
      Interaction: 3600,
      RefreshToken: client.refreshTokenSeconds,
      Session: sessionSeconds,
    },
    interactions: { url: (_context, interaction) => `/oidc/interaction/${interaction.uid}` },
    findAccount(_context, subject) {
      const user = findDemoUserBySubject(subject)
      if (user === undefined) return undefined
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          name: user.name,
          preferred_username: user.username,
          email: `${user.username}@example.org`,
          'cognito:groups': user.groups,
          'cognito:username': user.username,
        }),
      }
    },
    async loadExistingGrant(context) {
      const { session, client: asking, provider } = context.oidc
      const known = session?.grantIdFor(client.clientId)
      if (known !== undefined) {
        const found = await provider.Grant.find(known)
        if (found !== undefined) return found
      }
      if (session?.accountId === undefined || asking === undefined) return undefined
      // Our own application: nobody is asked whether it may know who they are.
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId })
      grant.addOIDCScope(scope)
      grant.addResourceScope(api, scope)
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience: api,
          accessTokenFormat: 'jwt',
          accessTokenTTL: client.accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form)
        },
        postLogoutSuccessSource: context => {
          context.body = signedOutPage()
        },
      },
    },
    formats: {
      customizers: {
        jwt(_context, token, { payload }) {
          const user = 'accountId' in token ? findDemoUserBySubject(String(token.accountId)) : undefined
          if (user === undefined || payload === undefined) return
          // Cognito names no audience. The library insists on one, so it is there and not written.
          Object.defineProperty(payload, 'aud', { value: api, enumerable: false })
          Object.assign(payload, cognitoClaims(user, client.clientId), { auth_time: payload['iat'] })
        },
      },
    },
    renderError(context, { error, error_description: description }) {
      context.type = 'html'
      context.body = errorPage(error, description ?? '')
    },
  }
  return { settings, sessions }
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}

export function createSignIn(options: SignInOptions): SignIn {
  const issuer = `${options.siteUrl}/oidc`
  const { settings, sessions } = configuration(options)
  const provider = new Provider(issuer, settings)
  provider.on('server_error', (_context, error) => options.onFault(error))
  const callback = provider.callback()

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await provider.interactionDetails(request, response)
    } catch {
      return send(response, 'text/html', errorPage('expired', 'this sign-in was begun too long ago'), 400)
    }
    if (request.method !== 'POST') return send(response, 'text/html', signInPage(request.url ?? '', demoUsers))
    const user = findDemoUser(new URLSearchParams(await text(request)).get('username') ?? '')
    if (user === undefined) return send(response, 'text/html', signInPage(request.url ?? '', demoUsers), 400)
    await provider.interactionFinished(request, response, { login: { accountId: subjectOf(user) } })
  }

  return {
    issuer,
    keys: createLocalJWKSet({ keys: [publicPart(options.keys)] }),
    save: sessions.save,
    async handle(request, response) {
      const path = new URL(request.url ?? '/', options.siteUrl).pathname
      if (path === '/oidc/sign-in.css') return send(response, 'text/css', styleSheet)
      if (path === '/oidc/sign-out.js') return send(response, 'text/javascript', signOutScript)
      if (path.startsWith('/oidc/interaction/')) return interact(request, response)
      // The provider finds where it is mounted by what is missing at the front of its URL.
      Object.assign(request, { originalUrl: request.url })
      request.url = request.url?.slice('/oidc'.length) ?? '/'
      await callback(request, response)
    },
  }
}
