import { useSignal } from '@preact/signals'
import { covers, type Scope } from '../../../functions/platform/permissions.ts'
import { type PostCode, posts } from '../../../functions/platform/places.ts'
import { useCommand } from '../api/use-command.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { enrolDevice } from './enrol-device.ts'
import { askToKeep } from './storage-room.ts'
import { t } from './words.ts'

/** A supervisor enrols for a post of their own, an administrator for any. The page shows code and post afterwards. */
export function EnrolForm({ scope }: { scope: Scope }) {
  const open = posts.filter(({ code }) => covers(scope, code))
  const [only] = open
  const post = useSignal<PostCode | undefined>(open.length === 1 ? only?.code : undefined)
  const asked = useSignal(false)
  const { busy, no, send } = useCommand()
  const enrol = () => {
    asked.value = true
    const chosen = post.value
    if (chosen === undefined) return
    void askToKeep() // asked while somebody is there to agree
    void send(
      () => enrolDevice(chosen),
      () => scrollTo(0, 0),
    )
  }
  return (
    <section class="panel">
      <h2>{t('enrol.title')}</h2>
      <p>{t('enrol.lead')}</p>
      <SelectField
        label={t('enrol.post')}
        options={open.map(({ code, name }) => ({ value: code, label: name }))}
        value={post}
        problem={asked.value && post.value === undefined ? t('enrol.post.problem') : undefined}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} title={t('enrol.none')} onAgain={enrol} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={enrol}>
          {t('enrol.do')}
        </Button>
      </Buttons>
    </section>
  )
}
