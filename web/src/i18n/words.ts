/**
 * A desk's words in both languages. Each desk brings its own two catalogues, so that nobody loads the words of a desk they
 * may not open. The English one comes with it; the Sesotho one is fetched when somebody is to read it, and is kept on the
 * device with everything else, so that the language can be switched without a network.
 */
import { signal } from '@preact/signals'
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

type Load<English extends Record<string, string>> = () => Promise<{ readonly st: Catalogue<English> }>

/** Catalogues that nobody has asked for yet. */
const notAsked = new Set<() => Promise<void>>()
let underWay: Promise<unknown> = Promise.resolve()

/** Asks for the Sesotho of all that is here. What does not come is asked for again the next time. */
function fetchSesotho(): Promise<unknown> {
  const asked = [...notAsked]
  notAsked.clear()
  underWay = Promise.all([underWay, ...asked.map(fetchOne)])
  return underWay
}

const fetchOne = (load: () => Promise<void>): Promise<void> => load().catch(() => void notAsked.add(load))

/** Before something is drawn for the first time: so that it is not drawn in another language than the one on screen. */
export const wordsHere = (): Promise<unknown> => (language.peek() === 'en' ? Promise.resolve() : fetchSesotho())

/**
 * A desk's two catalogues; the answer says its words in whichever language is on screen, in English what has not come in
 * Sesotho. Both languages have one form for one and another for any other number (CLDR).
 */
export function defineWords<English extends Record<string, string>>(
  english: English,
  load: Load<English>,
): Words<English> {
  const sesotho = signal<Catalogue<English> | undefined>(undefined)
  notAsked.add(async () => {
    sesotho.value = (await load()).st
  })
  return (key, values = {}, said = language.value) => {
    if (said !== 'en' && sesotho.value === undefined) void fetchSesotho()
    const catalogue: Readonly<Record<string, string>> = said === 'en' ? english : (sesotho.value ?? english)
    const text = catalogue[key] ?? catalogue[`${key}_${values['count'] === 1 ? 'one' : 'other'}`]
    if (text === undefined) throw new Error(`no words for ${key}`)
    return filled(text, values)
  }
}

/** The sentence for the language on screen, where both come together, as refusals do. */
export const inLanguage = (sentences: LocalText): string => sentences[language.value]
