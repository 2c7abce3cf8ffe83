import type { ComponentType } from 'preact'
import { Home } from './home.tsx'
import { session } from './session.ts'

/** A desk for who is signed in; anybody else is shown the way in, and comes back to the same address. */
export const forOfficers = <Props extends object>(Desk: ComponentType<Props>) =>
  function ForOfficers(props: Props) {
    return session.value === undefined ? <Home /> : <Desk {...props} />
  }
