/**
 * Two words to remember instead of a slip: of things every child has seen, short, far from each other
 * by ear and in writing, in Sesotho or in English, and of no weight: no totem of a clan, no party's sign, no insult,
 * nothing of money, of a journey or of the police.
 *
 * A DRAFT THAT AWAITS A NATIVE SPEAKER'S REVIEW, second meanings above all. A code is never given to another word and
 * never taken away: somebody may still remember it.
 */
import * as z from 'zod/mini'
import { isNamedOnce } from '../platform/fields.ts'
import { foldName } from './name-folding.ts'

interface RememberedWord {
  readonly en: string
  readonly st: string
}

export const rememberedWords = {
  APPLE: { en: 'apple', st: 'apole' },
  BASKET: { en: 'basket', st: 'seroto' },
  BEAN: { en: 'bean', st: 'naoa' },
  BEE: { en: 'bee', st: 'notši' },
  BIRD: { en: 'bird', st: 'nonyana' },
  BLANKET: { en: 'blanket', st: 'kobo' },
  BOOK: { en: 'book', st: 'buka' },
  BREAD: { en: 'bread', st: 'bohobe' },
  BUTTERFLY: { en: 'butterfly', st: 'serurubele' },
  CHAIR: { en: 'chair', st: 'setulo' },
  CLOUD: { en: 'cloud', st: 'leru' },
  COW: { en: 'cow', st: 'khomo' },
  DOOR: { en: 'door', st: 'lemati' },
  DRUM: { en: 'drum', st: 'moropa' },
  EGG: { en: 'egg', st: 'lehe' },
  FLOWER: { en: 'flower', st: 'palesa' },
  GRASS: { en: 'grass', st: 'joang' },
  HAT: { en: 'hat', st: 'katiba' },
  KEY: { en: 'key', st: 'senotlolo' },
  LEAF: { en: 'leaf', st: 'lekhasi' },
  MAIZE: { en: 'maize', st: 'poone' },
  MILK: { en: 'milk', st: 'lebese' },
  MOON: { en: 'moon', st: 'khoeli' },
  MOUNTAIN: { en: 'mountain', st: 'thaba' },
  NEEDLE: { en: 'needle', st: 'nale' },
  ONION: { en: 'onion', st: 'eie' },
  PEACH: { en: 'peach', st: 'perekisi' },
  PENCIL: { en: 'pencil', st: 'pentšele' },
  POT: { en: 'pot', st: 'pitsa' },
  PUMPKIN: { en: 'pumpkin', st: 'mokopu' },
  RAIN: { en: 'rain', st: 'pula' },
  RIVER: { en: 'river', st: 'noka' },
  SALT: { en: 'salt', st: 'letsoai' },
  SAND: { en: 'sand', st: 'lehlabathe' },
  SEED: { en: 'seed', st: 'peo' },
  SHEEP: { en: 'sheep', st: 'nku' },
  STAR: { en: 'star', st: 'naleli' },
  STONE: { en: 'stone', st: 'lejoe' },
  SUN: { en: 'sun', st: 'letsatsi' },
  TABLE: { en: 'table', st: 'tafole' },
  TREE: { en: 'tree', st: 'sefate' },
  WATER: { en: 'water', st: 'metsi' },
  WHEEL: { en: 'wheel', st: 'lebili' },
  WINDOW: { en: 'window', st: 'fensetere' },
} as const satisfies Record<string, RememberedWord>

export const RememberedWordCode = z.enum(
  Object.keys(rememberedWords) as [keyof typeof rememberedWords, ...(keyof typeof rememberedWords)[]],
)
export type RememberedWordCode = z.infer<typeof RememberedWordCode>

/** Two different ones; which was said first is not remembered, and does not matter. */
export const WordPair = z.array(RememberedWordCode).check(z.length(2), isNamedOnce)
export type WordPair = z.infer<typeof WordPair>

export const wordCodes: readonly RememberedWordCode[] = RememberedWordCode.options

let folded: ReadonlyMap<string, RememberedWordCode> | undefined
/** Folded when somebody is first looked for by their words, and not at every cold start. */
function wordsByKey(): ReadonlyMap<string, RememberedWordCode> {
  folded ??= new Map(
    wordCodes.flatMap(code => [rememberedWords[code].en, rememberedWords[code].st].map(word => [foldName(word), code])),
  )
  return folded
}

/** Two words as somebody says them, in either order, language and spelling; undefined where they are not two of ours. */
export function readWordPair(said: string): WordPair | undefined {
  const codes = said
    .split(/[\s,;·]+/)
    .filter(word => word !== '')
    .map(word => wordsByKey().get(foldName(word)))
  const pair = WordPair.safeParse(codes)
  return pair.success ? pair.data : undefined
}

/** A pair by chance: `random` gives numbers from 0 up to 1. */
export function drawWordPair(random: () => number): WordPair {
  const first = Math.floor(random() * wordCodes.length)
  const other = Math.floor(random() * (wordCodes.length - 1))
  return [first, other < first ? other : other + 1].flatMap(index => wordCodes[index] ?? [])
}
