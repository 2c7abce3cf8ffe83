import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t as frame } from '../device/frame/words.ts'
import { thisDevice } from '../device/this-device.ts'
import { stopWorking, working } from '../device/working.ts'
import { t } from '../i18n/shared-words.ts'
import { isPractice } from '../practice/is-practice.ts'
import { NewVersion } from '../sign-in/new-version.tsx'
import { session, signOut } from '../sign-in/session.ts'
import { frameLine } from './frame-line.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'

interface PageProps {
  readonly title: string
  /** Where "Back" leads; without it the page has none. */
  readonly back?: string
  readonly lead?: ComponentChildren
  /** For tables; forms and text stay in one narrow column. */
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** On a tablet its officer locks it and goes; on any other machine they sign out. */
function Leave() {
  if (isPractice) return null // its own line has the way out
  const here = working.value
  if (here !== undefined)
    return (
      <button
        type="button"
        class="header-out"
        aria-label={`${frame('frame.working', { name: here.name })}. ${frame('frame.lock')}`}
        onClick={stopWorking}
      >
        {frame('frame.lock')}
      </button>
    )
  if (session.value === undefined) return null
  return (
    <button
      type="button"
      class="header-out"
      aria-label={`${t('sign-in.as', { name: session.value.name })}. ${t('sign-in.out')}`}
      onClick={() => void signOut()}
    >
      {t('sign-in.out')}
    </button>
  )
}

/** Before, the browser would have to lay the page out at once, and again when it draws it. */
function afterDrawing(what: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(what)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

const Header = () => (
  <header class="header">
    <a class="header-home" href="/">
      <Mark />
      <span>{t('app.name')}</span>
    </a>
    <LanguageSwitch />
    <Leave />
  </header>
)

/**
 * Every screen stands in this frame. The window's title is the page's: it must be as neutral as what an onlooker may
 * read, since it also stands in the browser's history.
 */
export function Page({ title, back, lead, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const FrameLine = frameLine.value
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [title])
  // a screen reader starts reading where the officer's attention should be
  useEffect(
    () =>
      afterDrawing(() => {
        if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
      }),
    [],
  )
  return (
    <>
      <a class="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <NewVersion />
      {FrameLine !== undefined ? <FrameLine /> : thisDevice() === undefined ? null : <div class="tablet-line" />}
      <main id="content" class={wide ? 'page page-wide' : 'page'}>
        {back === undefined || (isPractice && back === '/') ? null : (
          <a class="back" href={back}>
            {t('action.back')}
          </a>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <div class="lead">{lead}</div>}
        {children}
      </main>
    </>
  )
}
