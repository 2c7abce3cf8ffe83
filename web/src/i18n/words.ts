/**
 * A desk's words in both languages. Each desk brings its own two catalogues in its own chunk, so that nobody loads
 * the words of a desk they may not open.
 */
import { createInstance } from 'i18next'
import type { LocalText } from '../../../functions/platform/local-text.ts'
import { language } from './language.ts'

/** What the Sesotho catalogue must be: every key of the English one and no other. */
export type Catalogue<English extends Record<string, string>> = { readonly [Key in keyof English]: string }

/** `people_one` and `people_other` are asked for as `people`, with a count. */
type Asked<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

export type Values = Readonly<Record<string, string | number>>
export type Words<English extends Record<string, string>> = (
  key: Asked<keyof English & string>,
  values?: Values,
) => string

const i18n = createInstance()
void i18n.init({
  lng: 'en',
  fallbackLng: false,
  load: 'currentOnly',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  ns: [],
  resources: {},
  interpolation: { escapeValue: false }, // Preact escapes what it renders
})

/** Registers a desk's two catalogues; the answer says its words in whichever language is on screen. */
export function defineWords<English extends Record<string, string>>(
  desk: string,
  english: English,
  sesotho: Catalogue<English>,
): Words<English> {
  i18n.addResourceBundle('en', desk, english)
  i18n.addResourceBundle('st-LS', desk, sesotho)
  return (key, values) => i18n.t(key, { ns: desk, lng: language.value, ...values })
}

/** The sentence for the language on screen, where both come together, as refusals do. */
export const inLanguage = (sentences: LocalText): string => sentences[language.value]
