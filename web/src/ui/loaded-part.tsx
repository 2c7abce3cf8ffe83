import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../i18n/shared-words.ts'
import { wordsHere } from '../i18n/words.ts'
import { Button, Buttons } from './button.tsx'
import { Notice } from './notice.tsx'
import { fetchAgain } from './replaced-version.ts'

/** A part of a page whose files are fetched when it is first shown, so that who does not need it never waits for it. */
export function loadedPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined

  return function LoadedPart(props: Props) {
    const state = useSignal<'loading' | 'here' | 'failed'>(Loaded === undefined ? 'loading' : 'here')
    const begin = () => {
      state.value = 'loading'
      load()
        .then(async part => {
          await wordsHere()
          return part
        })
        .then(
          part => {
            Loaded = part
            state.value = 'here'
          },
          () => {
            state.value = 'failed'
          },
        )
    }
    useEffect(() => {
      if (Loaded === undefined) begin()
    }, [])
    if (state.value === 'here' && Loaded !== undefined) return <Loaded {...props} />
    if (state.value === 'loading') return <p class="quiet">{t('app.loading')}</p>
    return (
      <Notice kind="look">
        <p>{t('app.not-loaded')}</p>
        <Buttons>
          <Button onPress={() => fetchAgain(begin)}>{t('action.again')}</Button>
        </Buttons>
      </Notice>
    )
  }
}
