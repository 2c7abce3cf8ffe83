/** Serves a built web folder as the distribution does: the content security policy on every answer, pages by address. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; media-src blob:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

export interface StaticServer {
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** `extra` are files beside the built ones, by path: `/config.json`. */
export async function serveStatic(folder: string, extra: Readonly<Record<string, string>> = {}): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://any').pathname
    const wanted = extname(path) === '' ? '/index.html' : normalize(path)
    response.setHeader('content-security-policy', contentSecurityPolicy)
    response.setHeader('content-type', mediaTypes[extname(wanted)] ?? 'application/octet-stream')
    const content = extra[wanted] ?? (await readFile(join(folder, wanted)).catch(() => undefined))
    if (content === undefined) response.writeHead(404).end()
    else response.end(content)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
