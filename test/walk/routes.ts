/** Every address that the web answers, read from where it is declared, so that the walk can say which it left out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, '..', '..', 'web', 'src')

/** Each file with a router, in the order in which a router asks, and the address below which its routes stand. */
export const routers: Readonly<Record<string, string>> = {
  'practice/practice-app.tsx': '',
  'reception/reception-desk.tsx': '/reception/:post',
  'board/board-desk.tsx': '/board/:post',
  'district/district-desk.tsx': '/tasks/:place',
  'protection/protection-desk.tsx': '/talks',
  'trips/trips-desk.tsx': '/trips/:post',
  'budgets/budgets-desk.tsx': '/budgets',
  'devices/devices-desk.tsx': '/devices/:post',
  'reports/reports-desk.tsx': '/reports',
  'app.tsx': '',
}

/** No address that a router knows. */
export const noRoute = 'no page'

/** `/tasks/:place/plans` before `/tasks/:place/:taskId`; of `/tasks/:place/*` its desk's own routes stand here. */
export function everyRoute(): string[] {
  const declared = Object.entries(routers).flatMap(([file, base]) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) =>
      base === '' ? path : `${base}${path}`.replace(/\/$/, ''),
    ),
  )
  return [...new Set(declared), noRoute].filter(route => !route.endsWith('/*'))
}

const answers = (route: string, path: string): boolean =>
  new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)

/** The routes that none of these paths was answered by. */
export function leftOut(routes: readonly string[], paths: Iterable<string>): string[] {
  const seen = new Set([...paths].map(path => routes.find(route => answers(route, path)) ?? noRoute))
  return routes.filter(route => !seen.has(route))
}
