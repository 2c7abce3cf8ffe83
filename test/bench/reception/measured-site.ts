/**
 * What a browser is measured on: the running system and the SurveyJS form behind one door that compresses as a
 * distribution does, so that both pages travel alike.
 */
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { passOn, received } from './pass-on.ts'

const packed = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', ''])

const surveyPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Form</title><link rel="stylesheet" href="/survey/form.css"></head><body><main id="survey"></main><script type="module" src="/survey/form.js"></script></body></html>'

/** The form's files by path. */
async function surveyFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'kamohelo-survey-'))
  try {
    await build({
      entryPoints: { form: join(import.meta.dirname, 'survey-form.ts') },
      outdir: folder,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2023',
    })
    return new Map([
      ['/survey/', Buffer.from(surveyPage)],
      ['/survey/form.js', readFileSync(join(folder, 'form.js'))],
      ['/survey/form.css', readFileSync(join(folder, 'form.css'))],
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const surveyTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

export interface MeasuredSite {
  readonly origin: string
  readonly surveyAddress: string
  readonly stop: () => Promise<void>
}

/** Serves `/survey/` itself and everything else from the host, without changing what the host says. */
export async function measuredSite(hostUrl: string): Promise<MeasuredSite> {
  const survey = await surveyFiles()
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://any')
    const type = extname(address.pathname)
    const own = survey.get(address.pathname)
    if (own !== undefined) {
      response.writeHead(200, {
        'content-type': surveyTypes[type] ?? 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=31536000',
      })
      response.end(gzipSync(own))
      return
    }
    const body = await received(request)
    const answer = await passOn(request, body, hostUrl).catch(() => undefined)
    if (answer === undefined) {
      response.writeHead(502).end()
      return
    }
    const content = Buffer.from(await answer.arrayBuffer())
    const said = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-length'))
    const isPacked = packed.has(type) && content.length > 0
    response.writeHead(answer.status, { ...said, ...(isPacked ? { 'content-encoding': 'gzip' } : {}) })
    response.end(isPacked ? gzipSync(content) : content)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  const origin = `http://127.0.0.1:${address.port}`
  return {
    origin,
    surveyAddress: `${origin}/survey/`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
