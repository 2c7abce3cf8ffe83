/** Sends what waits, by itself: when something was kept, a network comes, somebody signs in, or a pause is over. */
import { effect } from '@preact/signals'
import { lookAtRecords, unsentRecords } from '../screening/record-news.ts'
import { canSend } from '../sign-in/session.ts'
import { askAboutRefused, refusedCount } from './ask-refused.ts'
import { longestWait, waitBefore } from './back-off.ts'
import { askServer, deliver } from './deliver.ts'
import { followOutbox, tellChange } from './outbox-news.ts'
import { outboxStore } from './outbox-store.ts'
import { sendWaiting, sleep } from './sender.ts'
import { keepTidy } from './tidy-outbox.ts'

let running = false
let again = false
let turns = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** The sealed records; gives how many of them this session could still bring away. */
async function sendRecords(): Promise<number> {
  if ((await lookAtRecords()) === 0) return 0
  const { maySendRecords, sendClosedRecords } = await import('../screening/record-sending.ts')
  if (!maySendRecords()) return 0
  await sendClosedRecords()
  return unsentRecords.peek().filter(({ state }) => state !== 'refused').length
}

async function run(): Promise<void> {
  if (!canSend.peek() || !navigator.onLine) return
  await askAboutRefused(askServer, tellChange)
  await sendWaiting(deliver, sleep, tellChange)
  const waits = (await outboxStore.waitingCount()) + (await sendRecords())
  turns = waits === 0 ? 0 : turns + 1
  clearTimeout(timer)
  if (waits > 0) timer = setTimeout(wakeSender, waitBefore(turns, Math.random()))
  else if ((await refusedCount()) > 0) timer = setTimeout(wakeSender, longestWait)
}

/** Soon; again after the run that is under way. Harmless at any time: without a token or a network nothing is sent. */
export function wakeSender(): void {
  if (running) {
    again = true
    return
  }
  running = true
  void run()
    .catch(() => undefined) // the database closed under it, or another tab has it: the next turn looks again
    .finally(() => {
      running = false
      if (!again) return
      again = false
      wakeSender()
    })
}

/** Now, also what a failed attempt put off: the network has come back, or somebody asks for it. */
export async function sendNow(): Promise<void> {
  turns = 0
  await outboxStore.endPauses()
  wakeSender()
}

/** Once, when the application starts. */
export function sendInBackground(): void {
  // by whichever tab: the other one may have no token
  followOutbox(wakeSender)
  keepTidy(tellChange)
  addEventListener('online', () => void sendNow())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wakeSender()
  })
  effect(() => {
    if (canSend.value) void sendNow()
  })
}
