import type { ComponentType } from 'preact'
import { type Action, scopeFor } from '../../../functions/platform/permissions.ts'
import { Home } from './home.tsx'
import { session } from './session.ts'

/**
 * A desk for who is signed in; anybody else is shown the way in, and comes back to the same address. With `needs`, who
 * may not do that anywhere is shown their own desks, and the desk's files are never asked for.
 */
export const forOfficers = <Props extends object>(Desk: ComponentType<Props>, needs?: Action) =>
  function ForOfficers(props: Props) {
    const grants = session.value?.grants
    const isOpen = grants !== undefined && (needs === undefined || scopeFor(needs, grants) !== undefined)
    return isOpen ? <Desk {...props} /> : <Home />
  }
