import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Needs } from '../../../functions/arrivals/batch.ts'
import { useKeptForm } from '../reception/kept/form-keeper.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import type { TallyKeeper } from './tally.ts'
import { t } from './words.ts'

interface CounterProps {
  readonly which: keyof Needs
  readonly tally: TallyKeeper
  readonly everybody: number
}

/** One press for each person, one for the whole bus; a press too many is taken back. */
function Counter({ which, tally, everybody }: CounterProps) {
  const count = tally.counts[which].value
  const set = (next: number) => tally.count(which, next)
  return (
    <div class="counter">
      <button type="button" class="counter-more" disabled={count >= everybody} onClick={() => set(count + 1)}>
        <span class="counter-count">{count}</span>
        <span>{t(`tally.${which}`)}</span>
      </button>
      <Buttons>
        <Button disabled={count === 0} label={t(`tally.${which}.less`)} onPress={() => set(count - 1)}>
          {t('tally.less')}
        </Button>
        <Button
          disabled={count === everybody}
          label={t(`tally.${which}.all`, { count: everybody })}
          onPress={() => set(everybody)}
        >
          {t('tally.all', { count: everybody })}
        </Button>
      </Buttons>
    </div>
  )
}

interface TallyFormProps {
  readonly batchId: string
  readonly tally: TallyKeeper
  readonly everybody: number
}

/** The barefoot and the empty-handed of a whole bus, counted as they step off: it sizes shoes and kits. */
export function TallyForm({ batchId, tally, everybody }: TallyFormProps) {
  const stored = useSignal(0)
  const form = useMemo(() => ({ ...tally.counts }), [tally, stored.value])
  const kept = useKeptForm(`tally ${batchId}`, form)
  useEffect(() => {
    const sendAgain = () => {
      if (tally.state.value === 'waiting') void tally.send()
    }
    sendAgain()
    addEventListener('online', sendAgain)
    return () => removeEventListener('online', sendAgain)
  }, [tally])
  const state = tally.state.value
  useEffect(() => {
    if (state !== 'received' && state !== 'kept') return
    kept.forget()
    stored.value++
  }, [state])
  const isOffline = tally.no.value?.offline === true
  return (
    <section class="panel">
      <h2>{t('tally.title')}</h2>
      <div class="counters">
        <Counter which="barefoot" tally={tally} everybody={everybody} />
        <Counter which="emptyHanded" tally={tally} everybody={everybody} />
      </div>
      {state === 'received' || state === 'kept' ? (
        <Notice kind="good">
          <p>{t(`tally.${state}`)}</p>
        </Notice>
      ) : null}
      {state === 'waiting' && isOffline ? (
        <Notice kind="look">
          <p>{t('tally.waiting')}</p>
        </Notice>
      ) : null}
      {state === 'waiting' && tally.no.value !== undefined && !isOffline ? <NoNotice no={tally.no.value} /> : null}
      <Buttons>
        <Button kind="primary" disabled={state === 'received' || state === 'kept'} onPress={() => void tally.send()}>
          {t('tally.do')}
        </Button>
      </Buttons>
    </section>
  )
}
