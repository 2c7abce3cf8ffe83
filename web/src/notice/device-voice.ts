/** The device's own voice, where it has one for the language that needs no network. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { NoticeLanguage } from '../../../functions/registration/spoken-notice.ts'

/** Sesotho of Lesotho is `st`; a voice for South Africa's reads the same words. */
const isFor = (voice: SpeechSynthesisVoice, language: NoticeLanguage): boolean =>
  voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language

const voices = signal<readonly SpeechSynthesisVoice[]>([])

/** Called once a page wants voices: browsers find them late. */
export function lookForVoices(): ReadonlySignal<readonly SpeechSynthesisVoice[]> {
  if (!('speechSynthesis' in window)) return voices
  const look = () => {
    voices.value = speechSynthesis.getVoices()
  }
  speechSynthesis.addEventListener('voiceschanged', look)
  look()
  return voices
}

export const voiceFor = (language: NoticeLanguage): SpeechSynthesisVoice | undefined =>
  voices.value.find(voice => isFor(voice, language))

/** Says it, slowly; `onEnd` once it is said. */
export function say(text: string, voice: SpeechSynthesisVoice, onEnd: () => void): void {
  const words = new SpeechSynthesisUtterance(text)
  words.voice = voice
  words.lang = voice.lang
  words.rate = 0.9
  words.onend = onEnd
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
}

export const hush = (): void => {
  if ('speechSynthesis' in window) speechSynthesis.cancel()
}
