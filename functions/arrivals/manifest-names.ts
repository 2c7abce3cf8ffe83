/** Surname and given name in the wrong columns: often so on South African lists (domain.md 8.5). */
import { foldedWords, foldName } from '../registration/name-folding.ts'

export interface TypedNames {
  readonly surname: string
  readonly givenNames: string
}

/** Sesotho names that are common as given names and rare as surnames (GK): a hint beside what the list itself shows. */
const commonGivenNames = new Set(
  `Boitumelo Bokang Itumeleng Kabelo Kamohelo Karabo Katleho Keketso Keneuwe Khotso Lebohang Lehlohonolo Lerato
  Lijeng Likeleli Limpho Lineo Liseebo Liteboho Mamello Masechaba Mathabo Matseliso Mohau Mokete Motlatsi Mpho
  Neo Nkeletseng Nteboheleng Nthabiseng Nthati Ntsoaki Palesa Paseka Poloko Pulane Puleng Realeboha Refiloe
  Reitumetse Relebohile Rethabile Retselisitsoe Sechaba Seipati Tankiso Tebello Teboho Thabang Thabiso Thabo
  Thato Tieho Tlotliso Tsediso Tseliso Tsepiso Tsepo Tsoanelo Tumelo Tumisang`
    .split(/\s+/)
    .map(foldName),
)

/**
 * The rows whose names look swapped: what stands as the surname is a given name (elsewhere on the list and never a
 * surname there, or a common one), and what stands as the given name is not. Only a question: nothing is swapped here,
 * and matching does not depend on the order.
 */
export function namesLookSwapped(list: readonly TypedNames[]): boolean[] {
  const keys = list.map(({ surname, givenNames }) => ({ surname: foldName(surname), given: foldedWords(givenNames) }))
  const asSurname = tally(keys.map(({ surname }) => surname))
  const asGiven = tally(keys.flatMap(({ given }) => given))
  return keys.map(({ surname, given }) => {
    const countedHere = (word: string): number => given.filter(each => each === word).length
    const isGivenElsewhere = (word: string): boolean => (asGiven.get(word) ?? 0) > countedHere(word)
    const isSurnameElsewhere = (word: string): boolean => (asSurname.get(word) ?? 0) > (word === surname ? 1 : 0)
    const looksGiven = (word: string): boolean =>
      commonGivenNames.has(word) || (isGivenElsewhere(word) && !isSurnameElsewhere(word))
    if (surname === '' || given.length === 0 || !looksGiven(surname)) return false
    return !given.some(word => looksGiven(word) || isGivenElsewhere(word))
  })
}

const tally = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
