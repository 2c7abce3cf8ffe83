import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type AttachmentSummary, attachmentsRoutes } from '../../../../functions/attachments/contract.ts'
import { consentsGiven } from '../../../../functions/follow-up/consents-given.ts'
import { toBase64 } from '../../../../functions/platform/base64.ts'
import type { PersonView } from '../../../../functions/registration/person-view.ts'
import { call, callForFile } from '../../api/client.ts'
import { newId } from '../../api/new-id.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useCommand } from '../../api/use-command.ts'
import { deviceTime, versions } from '../../api/versions.ts'
import { localTime } from '../../i18n/local-time.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { dependsOn } from '../kept/depends-on.ts'
import { standing } from '../kept/effects.ts'
import { submit } from '../kept/submit.ts'
import './photo.css'
import { PictureOf } from './picture-of.tsx'
import type { SmallPicture } from './shrink.ts'
import { TakePhoto } from './take-photo.tsx'
import { t } from './words.ts'

interface ShownProps {
  readonly personId: string
  readonly attachment: AttachmentSummary
  readonly label: string
}

/** Fetched when it is shown, and kept nowhere. */
function Shown({ personId, attachment: { attachmentId, mediaType }, label }: ShownProps) {
  const { value, no, ask } = useAnswer(attachmentId, () =>
    callForFile(attachmentsRoutes.readAttachment, { params: { personId, attachmentId } }, mediaType),
  )
  if (value !== undefined) return <PictureOf bytes={value.content} mediaType={mediaType} label={label} />
  return no === undefined ? null : <NoNotice no={no} onAgain={ask} />
}

/** A mark is opened one by one: each look is on record. */
function MarkLine(props: ShownProps) {
  const isOpen = useSignal(false)
  return (
    <li>
      <p>{props.label}</p>
      {isOpen.value ? (
        <Shown {...props} />
      ) : (
        <Buttons>
          <Button
            onPress={() => {
              isOpen.value = true
            }}
          >
            {t('mark.open')}
          </Button>
        </Buttons>
      )}
    </li>
  )
}

function useKeeping({ personId, returns, fast }: PersonView, kept: () => void) {
  const { busy, no, send } = useCommand()
  const made = useMemo(() => new Map<SmallPicture, string>(), [])
  const keep = (picture: SmallPicture) => {
    const latest = [...returns].sort((one, other) => other.arrivedAt.localeCompare(one.arrivedAt))[0]
    if (latest === undefined) return
    // the same picture sent again is the same command
    const attachmentId = made.get(picture) ?? newId()
    made.set(picture, attachmentId)
    const { bytes, mediaType } = picture
    const content = toBase64(bytes)
    const { returnEventId, displayNumber } = latest
    void send(
      () =>
        submit(
          attachmentsRoutes.keepAttachment,
          {
            params: { personId, attachmentId },
            body: { versions, kind: 'PHOTO', returnEventId, mediaType, content, deviceTime: deviceTime() },
          },
          {
            ...{ recordId: attachmentId, kind: 'photo' },
            dependsOn: dependsOn(standing.value, { people: [personId] }),
            copy: { firstName: fast.names.givenNames.split(/\s+/)[0], displayNumber, typed: [] },
          },
        ),
      kept,
    )
  }
  return { busy, no, keep }
}

/** The person's photograph, where they agreed to one, and the marks they made for what they were given. */
export function PhotoPanel({ person }: { person: PersonView }) {
  const { personId } = person
  const isTaking = useSignal(false)
  const isKept = useSignal(false)
  const list = useAnswer(personId, () => call(attachmentsRoutes.listAttachments, { params: { personId } }))
  const { busy, no, keep } = useKeeping(person, () => {
    isTaking.value = false
    isKept.value = true
    list.ask()
  })
  const mayBeTaken = consentsGiven(person).includes('PHOTO')
  const all = list.value?.attachments ?? []
  const photo = all.findLast(({ kind }) => kind === 'PHOTO')
  const marks = all.filter(({ kind }) => kind !== 'PHOTO')
  return (
    <section class="panel stack" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {isKept.value ? (
        <Notice kind="good">
          <p>{t('kept')}</p>
        </Notice>
      ) : null}
      {list.no?.offline === true ? <p class="quiet">{t('offline')}</p> : null}
      {photo === undefined || !mayBeTaken ? null : (
        <Shown key={photo.attachmentId} personId={personId} attachment={photo} label={t('shown')} />
      )}
      {photo === undefined && list.value !== undefined && !isKept.value ? <p class="quiet">{t('none')}</p> : null}
      {mayBeTaken ? null : <p class="quiet">{t('not-agreed')}</p>}
      {no.value === undefined ? null : <NoNotice no={no.value} />}
      {mayBeTaken && isTaking.value ? (
        <TakePhoto
          busy={busy.value}
          onKeep={keep}
          onLeave={() => {
            isTaking.value = false
          }}
        />
      ) : null}
      {mayBeTaken && !isTaking.value ? (
        <Buttons>
          <Button
            onPress={() => {
              isTaking.value = true
              isKept.value = false
            }}
          >
            {t(photo === undefined ? 'take' : 'again')}
          </Button>
        </Buttons>
      ) : null}
      {marks.length === 0 ? null : (
        <details class="more">
          <summary>{t('marks')}</summary>
          <ul class="done">
            {marks.map(mark => (
              <MarkLine
                key={mark.attachmentId}
                personId={personId}
                attachment={mark}
                label={t(mark.kind === 'THUMB' ? 'mark.THUMB' : 'mark.SIGNATURE', { time: localTime(mark.receivedAt) })}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
