import { render } from 'preact'
import { App, firstPage } from './app.tsx'
import { isTablet, loadThisDevice } from './device/this-device.ts'
import { wordsHere } from './i18n/words.ts'
import { isPractice } from './practice/is-practice.ts'
import { keepOnDevice } from './sign-in/new-version.tsx'
import { resumeSession, session } from './sign-in/session.ts'
import { loadedLater } from './ui/loaded-later.tsx'
import { nextTask } from './ui/next-task.ts'

const Practice = loadedLater(() => import('./practice/practice-app.tsx').then(({ PracticeApp }) => PracticeApp))

/** A browser that keeps nothing (a private window) is no tablet: its desks work as on any other machine. */
async function readDevice(): Promise<void> {
  try {
    await loadThisDevice()
  } catch (problem) {
    console.warn('this browser keeps nothing', problem instanceof Error ? problem.name : '')
  }
}

/** No session, no device: practice has neither. */
function beginPractice(desk: HTMLElement): void {
  desk.replaceChildren()
  render(<Practice />, desk)
  void keepOnDevice()
}

async function begin(desk: HTMLElement): Promise<void> {
  const first = firstPage(location.pathname)
  await readDevice()
  // without a network, or before anything is configured, the way in is shown all the same
  await resumeSession().catch(() => undefined)
  // whoever is not signed in is shown the way in, which needs no desk's files
  if (isTablet() || session.value !== undefined) await first
  await wordsHere()
  // what was loaded and what is drawn of it are two tasks: a touch in between is not kept waiting for both
  await nextTask()
  desk.replaceChildren() // the name that stood there until now
  render(<App />, desk)
}

const desk = document.getElementById('desk')
if (desk === null) throw new Error('the page has no place for the desk')
if (isPractice) beginPractice(desk)
else void begin(desk)
