/** How a door of the benchmark hands a request on to what stands behind it. */
import type { IncomingMessage } from 'node:http'

export async function received(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return new Uint8Array(Buffer.concat(parts))
}

/** The same request to another origin; redirects are the browser's to follow. */
export function passOn(request: IncomingMessage, body: Uint8Array<ArrayBuffer>, origin: string): Promise<Response> {
  const headers = Object.entries(request.headers).filter(([name]) => !['host', 'connection'].includes(name))
  return fetch(new URL(request.url ?? '/', origin), {
    method: request.method ?? 'GET',
    headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
    ...(body.length === 0 ? {} : { body }),
    redirect: 'manual',
  })
}
