import { effect, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso'
import { isTablet, wasTablet } from './device/this-device.ts'
import { t } from './i18n/shared-words.ts'
import { forOfficers } from './sign-in/for-officers.tsx'
import { Home, WhoWorks } from './sign-in/home.tsx'
import { keepOnDevice } from './sign-in/new-version.tsx'
import { SignedIn } from './sign-in/signed-in.tsx'
import { Button, ButtonLink, Buttons } from './ui/button.tsx'
import { loadedLater, pagesUnderWay } from './ui/loaded-later.tsx'
import { nextTask } from './ui/next-task.ts'
import { Page } from './ui/page.tsx'

// Each desk is a chunk of its own, loaded when it is opened; its inner pages are routes of its own (`/reception/*`).
const reception = loadedLater(() => import('./reception/reception-desk.tsx').then(desk => desk.ReceptionDesk))
const ReceptionDesk = forOfficers(reception)
const NoticePage = forOfficers(loadedLater(() => import('./notice/notice-page.tsx').then(page => page.NoticePage)))
const PadPage = forOfficers(loadedLater(() => import('./paper/pad-page.tsx').then(page => page.PadPage)))
const BoardDesk = forOfficers(loadedLater(() => import('./board/board-desk.tsx').then(desk => desk.BoardDesk)))
const RecordDesk = forOfficers(loadedLater(() => import('./screening/record-desk.tsx').then(desk => desk.RecordDesk)))
const DistrictDesk = forOfficers(
  loadedLater(() => import('./district/district-desk.tsx').then(desk => desk.DistrictDesk)),
)
const SuppliesDesk = forOfficers(
  loadedLater(() => import('./supplies/supplies-desk.tsx').then(desk => desk.SuppliesDesk)),
)
const TripsDesk = forOfficers(
  loadedLater(() => import('./trips/trips-desk.tsx').then(desk => desk.TripsDesk)),
  'trip.read',
)
const GivingDesk = forOfficers(loadedLater(() => import('./giving/giving-desk.tsx').then(desk => desk.GivingDesk)))
const DayDesk = forOfficers(loadedLater(() => import('./day/day-desk.tsx').then(desk => desk.DayDesk)))
const BudgetsDesk = forOfficers(
  loadedLater(() => import('./budgets/budgets-desk.tsx').then(desk => desk.BudgetsDesk)),
  'budget.read',
)
const DevicesDesk = forOfficers(
  loadedLater(() => import('./devices/devices-desk.tsx').then(desk => desk.DevicesDesk)),
  'device.read',
)
const ReportsDesk = forOfficers(
  loadedLater(() => import('./reports/reports-desk.tsx').then(desk => desk.ReportsDesk)),
  'report.read',
)
const ProtectionDesk = forOfficers(
  loadedLater(() => import('./protection/protection-desk.tsx').then(desk => desk.ProtectionDesk)),
  'protection.read',
)
const AuditDesk = forOfficers(
  loadedLater(() => import('./audit/audit-desk.tsx').then(desk => desk.AuditDesk)),
  'audit.read',
)
// The tablet's own pages stand open to whoever holds it: they show nothing of what is in a record.
const DevicePage = loadedLater(() => import('./device/device-page.tsx').then(({ DevicePage }) => DevicePage))
const UnsentPage = loadedLater(() => import('./outbox/unsent-page.tsx').then(({ UnsentPage }) => UnsentPage))
const ComponentsPage = loadedLater(() =>
  import('./ui/components-page.tsx').then(({ ComponentsPage }) => ComponentsPage),
)

const Missing = () => (
  <Page title={t('app.missing.title')}>
    <Buttons>
      <ButtonLink kind="primary" href="/">
        {t('app.missing.home')}
      </ButtonLink>
    </Buttons>
  </Page>
)

/** A fault of ours in drawing a page. Starting again is all an officer can do. */
const Broken = () => (
  <Page title={t('refused.read')}>
    <p>{t('app.broken')}</p>
    <Buttons>
      <Button kind="primary" onPress={() => location.reload()}>
        {t('action.again')}
      </Button>
    </Buttons>
  </Page>
)

/**
 * The page of an address before it is known who is here: a locked tablet's own, and the desk whose files its page names
 * (reception-page.ts).
 */
export function firstPage(path: string): Promise<void> | undefined {
  if (wasTablet()) return WhoWorks.ahead()
  return path.startsWith('/reception/') ? receptionInTasks() : undefined
}

/** Its files run one after another, and are all here: a slow processor answers a touch between any two. */
async function receptionInTasks(): Promise<void> {
  try {
    await import('./vault/vault.ts')
    await nextTask()
    await import('./api/client.ts')
    await nextTask()
  } catch {
    // asked for again, and missed aloud, when the desk is opened
  }
  await reception.ahead()
}

/** What a tablet does beside its pages; a file that does not come now comes with the next page. */
const beginOnTablet = () =>
  import('./device/on-tablet.ts').then(
    tablet => tablet.beginOnTablet(),
    (problem: unknown) => console.warn('on-tablet did not come', problem instanceof Error ? problem.name : ''),
  )

export function App() {
  const broke = useSignal(false)
  useEffect(
    () =>
      effect(() => {
        // the first page goes before whatever is done beside it
        if (pagesUnderWay.value > 0) return
        void keepOnDevice()
        if (isTablet()) void beginOnTablet()
      }),
    [],
  )
  if (broke.value) return <Broken />
  return (
    <LocationProvider>
      <ErrorBoundary
        onError={() => {
          broke.value = true
        }}
      >
        <Router>
          <Route path="/" component={Home} />
          <Route path="/signed-in" component={SignedIn} />
          <Route path="/reception/:post" component={ReceptionDesk} />
          <Route path="/reception/:post/*" component={ReceptionDesk} />
          <Route path="/notice/:post" component={NoticePage} />
          <Route path="/paper/:post" component={PadPage} />
          <Route path="/board/:post" component={BoardDesk} />
          <Route path="/board/:post/*" component={BoardDesk} />
          <Route path="/record/:post" component={RecordDesk} />
          <Route path="/tasks/:place" component={DistrictDesk} />
          <Route path="/tasks/:place/*" component={DistrictDesk} />
          <Route path="/supplies/:place" component={SuppliesDesk} />
          <Route path="/trips/:post" component={TripsDesk} />
          <Route path="/trips/:post/*" component={TripsDesk} />
          <Route path="/giving/:post" component={GivingDesk} />
          <Route path="/day" component={DayDesk} />
          <Route path="/day/:place" component={DayDesk} />
          <Route path="/budgets" component={BudgetsDesk} />
          <Route path="/budgets/*" component={BudgetsDesk} />
          <Route path="/devices" component={DevicesDesk} />
          <Route path="/devices/:post" component={DevicesDesk} />
          <Route path="/devices/:post/*" component={DevicesDesk} />
          <Route path="/reports" component={ReportsDesk} />
          <Route path="/reports/*" component={ReportsDesk} />
          <Route path="/audit" component={AuditDesk} />
          <Route path="/talks" component={ProtectionDesk} />
          <Route path="/talks/*" component={ProtectionDesk} />
          <Route path="/device" component={DevicePage} />
          <Route path="/unsent" component={UnsentPage} />
          <Route path="/components" component={ComponentsPage} />
          <Route default component={Missing} />
        </Router>
      </ErrorBoundary>
    </LocationProvider>
  )
}
