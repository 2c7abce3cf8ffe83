import { useSignal } from '@preact/signals'
import { Button, Buttons } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { t } from './words.ts'

/** On a browser that keeps nothing: the intake is stored and its mark did not arrive. */
export function UnsentMark({ send }: { send: () => Promise<boolean> }) {
  const state = useSignal<'unsent' | 'busy' | 'sent'>('unsent')
  if (state.value === 'sent') return null
  return (
    <Notice kind="look" title={t('unsent.title')}>
      <p>{t('unsent')}</p>
      <Buttons>
        <Button
          busy={state.value === 'busy'}
          onPress={() => {
            state.value = 'busy'
            void send().then(isSent => {
              state.value = isSent ? 'sent' : 'unsent'
            })
          }}
        >
          {t('unsent.again')}
        </Button>
      </Buttons>
    </Notice>
  )
}
