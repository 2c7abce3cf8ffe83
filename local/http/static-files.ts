/** The built web application, as the site's bucket would give it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { ApiReply } from './payload.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

export type StaticFiles = (path: string) => Promise<ApiReply>

/** A bucket that may not be listed says 403 for what it does not hold. */
const missing: ApiReply = {
  status: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  cookies: [],
  body: Buffer.from('no such file'),
}

export function staticFiles(folder: string): StaticFiles {
  const root = normalize(folder + sep)
  return async path => {
    const file = join(root, decode(path))
    if (!file.startsWith(root)) return missing
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) return missing
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    // Built files carry their hash in their name; everything else is asked for again.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return {
      status: 200,
      headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream', etag, 'cache-control': cache },
      cookies: [],
      body,
    }
  }
}
