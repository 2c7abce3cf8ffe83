import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Action, scopeFor } from '../../../functions/platform/permissions.ts'
import { isTablet } from '../device/this-device.ts'
import { type LaterPage, pagesUnderWay } from '../ui/loaded-later.tsx'
import { Home } from './home.tsx'
import { session } from './session.ts'

/**
 * A desk for who is signed in; anybody else is shown the way in, and comes back to the same address. With `needs`, who
 * may not do that anywhere is shown their own desks, and the desk's files are never asked for.
 */
export const forOfficers = <Props extends object>(Desk: LaterPage<Props>, needs?: Action) =>
  function ForOfficers(props: Props) {
    const grants = session.value?.grants
    const isOpen = grants !== undefined && (needs === undefined || scopeFor(needs, grants) !== undefined)
    useEffect(
      () =>
        effect(() => {
          // once the page of the PIN stands: there already when the PIN is typed
          if (session.value === undefined && isTablet() && pagesUnderWay.value === 0) void Desk.ahead()
        }),
      [],
    )
    return isOpen ? <Desk {...props} /> : <Home />
  }
