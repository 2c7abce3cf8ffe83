/**
 * A desk's words in both languages. Each desk brings its own two catalogues in its own chunk, so that nobody loads
 * the words of a desk they may not open.
 */
import type { LocalText } from '../../../functions/platform/local-text.ts'
import { type Language, language } from './language.ts'

/** What the Sesotho catalogue must be: every key of the English one and no other. */
export type Catalogue<English extends Record<string, string>> = { readonly [Key in keyof English]: string }

/** `people_one` and `people_other` are asked for as `people`, with a count. */
type Asked<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

export type Values = Readonly<Record<string, string | number>>
export type Words<English extends Record<string, string>> = (
  key: Asked<keyof English & string>,
  values?: Values,
  /** What is handed to a person is said in their language, not the screen's. */
  said?: Language,
) => string

const filled = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => String(values[name] ?? placeholder))

/**
 * A desk's two catalogues; the answer says its words in whichever language is on screen. Both languages have one form
 * for one and another for any other number (CLDR).
 */
export const defineWords =
  <English extends Record<string, string>>(english: English, sesotho: Catalogue<English>): Words<English> =>
  (key, values = {}, said = language.value) => {
    const catalogue: Readonly<Record<string, string>> = said === 'en' ? english : sesotho
    const text = catalogue[key] ?? catalogue[`${key}_${values['count'] === 1 ? 'one' : 'other'}`]
    if (text === undefined) throw new Error(`no words for ${key}`)
    return filled(text, values)
  }

/** The sentence for the language on screen, where both come together, as refusals do. */
export const inLanguage = (sentences: LocalText): string => sentences[language.value]
