import { signal, useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { t } from '../i18n/shared-words.ts'
import { wordsHere } from '../i18n/words.ts'
import { Button, ButtonLink, Buttons } from './button.tsx'
import { nextTask } from './next-task.ts'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { fetchAgain } from './replaced-version.ts'

/** How many pages somebody waits for just now: what can be fetched later waits for these. */
export const pagesUnderWay = signal(0)

export type LaterPage<Props> = ComponentType<Props> & {
  /** Fetches it before it is opened; resolves when that is over, whether it came or not. */
  readonly ahead: () => Promise<void>
}

/**
 * A page whose files are fetched when it is opened. Where they do not come (a border post's network fails often), it
 * says so and can be tried again; what failed once is not remembered.
 */
export function loadedLater<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPage<Props> {
  let Loaded: ComponentType<Props> | undefined
  const ahead = async () => {
    if (Loaded !== undefined) return
    await load().then(
      page => {
        Loaded = page
      },
      () => undefined, // asked for again, and missed aloud, when the page is opened
    )
  }

  function LoadedLater(props: Props) {
    const state = useSignal<'loading' | 'here' | 'failed'>(Loaded === undefined ? 'loading' : 'here')
    const begin = () => {
      state.value = 'loading'
      pagesUnderWay.value += 1
      load()
        .then(async page => {
          await wordsHere()
          // to run what was loaded and to draw it are two tasks: a touch in between is not kept waiting for both
          await nextTask()
          return page
        })
        .then(
          page => {
            Loaded = page
            state.value = 'here'
          },
          () => {
            state.value = 'failed'
          },
        )
        .finally(() => {
          pagesUnderWay.value -= 1
        })
    }
    // asked for while the loading page is drawn
    useLayoutEffect(() => {
      if (Loaded === undefined) begin()
    }, [])
    if (state.value === 'here' && Loaded !== undefined) return <Loaded {...props} />
    if (state.value === 'loading') return <Page title={t('app.loading')}>{null}</Page>
    return (
      <Page title={t('offline.title')}>
        <Notice kind="look">
          <p>{t('app.not-loaded')}</p>
        </Notice>
        <Buttons>
          <Button kind="primary" onPress={() => fetchAgain(begin)}>
            {t('action.again')}
          </Button>
          <ButtonLink href="/">{t('app.missing.home')}</ButtonLink>
        </Buttons>
      </Page>
    )
  }
  return Object.assign(LoadedLater, { ahead })
}
