import './reports.css'
import { Route, Router } from 'preact-iso'
import { ReportPage } from './report-page.tsx'

/** For the analyst: figures of the whole country, no personal data. */
export const ReportsDesk = () => (
  <Router>
    <Route path="/:report" component={ReportPage} />
    <Route default component={ReportPage} />
  </Router>
)
