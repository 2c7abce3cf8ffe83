/**
 * The folding key of names: brings the Lesotho and the South African spelling of a Sesotho name, and the usual
 * ways of typing either, to one form (domain.md 8.5, a PROPOSAL). For finding candidates only: never for display,
 * never stored in place of the name, and never a decision, since it merges foreign names too (Lisa and Disa).
 */

/** `'` and what phones, word processors and spreadsheets put in its place. */
const apostrophes = /[\u2018\u2019\u201A\u201B\u2032\u02B9\u02BB\u02BC\u02BD\u02C8\u0060\uA78C\u055A]/g
/** NFKC takes the free-standing acute accent, a common apostrophe on old keyboards, apart into a space and a mark. */
const freeStandingAccent = / [\u0301\u0313\u0314]/g
const vowel = '[aeiou]'

function foldOnce(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replace(freeStandingAccent, "'")
      .replace(apostrophes, "'")
      .toLowerCase()
      .replaceAll('š', 'S') // kept apart from s until the next step: the only capital left
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/tS|ts'|t's/g, 'tsh')
      .replaceAll('S', 'sh')
      .replace(/k'h|kg/g, 'kh')
      // 'm, 'm', mm and 'n, nn at the start of a word become m and n here and in the last step, which makes doubles single
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replaceAll('tjh', 'ch')
      .replaceAll('pjh', 'psh')
      .replaceAll('fj', 'fsh')
      .replaceAll('di', 'li')
      .replaceAll('du', 'lu')
      .replace(new RegExp(`y(?=${vowel})`, 'g'), 'e')
      .replace(new RegExp(`w(?=${vowel})`, 'g'), 'o')
      .replaceAll('tsh', 'ts')
      .replace(/(.)\1+/gu, '$1')
  )
}

/**
 * The key of one name. Names that may be the same have the same key; an empty key means that nothing in the name
 * can be compared, and must not be taken for a match.
 *
 * The steps are repeated until nothing changes, so that the key of a key is the key itself: it ends, because each
 * step that changes anything either takes away a d, f-j, g, w or y for good or makes the text shorter.
 */
export function foldName(name: string): string {
  let folded = foldOnce(name)
  for (let before = name; folded !== before; ) {
    before = folded
    folded = foldOnce(folded)
  }
  return folded
}

/** The key of each word of a name, in the order typed; words that fold to nothing are left out. */
export const foldedWords = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replace(freeStandingAccent, "'")
    .split(/\s+/)
    .map(foldName)
    .filter(word => word !== '')

/** The key is an index's key, which holds 2,048 bytes: some single characters fold into a whole sentence. */
const longestKey = 300

/**
 * One key for a whole name, whichever of its parts was typed as the surname: the folded words in alphabetical order
 * (surname and first name are often swapped on South African lists, domain.md 8.5). Empty where nothing can be compared.
 */
export const nameKey = (givenNames: string, surname: string): string =>
  [...foldedWords(givenNames), ...foldedWords(surname)]
    .sort()
    .join(' ')
    .slice(0, longestKey)
    .replace(/[\uD800-\uDBFF]$/, '') // half of a pair could not be stored
