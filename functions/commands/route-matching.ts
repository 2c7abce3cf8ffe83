/** Which function owns the route a command was kept for. Pure: no clock, no network, no AWS. */
import type { Route } from '../platform/route.ts'

export interface OwnedRoute<Owner extends string> {
  readonly owner: Owner
  readonly route: Route
}

export interface MatchedRoute<Owner extends string> extends OwnedRoute<Owner> {
  readonly params: Readonly<Record<string, string>>
}

const nameOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1]

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const segments = path.split('/')
  const wanted = pattern.split('/')
  if (segments.length !== wanted.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const sent = segments[index] ?? ''
    const name = nameOf(segment)
    if (name === undefined ? sent !== segment : sent === '') return undefined
    if (name !== undefined) params[name] = sent
  }
  return params
}

/** A command changes something: reads are asked for one by one, so that each comes on record where it is answered. */
export const isCommand = ({ method, body, recording }: Route): boolean =>
  method !== 'GET' && body !== undefined && (recording === 'committed' || recording === 'sealed')

/** The row that serves this method and path, with the path's parameters; undefined where no command's row does. */
export function matchRoute<Owner extends string>(
  rows: readonly OwnedRoute<Owner>[],
  method: string,
  path: string,
): MatchedRoute<Owner> | undefined {
  for (const row of rows) {
    if (row.route.method !== method || !isCommand(row.route)) continue
    const params = paramsOf(row.route.path, path)
    if (params) return { ...row, params }
  }
  return undefined
}
