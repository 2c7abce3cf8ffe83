/** Finds a route as an HTTP API does: the whole path first, then the longest greedy one, then `$default`. */
import type { HostedRoute } from '../template/api.ts'

export interface Match {
  readonly route: HostedRoute
  readonly parameters: Readonly<Record<string, string>>
}

interface Compiled {
  readonly route: HostedRoute
  readonly method: string
  readonly segments: readonly string[]
}

const split = (path: string): string[] => path.split('/').filter(segment => segment !== '')

const greedy = (segment: string | undefined): boolean => segment?.endsWith('+}') === true
const variable = (segment: string): boolean => segment.startsWith('{')

/** Lower is more specific: literal segments before variables, variables before the greedy rest, method before ANY. */
const rank = ({ method, segments }: Compiled): string =>
  segments.map(segment => (greedy(segment) ? 2 : variable(segment) ? 1 : 0)).join('') + (method === 'ANY' ? '9' : '8')

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function match({ segments }: Compiled, path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    if (greedy(segment)) {
      if (path.length <= index) return undefined
      parameters[segment.slice(1, -2)] = path.slice(index).map(decode).join('/')
      return parameters
    }
    const found = path[index]
    if (found === undefined) return undefined
    if (variable(segment)) parameters[segment.slice(1, -1)] = decode(found)
    else if (segment !== found) return undefined
  }
  return path.length === segments.length ? parameters : undefined
}

export function createRouter(routes: readonly HostedRoute[]): (method: string, path: string) => Match | undefined {
  const compiled = routes
    .filter(({ key }) => key !== '$default')
    .map((route): Compiled => {
      const [method = '', path = ''] = route.key.split(' ')
      return { route, method, segments: split(path) }
    })
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
  const fallback = routes.find(({ key }) => key === '$default')

  return (method, path) => {
    const segments = split(path)
    for (const candidate of compiled) {
      if (candidate.method !== method && candidate.method !== 'ANY') continue
      const parameters = match(candidate, segments)
      if (parameters !== undefined) return { route: candidate.route, parameters }
    }
    return fallback === undefined ? undefined : { route: fallback, parameters: {} }
  }
}
