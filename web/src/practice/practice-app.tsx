/**
 * Practice: the pages of the reception desk over an invented bus, in memory alone. This page never was and never becomes
 * the application that sends: it has no session, opens no database of the device, and its client reaches nobody.
 */
import { LocationProvider, Route, Router } from 'preact-iso'
import { working } from '../device/working.ts'
import { ReceptionDesk } from '../reception/reception-desk.tsx'
import { RecordDesk } from '../screening/record-desk.tsx'
import { ButtonLink, Buttons } from '../ui/button.tsx'
import { frameLine, practiceLine } from '../ui/frame-line.ts'
import { Page } from '../ui/page.tsx'
import { homePath, practicePath } from './is-practice.ts'
import { practicePost } from './practice-answers.ts'
import { PracticeBand, PracticeLine } from './practice-band.tsx'
import { PracticeTray } from './practice-tray.tsx'
import { t } from './words.ts'
import './practice.css'

/** Nobody: an officer with the roles of a post's desks, under no officer's id. */
function beginPractice(): void {
  frameLine.value = PracticeBand
  practiceLine.value = PracticeLine
  if (practicePost === undefined) return
  const place = practicePost
  const grants = (['reception', 'screening', 'supervisor'] as const).map(role => ({ role, place }))
  working.value = { officerId: 'practice', name: t('band'), grants, by: 'choice' }
}

beginPractice()

const Missing = () => (
  <Page title={t('page.none')}>
    <Buttons>
      <ButtonLink kind="primary" href={homePath}>
        {t('page.desk')}
      </ButtonLink>
    </Buttons>
  </Page>
)

/** Addresses outside practice are left to the browser, which loads the application itself. */
export const PracticeApp = () => (
  <LocationProvider scope={`${practicePath}/`}>
    <Router>
      <Route path="/practice/:post/tray" component={PracticeTray} />
      <Route path="/practice/:post/record" component={RecordDesk} />
      <Route path="/practice/:post" component={ReceptionDesk} />
      <Route path="/practice/:post/*" component={ReceptionDesk} />
      <Route default component={Missing} />
    </Router>
  </LocationProvider>
)
