import { describe, expect, it } from 'vitest'
import { createDistribution } from '../../../local/http/distribution.ts'
import { type ApiReply, jsonReply } from '../../../local/http/payload.ts'
import type { HostedSite, SiteBehaviour } from '../../../local/template/site.ts'

const behaviour: SiteBehaviour = { api: false, originPath: '', originHeaders: {}, responseHeaders: {} }
const site: HostedSite = {
  rootObject: 'index.html',
  behaviours: [
    { ...behaviour, pattern: '/v1/*', api: true, originPath: '/stage', originHeaders: { 'x-door': 'one' } },
    {
      ...behaviour,
      responseHeaders: { 'content-security-policy': "default-src 'none'" },
      viewerRequestCode:
        "function handler(event) { var request = event.request; if (request.uri.indexOf('.') < 0) request.uri = '/index.html'; return request }",
    },
  ],
  errorPages: new Map(),
}
const file = (text: string): ApiReply => ({ status: 200, headers: {}, cookies: [], body: Buffer.from(text) })

async function answer(path: string, changed: Partial<HostedSite> = {}) {
  const asked: [string, unknown][] = []
  const distribution = createDistribution({
    site: { ...site, ...changed },
    async api({ url, headers }) {
      asked.push([url.pathname + url.search, headers['x-door']])
      return jsonReply(404, { message: 'Not Found' })
    },
    files: async wanted => (wanted === '/index.html' ? file('the app') : { ...file('none'), status: 403 }),
  })
  const url = new URL(path, 'http://127.0.0.1:1')
  const reply = await distribution({ method: 'GET', url, headers: {}, body: Buffer.alloc(0), sourceIp: '127.0.0.1' })
  return { status: reply.status, headers: reply.headers, body: reply.body.toString(), asked }
}

describe('a distribution', () => {
  it('passes to the API what it is asked, with the path and headers of its origin', async () => {
    const { asked, status } = await answer('/v1/tasks?state=OPEN')
    expect(asked).toEqual([['/stage/v1/tasks?state=OPEN', 'one']])
    expect(status).toBe(404)
  })

  it.each(['/', '/tasks/1', '/signed-in?code=1'])('shows the app for %s, with its headers', async path => {
    const { body, headers, asked } = await answer(path)
    expect(body).toBe('the app')
    expect(headers['content-security-policy']).toBe("default-src 'none'")
    expect(asked).toEqual([])
  })

  it('has no page for a missing file', async () => {
    expect((await answer('/missing.js')).status).toBe(403)
  })

  it('replaces the error of whichever origin by its page, the API included', async () => {
    const errorPages = new Map([[404, { path: '/index.html', status: 200 }]])
    expect(await answer('/v1/tasks', { errorPages })).toMatchObject({ status: 200, body: 'the app' })
  })
})
