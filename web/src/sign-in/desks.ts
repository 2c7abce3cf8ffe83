/** Which desks an officer's groups open, and where each one is. A desk is added by a row here and a route in app.tsx. */
import { type Action, type Grant, scopeFor } from '../../../functions/platform/permissions.ts'
import { districts, posts } from '../../../functions/platform/places.ts'
import { t } from '../i18n/shared-words.ts'

interface Desk {
  readonly name:
    | 'reception'
    | 'notice'
    | 'paper'
    | 'board'
    | 'record'
    | 'tasks'
    | 'talks'
    | 'supplies'
    | 'trips'
    | 'giving'
    | 'day'
    | 'budgets'
    | 'devices'
    | 'reports'
    | 'audit'
  /** The same page for whoever has it, wherever they are. */
  readonly ofCountry?: true
  /** Whoever may do this has the desk. */
  readonly needs: Action
  readonly path: `/${string}`
}

const desks: readonly Desk[] = [
  { name: 'reception', needs: 'batch.open', path: '/reception' },
  { name: 'notice', needs: 'batch.count', path: '/notice' },
  { name: 'paper', needs: 'intake.register', path: '/paper' },
  { name: 'board', needs: 'batch.board', path: '/board' },
  { name: 'record', needs: 'screen.seal', path: '/record' },
  { name: 'talks', needs: 'protection.read', path: '/talks' },
  { name: 'tasks', needs: 'task.list', path: '/tasks' },
  { name: 'supplies', needs: 'stock.read', path: '/supplies' },
  { name: 'trips', needs: 'trip.read', path: '/trips' },
  { name: 'giving', needs: 'support.give', path: '/giving' },
  { name: 'day', needs: 'stock.audit', path: '/day' },
  { name: 'budgets', needs: 'budget.read', path: '/budgets', ofCountry: true },
  { name: 'devices', needs: 'device.read', path: '/devices' },
  { name: 'reports', needs: 'report.read', path: '/reports' },
  { name: 'audit', needs: 'audit.read', path: '/audit' },
]

export interface OpenDesk {
  readonly name: Desk['name']
  /** The post, district or central store, by name; undefined for a desk of the whole country. */
  readonly place: string | undefined
  readonly href: string
}

const placeName = (code: string): string =>
  code === 'CENTRE' ? t('place.centre') : ([...posts, ...districts].find(place => place.code === code)?.name ?? code)

/** One entry for each place where these grants open a desk: `/reception/MB` for `reception@MB`. */
export const openDesks = (grants: readonly Grant[]): OpenDesk[] =>
  desks.flatMap(({ name, needs, path, ofCountry }): OpenDesk[] => {
    const scope = scopeFor(needs, grants)
    if (scope === undefined) return []
    if (scope.reach === 'everywhere') return [{ name, place: undefined, href: path }]
    return scope.places.map(code => ({
      ...{ name, place: placeName(code) },
      href: ofCountry === true ? path : `${path}/${encodeURIComponent(code)}`,
    }))
  })
