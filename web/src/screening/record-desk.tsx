import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type * as z from 'zod/mini'
import { PostCode } from '../../../functions/platform/places.ts'
import type { SealingKey } from '../../../functions/protection/contract.ts'
import type { No } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { isPractice } from '../practice/is-practice.ts'
import { may } from '../sign-in/may.ts'
import { session } from '../sign-in/session.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { ChildStep, DecideStep, ObserveStep } from './after-steps.tsx'
import { QuestionStep } from './question-step.tsx'
import { emptyForm, questionsFor, type RecordForm, routesFrom, suggestionFor } from './record-form.ts'
import { unsent } from './record-news.ts'
import { sendClosedRecords } from './record-sending.ts'
import { RestPage } from './rest-page.tsx'
import type { NotClosed } from './sealed-records.ts'
import { readSealingKey } from './sealing-key.ts'
import { StartStep } from './start-step.tsx'
import { useClosing } from './use-closing.ts'
import { useAwake, useQuickExit } from './use-quick-exit.ts'
import { t } from './words.ts'
import './record.css'

type Step = 'start' | 'child' | 'observe' | 'decide' | number

/** Closed records that wait for a network. Nothing of what is in them can be shown. */
function Unsent() {
  const no = useSignal<No | undefined>(undefined)
  const send = async () => {
    no.value = await sendClosedRecords()
  }
  useEffect(() => {
    const sendQuietly = () => void sendClosedRecords()
    sendQuietly()
    addEventListener('online', sendQuietly)
    return () => removeEventListener('online', sendQuietly)
  }, [])
  if (unsent.value === 0) return null
  return (
    <>
      <Notice kind="look">
        <p>{t('unsent', { count: unsent.value })}</p>
        <Buttons>
          <Button onPress={() => void send()}>{t('unsent.send')}</Button>
        </Buttons>
      </Notice>
      {no.value === undefined ? null : <NoNotice no={no.value} />}
    </>
  )
}

interface OpenRecordProps {
  readonly post: PostCode
  readonly form: RecordForm
  readonly sealingKey: z.infer<typeof SealingKey>
  readonly officerId: string
  readonly onClosed: () => void
  readonly onHide: () => void
}

function OpenRecord({ post, form, sealingKey, officerId, onClosed, onHide }: OpenRecordProps) {
  const step = useSignal<Step>('start')
  const asked = useSignal(false)
  const busy = useSignal(false)
  const no = useSignal<NotClosed>(undefined)
  const close = useClosing(form, sealingKey, officerId)
  useQuickExit(onHide)
  useAwake()
  const questions = questionsFor(form)
  const question = typeof step.value === 'number' ? questions[step.value] : undefined

  const goTo = (next: Step) => {
    const { route } = suggestionFor(form)
    const raised = form.raisedTo.value
    if (next === 'decide' && (raised === undefined || !routesFrom(route).includes(raised))) form.raisedTo.value = route
    step.value = next
    scrollTo(0, 0)
  }
  const begin = () => goTo(form.ageGroup.value === 'CHILD' ? 'child' : questions.length > 0 ? 0 : 'observe')
  const goBack = () => {
    if (step.value === 'decide') return goTo(form.ageGroup.value === 'CHILD' ? 'child' : 'observe')
    if (step.value === 'observe' && questions.length > 0) return goTo(questions.length - 1)
    return goTo(typeof step.value === 'number' && step.value > 0 ? step.value - 1 : 'start')
  }
  const finish = async () => {
    asked.value = true
    const { route } = suggestionFor(form)
    const decided = form.raisedTo.value ?? route
    if (decided !== 'NONE' && form.agrees.value === undefined) return
    if (decided !== route && form.reason.value.trim() === '') return
    busy.value = true
    no.value = await close().finally(() => {
      busy.value = false
    })
    if (no.value === undefined) onClosed()
  }
  return (
    <>
      <div class="hide">
        <Button label={t('hide.how')} onPress={onHide}>
          {t('hide')}
        </Button>
      </div>
      {step.value === 'start' ? <StartStep form={form} post={post} onDone={begin} /> : null}
      {question === undefined || typeof step.value !== 'number' ? null : (
        <QuestionStep
          form={form}
          item={question}
          step={step.value + 1}
          steps={questions.length}
          onNext={() =>
            goTo(typeof step.value === 'number' && step.value + 1 < questions.length ? step.value + 1 : 'observe')
          }
          onBack={goBack}
          onStop={() => goTo('observe')}
        />
      )}
      {step.value === 'child' ? <ChildStep form={form} /> : null}
      {step.value === 'observe' ? <ObserveStep form={form} /> : null}
      {step.value === 'decide' ? <DecideStep form={form} asked={asked.value} /> : null}
      {no.value === undefined ? null : no.value === 'storage-full' ? (
        <Notice kind="look" title={t('full.title')}>
          <p>{t('full')}</p>
        </Notice>
      ) : (
        <NoNotice no={no.value} />
      )}
      {step.value === 'child' || step.value === 'observe' ? (
        <Buttons>
          <Button kind="primary" onPress={() => goTo('decide')}>
            {shared('action.next')}
          </Button>
          <Button onPress={goBack}>{shared('action.back')}</Button>
        </Buttons>
      ) : null}
      {step.value === 'decide' ? (
        <>
          <p class="quiet">{t('close.note')}</p>
          <Buttons>
            <Button kind="primary" busy={busy.value} onPress={() => void finish()}>
              {t('close.do')}
            </Button>
            <Button onPress={goBack}>{shared('action.back')}</Button>
          </Buttons>
        </>
      ) : null}
    </>
  )
}

/**
 * The private screen (domain.md 3.6): its own form for its own officer. Neither the address nor the title says what it
 * is. A record that is closed, hidden or left is sealed in the browser and can never be opened here again.
 */
export function RecordDesk() {
  const post = PostCode.safeParse(useRoute().params['post'])
  const [form, setForm] = useState(emptyForm)
  const closed = useSignal(false)
  const hidden = useSignal(false)
  const { value: sealingKey, no, ask } = useAnswer('key', readSealingKey)
  if (hidden.value) return <RestPage />
  const officerId = session.value?.officerId
  if (officerId === undefined || !post.success || !may('screen.seal', post.data))
    return (
      <Page title={t('title')} back="/">
        {null}
      </Page>
    )
  return (
    <Page title={t('title')} back="/">
      <Unsent />
      {closed.value ? (
        <>
          <Notice kind="good">
            <p>{t(isPractice ? 'closed.practice' : unsent.value === 0 ? 'closed.sent' : 'closed.kept')}</p>
          </Notice>
          <Buttons>
            <Button
              kind="primary"
              onPress={() => {
                closed.value = false
                ask()
              }}
            >
              {t('closed.next')}
            </Button>
          </Buttons>
        </>
      ) : sealingKey === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : (
          <NoNotice no={no} onAgain={ask} />
        )
      ) : (
        <OpenRecord
          key={form.screenId}
          post={post.data}
          form={form}
          sealingKey={sealingKey}
          officerId={officerId}
          onClosed={() => {
            closed.value = true
            setForm(emptyForm())
          }}
          onHide={() => {
            hidden.value = true
            setForm(emptyForm())
          }}
        />
      )}
    </Page>
  )
}
