/** Answers as the template's distribution would: chooses the origin by path, adds headers, replaces error pages. */
import { runInNewContext } from 'node:vm'
import * as z from 'zod/mini'
import type { HostedSite, SiteBehaviour } from '../template/site.ts'
import type { HttpApi } from './http-api.ts'
import type { ApiReply, ApiRequest } from './payload.ts'
import type { StaticFiles } from './static-files.ts'

const toExpression = (pattern: string): RegExp =>
  new RegExp(
    `^/?${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )

const FunctionResult = z.object({ uri: z.string() })

/** Runs a CloudFront function on the path and returns the path it wants. Such a function may only rewrite here. */
function rewriter(code: string): (request: ApiRequest) => string {
  const handler: unknown = runInNewContext(`${code}\nhandler`)
  if (typeof handler !== 'function') throw new Error('a CloudFront function declares no handler')
  return ({ url, method }) => {
    const result: unknown = handler({
      request: { method, uri: url.pathname, querystring: {}, headers: {}, cookies: {} },
    })
    return FunctionResult.parse(result).uri
  }
}

export interface DistributionOptions {
  readonly site: HostedSite
  readonly api: HttpApi
  readonly files: StaticFiles
}

export function createDistribution({
  site,
  api,
  files,
}: DistributionOptions): (request: ApiRequest) => Promise<ApiReply> {
  const behaviours = site.behaviours.map(behaviour => ({
    behaviour,
    matches: behaviour.pattern === undefined ? /^/ : toExpression(behaviour.pattern),
    rewrite: behaviour.viewerRequestCode === undefined ? undefined : rewriter(behaviour.viewerRequestCode),
  }))

  async function fromOrigin(behaviour: SiteBehaviour, request: ApiRequest, path: string): Promise<ApiReply> {
    if (behaviour.api) {
      const url = new URL(behaviour.originPath + path + request.url.search, request.url)
      return api({ ...request, url, headers: { ...request.headers, ...behaviour.originHeaders } })
    }
    return files(path === '/' ? `/${site.rootObject}` : path)
  }

  return async request => {
    const chosen = behaviours.find(({ matches }) => matches.test(request.url.pathname))
    if (chosen === undefined) throw new Error('the distribution has no default behaviour')
    const { behaviour, rewrite } = chosen
    let reply = await fromOrigin(behaviour, request, rewrite?.(request) ?? request.url.pathname)
    const errorPage = site.errorPages.get(reply.status)
    if (errorPage !== undefined) {
      const page = await files(errorPage.path)
      if (page.status === 200) reply = { ...page, status: errorPage.status }
    }
    return { ...reply, headers: { ...reply.headers, ...behaviour.responseHeaders } }
  }
}
