import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Viewfinder } from '../viewfinder.tsx'
import { PictureOf } from './picture-of.tsx'
import { type SmallPicture, shrunk } from './shrink.ts'
import { t } from './words.ts'

interface TakePhotoProps {
  readonly busy: boolean
  readonly onKeep: (picture: SmallPicture) => void
  readonly onLeave: () => void
}

/** Through the camera, or where there is none that may be used by the picture that the device itself takes. */
export function TakePhoto({ busy, onKeep, onLeave }: TakePhotoProps) {
  const taken = useSignal<SmallPicture | undefined>(undefined)
  const problem = useSignal<'no-camera' | 'not-allowed' | 'not-usable' | undefined>(undefined)
  const camera = useSignal<HTMLVideoElement | undefined>(undefined)
  const heading = useRef<HTMLDivElement>(null)
  const hasNoCamera = problem.value === 'no-camera' || problem.value === 'not-allowed'
  useEffect(() => {
    if (taken.value !== undefined) heading.current?.focus()
  }, [taken.value])
  const take = async (source: ImageBitmap | HTMLVideoElement | undefined) => {
    const picture = source && (await shrunk(source))
    if (picture === undefined) problem.value = 'not-usable'
    else {
      problem.value = undefined
      taken.value = picture
    }
  }
  const picture = taken.value
  if (picture !== undefined)
    return (
      <div class="stack" ref={heading} tabIndex={-1}>
        <PictureOf bytes={picture.bytes} mediaType={picture.mediaType} label={t('preview')} />
        <Buttons>
          <Button kind="primary" busy={busy} onPress={() => onKeep(picture)}>
            {t('keep')}
          </Button>
          <Button
            onPress={() => {
              taken.value = undefined
            }}
          >
            {t('again')}
          </Button>
          <Button kind="quiet" onPress={onLeave}>
            {t('remove')}
          </Button>
        </Buttons>
      </div>
    )
  return (
    <div class="stack">
      {problem.value === undefined ? null : (
        <Notice kind="look">
          <p>{t(problem.value)}</p>
        </Notice>
      )}
      {hasNoCamera ? (
        <Field label={t('file')}>
          {described => (
            <input
              {...described}
              type="file"
              accept="image/*"
              capture="user"
              onChange={event => {
                const chosen = event.currentTarget.files?.[0]
                if (chosen !== undefined) void createImageBitmap(chosen).then(take, () => take(undefined))
              }}
            />
          )}
        </Field>
      ) : (
        <Viewfinder
          facing="environment"
          label={t('viewfinder')}
          onReady={video => {
            camera.value = video
          }}
          onProblem={why => {
            problem.value = why === 'none' ? 'no-camera' : 'not-allowed'
          }}
        />
      )}
      <Buttons>
        {hasNoCamera ? null : (
          <Button kind="primary" disabled={camera.value === undefined} onPress={() => void take(camera.value)}>
            {t('snap')}
          </Button>
        )}
        <Button kind="quiet" onPress={onLeave}>
          {shared('action.cancel')}
        </Button>
      </Buttons>
    </div>
  )
}
