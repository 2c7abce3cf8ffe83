import './protection.css'
import { Route, Router } from 'preact-iso'
import { ScreenListPage } from './screen-list-page.tsx'
import { ScreenPage } from './screen-page.tsx'

/** Where the sealed records are read; its chunk is loaded by nobody but protection officers. */
export const ProtectionDesk = () => (
  <Router>
    <Route path="/:screenId" component={ScreenPage} />
    <Route default component={ScreenListPage} />
  </Router>
)
