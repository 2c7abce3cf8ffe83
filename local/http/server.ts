/** The public port: sign-in under /oidc, `/config.json`, and the distribution for everything else. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { SignIn } from '../sign-in/provider.ts'
import { maxRequestBytes } from './http-api.ts'
import { type ApiReply, type ApiRequest, jsonReply } from './payload.ts'

export interface PublicServerOptions {
  readonly server: Server
  readonly siteUrl: string
  readonly signIn: SignIn
  /** What the web application reads first: where to sign in, and as which application. */
  readonly configuration: object
  distribution(request: ApiRequest): Promise<ApiReply>
  onFault(error: unknown): void
}

/** Deployed, signing in happens on Cognito's pages, under their policy; these are ours and nothing more. */
const signInPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'"

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    // One byte too many is enough to refuse it: the rest is read and dropped, so that the caller hears why.
    if (size <= maxRequestBytes + 1) parts.push(part)
    else if (parts.length > 0) parts.splice(0, parts.length, Buffer.alloc(maxRequestBytes + 1))
  }
  return Buffer.concat(parts)
}

function send(response: ServerResponse, { status, headers, cookies, body }: ApiReply, withBody: boolean): void {
  response.writeHead(status, {
    ...headers,
    ...(cookies.length > 0 ? { 'set-cookie': [...cookies] } : {}),
    'content-length': body.length,
  })
  response.end(withBody ? body : undefined)
}

/** Listens on 127.0.0.1; rejects with the system's error where the port is taken. */
export async function listen(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  return { server, port: address.port }
}

export function serve(options: PublicServerOptions): void {
  const { server, siteUrl, signIn, distribution, onFault } = options
  const configuration = jsonReply(200, options.configuration, { 'cache-control': 'no-cache' })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Not resolved against the site: `//` or another site's address in the request line would lead elsewhere.
    const url = URL.parse(siteUrl + request.url)
    if (url === null) return send(response, jsonReply(400, { message: 'Bad Request' }), true)
    if (url.pathname === '/oidc' || url.pathname.startsWith('/oidc/')) {
      response.setHeader('content-security-policy', signInPolicy)
      return signIn.handle(request, response)
    }
    const isHead = request.method === 'HEAD'
    if (url.pathname === '/config.json') return send(response, configuration, !isHead)
    const reply = await distribution({
      method: isHead && !url.pathname.startsWith('/v1/') ? 'GET' : (request.method ?? 'GET'),
      url,
      headers: request.headers,
      body: await readBody(request),
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    })
    send(response, reply, !isHead)
  }

  server.keepAliveTimeout = 60_000
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(error => {
      onFault(error)
      if (response.headersSent) response.destroy()
      else send(response, jsonReply(500, { message: 'Internal Server Error' }), true)
    })
  })
}
