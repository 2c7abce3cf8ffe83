/**
 * Words that tell an onlooker why somebody stands at the desk, and their Sesotho forms (drafts, from general
 * knowledge, as all our Sesotho). Whole words and their endings: "TB" and "HIV" as words, "rape" not inside "drape".
 */
const harmfulWords: readonly RegExp[] = [
  /\bdeport/i,
  /\billegal/i,
  /\btrafficking|\btrafficked/i,
  /\bvictim/i,
  /\bshelter/i,
  /\bprison/i,
  /\bHIV\b/i,
  /\bTB\b/i,
  /\brap(e|es|ed|ist)\b/i,
  /\bsuspect/i,
  /\bleleko|\blelekoa|\blelekiloe/i, // driven out
  /\bseng molaong/i, // unlawful, of a person or a stay
  /\bthekiso ea batho|\bho rekisoa ha batho/i, // trade in people
  /\blehlatsipa|\bmahlatsipa/i, // victim
  /\bbotšabelo/i, // shelter
  /\bteronko|\bchankana/i, // prison
  /\bkokoana-hloko|\blefuba/i, // HIV, TB
  /\bpeto|\bbeta|\bbetiloe/i, // rape
  /\bbelael|\bmmelaelloa/i, // suspect
]

/** The harmful words in a text, as they stand there. */
export const harmfulIn = (text: string): string[] => harmfulWords.flatMap(word => text.match(word)?.[0] ?? [])
