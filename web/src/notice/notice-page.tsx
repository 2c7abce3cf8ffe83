import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import {
  currentNotice,
  type NoticeLanguage,
  noticeLanguages,
  noticeText,
} from '../../../functions/registration/spoken-notice.ts'
import { textVersionOf } from '../consents/text-version.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { hush, lookForVoices, say, voiceFor } from './device-voice.ts'
import { Picture } from './pictures.tsx'
import { fetchRecording, readRecordings, recordingOf } from './recordings.ts'
import { useAnswered } from './use-answered.ts'
import { t } from './words.ts'
import './notice.css'

const { scenes, version, reviews } = currentNotice

/** Which text this is, as consents name it. */
function TextVersion({ language }: { language: NoticeLanguage }) {
  const hash = useAnswered(language, () => textVersionOf(noticeText(currentNotice, language)))
  return hash === undefined ? null : <p class="quiet small">{t('version', { version, hash: hash.slice(0, 8) })}</p>
}

/** Plays a file to its end; `false` where it cannot be played. The answer stops it. */
function playFile(file: string, sound: HTMLAudioElement, onEnd: (played: boolean) => void): () => void {
  let isStopped = false
  let address: string | undefined
  const end = (played: boolean) => {
    if (isStopped) return
    stop()
    onEnd(played)
  }
  const stop = () => {
    isStopped = true
    sound.pause()
    sound.onended = null
    sound.onerror = null
    if (address !== undefined) URL.revokeObjectURL(address)
  }
  void fetchRecording(file).then(blob => {
    if (blob === undefined) return end(false)
    if (isStopped) return
    address = URL.createObjectURL(blob)
    sound.onended = () => end(true)
    sound.onerror = () => end(false)
    sound.src = address
    sound.play().catch(() => end(false))
  })
  return stop
}

/**
 * The notice to a whole bus: one picture and one thing said at a time, large enough to be seen from
 * the back of a line. It plays what somebody recorded; where nobody has, the officer reads it aloud.
 */
export function NoticePage() {
  const language = useSignal<NoticeLanguage>('st')
  const index = useSignal(0)
  const playing = useSignal<'recording' | 'device' | undefined>(undefined)
  const failed = useSignal(false)
  const sound = useMemo(() => new Audio(), [])
  const recordings = useAnswered('recordings', readRecordings) ?? { recordings: [] }
  useMemo(lookForVoices, [])

  const scene = scenes[index.value] ?? scenes[0]
  const fileOf = (at: number) => {
    const id = scenes[at]?.id
    return id === undefined ? undefined : recordingOf(recordings, { language: language.value, scene: id, version })
  }
  const file = fileOf(index.value)
  const hasAny = scenes.some((_, at) => fileOf(at) !== undefined)
  const voice = voiceFor(language.value)
  const isLast = index.value === scenes.length - 1

  const stop = () => {
    playing.value = undefined
  }
  const go = (to: number) => {
    failed.value = false
    index.value = Math.min(Math.max(to, 0), scenes.length - 1)
  }
  const saidToTheEnd = () => {
    if (isLast) return stop()
    go(index.value + 1)
  }

  // whatever is on screen is what is said: a press on "next" or another language goes on from there
  useEffect(() => {
    const spoken = scenes[index.value]?.text[language.value]
    if (playing.value === 'device' && voice !== undefined && spoken !== undefined) {
      say(spoken, voice, saidToTheEnd)
      return hush
    }
    if (playing.value !== 'recording') return undefined
    if (file === undefined) {
      stop() // nobody has spoken this one
      return undefined
    }
    return playFile(file, sound, played => {
      if (played) return saidToTheEnd()
      failed.value = true
      stop()
    })
  }, [playing.value, index.value, language.value, file])
  useEffect(() => {
    const turn = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') go(index.value + 1)
      if (key === 'ArrowLeft') go(index.value - 1)
    }
    addEventListener('keydown', turn)
    return () => removeEventListener('keydown', turn)
  }, [])

  if (scene === undefined) return null
  return (
    <Page title={t('title')} back="/" wide>
      <fieldset class="switch notice-languages">
        <legend class="unseen">{t('choose.language')}</legend>
        {noticeLanguages.map(each => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={language.value === each}
            onClick={() => {
              stop()
              failed.value = false
              language.value = each
            }}
          >
            {t(`language.${each}`)}
          </button>
        ))}
      </fieldset>
      <section class="scene" aria-live="polite">
        <Picture scene={scene.id} />
        <p class="scene-words" lang={language.value === 'st' ? 'st-LS' : language.value}>
          {scene.text[language.value]}
        </p>
        <p class="scene-of">{t('scene.of', { scene: index.value + 1, scenes: scenes.length })}</p>
      </section>
      <div class="scene-steps">
        <Button disabled={index.value === 0} onPress={() => go(index.value - 1)}>
          {t('back')}
        </Button>
        <Button
          kind="primary"
          onPress={() => {
            if (isLast) stop()
            go(isLast ? 0 : index.value + 1)
          }}
        >
          {t(isLast ? 'again' : 'next')}
        </Button>
      </div>
      <Buttons>
        {playing.value !== undefined ? (
          <Button onPress={stop}>{t('pause')}</Button>
        ) : (
          <>
            {file === undefined ? null : (
              <Button
                onPress={() => {
                  failed.value = false
                  playing.value = 'recording'
                }}
              >
                {t('play')}
              </Button>
            )}
            {voice === undefined ? null : (
              <Button
                onPress={() => {
                  playing.value = 'device'
                }}
              >
                {t('play.device')}
              </Button>
            )}
          </>
        )}
      </Buttons>
      {failed.value ? (
        <Notice kind="look">
          <p>{t('not-played')}</p>
        </Notice>
      ) : file === undefined ? (
        <Notice>
          <p>{t(hasAny ? 'some-aloud' : 'aloud')}</p>
        </Notice>
      ) : null}
      <div>
        {reviews[language.value] === 'DRAFT_AWAITING_NATIVE_SPEAKER' ? <p class="quiet small">{t('draft')}</p> : null}
        <TextVersion language={language.value} />
      </div>
    </Page>
  )
}
