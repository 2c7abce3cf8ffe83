import './budgets.css'
import { Route, Router } from 'preact-iso'
import { mayMove } from './may-move.ts'
import { NewProjectPage } from './new-project-page.tsx'
import { ProjectsPage } from './projects-page.tsx'

/** Donors' projects: moved by the finance holder, read by who books deliveries and by protection. */
export const BudgetsDesk = () => (
  <Router>
    <Route path="/new" component={mayMove() ? NewProjectPage : ProjectsPage} />
    <Route default component={ProjectsPage} />
  </Router>
)
