/** What an enrolled browser does beside its pages. Fetched there alone: no other machine has a use for it. */
import { sendInBackground } from '../outbox/background-sending.ts'
import { frameLine } from '../ui/frame-line.ts'
import { watchTablet } from './begin-work.ts'
import { renewPassesWhileWorking } from './passes-while-working.ts'
import { TabletLine } from './tablet-line.tsx'

let begun = false

export function beginOnTablet(): void {
  if (begun) return
  begun = true
  frameLine.value = TabletLine
  watchTablet()
  renewPassesWhileWorking()
  sendInBackground()
}
