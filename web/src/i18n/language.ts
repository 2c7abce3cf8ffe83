/** The language on screen: one signal, so that a switch repaints words alone and nothing that was typed. */
import { effect, signal } from '@preact/signals'
import type { LocalText } from '../../../functions/platform/local-text.ts'

export const languages = ['en', 'st-LS'] as const satisfies readonly (keyof LocalText)[]
export type Language = (typeof languages)[number]

const remembered = 'kamohelo.language'

const isLanguage = (text: string | null): text is Language => languages.some(each => each === text)

function firstLanguage(): Language {
  const kept = localStorage.getItem(remembered)
  return isLanguage(kept) ? kept : 'en'
}

export const language = signal<Language>(firstLanguage())

effect(() => {
  document.documentElement.lang = language.value
  localStorage.setItem(remembered, language.value)
})
