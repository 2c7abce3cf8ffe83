import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { PostCode } from '../../../functions/platform/places.ts'
import { getConfig } from '../api/config.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { nextDisplayNumber } from '../slips/number-maker.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NotHere } from '../ui/not-here.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { PaperForm } from './paper-form.tsx'
import { t } from './words.ts'
import './paper.css'

/** One bus-load is about a hundred; a printer's tray holds fifty. */
const mostForms = 50

function Pad({ post }: { post: PostCode }) {
  const count = useSignal(5)
  const numbers = useSignal<readonly string[]>([])
  const helpLine = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  useEffect(() => {
    void getConfig().then(
      config => {
        helpLine.value = config.helpLine
      },
      () => undefined, // the stub is silent about it
    )
  }, [])
  const draw = async () => {
    busy.value = true
    const drawn: string[] = []
    while (drawn.length < count.value) drawn.push(await nextDisplayNumber(post))
    numbers.value = drawn
    busy.value = false
  }
  return (
    <Page title={t('title')} back="/" lead={t('lead')} wide>
      <section class="panel">
        <Stepper
          label={t('count')}
          value={count.value}
          most={mostForms}
          onChange={next => {
            count.value = next
          }}
        />
        <Buttons>
          <Button disabled={count.value === 0} busy={busy.value} onPress={() => void draw()}>
            {t('draw')}
          </Button>
        </Buttons>
      </section>
      {numbers.value.length === 0 ? null : (
        <>
          <Notice kind="good" title={t('ready', { count: numbers.value.length })}>
            <p>{t('ready.note')}</p>
            <Buttons>
              <Button kind="primary" onPress={() => print()}>
                {t('print')}
              </Button>
            </Buttons>
          </Notice>
          <div class="paper-forms">
            {numbers.value.map(displayNumber => (
              <PaperForm key={displayNumber} displayNumber={displayNumber} helpLine={helpLine.value} />
            ))}
          </div>
        </>
      )}
    </Page>
  )
}

/** Blank forms for when no tablet can be used, with numbers that were drawn for them beforehand. */
export function PadPage() {
  const post = PostCode.safeParse(useRoute().params['post'])
  if (!post.success || !may('intake.register', post.data)) return <NotHere title={shared('app.missing.title')} />
  return <Pad post={post.data} />
}
