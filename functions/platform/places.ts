/**
 * Districts and arrival posts of Lesotho (domain.md 8.1, 8.2). Data, held here so that the tablet has it offline.
 * No coordinates and no OCHA P-codes: neither was found in a source that can be trusted (domain.md 8.1).
 */
import * as z from 'zod/mini'

/** ISO 3166-2 code, name and capital. There is no LS-I. */
export const districts = [
  { code: 'LS-A', name: 'Maseru', camptown: 'Maseru' },
  { code: 'LS-B', name: 'Butha-Buthe', camptown: 'Butha-Buthe' },
  { code: 'LS-C', name: 'Leribe', camptown: 'Hlotse' },
  { code: 'LS-D', name: 'Berea', camptown: 'Teyateyaneng' },
  { code: 'LS-E', name: 'Mafeteng', camptown: 'Mafeteng' },
  { code: 'LS-F', name: "Mohale's Hoek", camptown: "Mohale's Hoek" },
  { code: 'LS-G', name: 'Quthing', camptown: 'Moyeni' },
  { code: 'LS-H', name: "Qacha's Nek", camptown: "Qacha's Nek" },
  { code: 'LS-J', name: 'Mokhotlong', camptown: 'Mokhotlong' },
  { code: 'LS-K', name: 'Thaba-Tseka', camptown: 'Thaba-Tseka' },
] as const

export type DistrictCode = (typeof districts)[number]['code']
export const districtCodes: readonly DistrictCode[] = districts.map(({ code }) => code)
export const DistrictCode = z.enum(districtCodes)

/**
 * Arrival posts. `priority` 1 is a main drop-off. `district` is null where arrivals may be anywhere.
 * `numberCode` stands in display numbers: two letters drawn at random, so that a slip shown at home does not say
 * which crossing it was given at (domain.md 2.6). It is never changed, since slips carry it.
 * `provisional`: the district is from general knowledge and awaits confirmation (domain.md 8.2, GK).
 */
export const posts = [
  { code: 'MB', name: 'Maseru Bridge', district: 'LS-A', priority: 1, numberCode: 'XV', provisional: false },
  {
    code: 'FB',
    name: 'Ficksburg Bridge / Maputsoe',
    district: 'LS-C',
    priority: 1,
    numberCode: 'KQ',
    provisional: false,
  },
  { code: 'CP', name: 'Caledonspoort', district: 'LS-B', priority: 2, numberCode: 'BH', provisional: false },
  { code: 'VR', name: "Van Rooyen's Gate", district: 'LS-E', priority: 2, numberCode: 'TK', provisional: false },
  { code: 'QN', name: "Qacha's Nek", district: 'LS-H', priority: 2, numberCode: 'PM', provisional: false },
  // not TB: codes stand in addresses and groups, and that is also an illness
  { code: 'TE', name: 'Tele Bridge', district: 'LS-G', priority: 2, numberCode: 'QV', provisional: false },
  { code: 'AP', name: 'Moshoeshoe I Airport', district: 'LS-A', priority: 2, numberCode: 'LV', provisional: false },
  { code: 'MK', name: 'Makhaleng Bridge', district: 'LS-F', priority: 3, numberCode: 'NG', provisional: true },
  { code: 'PK', name: 'Peka Bridge', district: 'LS-C', priority: 3, numberCode: 'RZ', provisional: true }, // or Berea
  { code: 'SG', name: "Sephapo's Gate", district: 'LS-E', priority: 3, numberCode: 'KW', provisional: true },
  { code: 'MP', name: 'Monontsha Pass', district: 'LS-B', priority: 3, numberCode: 'LX', provisional: true },
  { code: 'SP', name: 'Sani Pass', district: 'LS-J', priority: 3, numberCode: 'JZ', provisional: true },
  { code: 'BN', name: "Bushman's Nek", district: 'LS-H', priority: 3, numberCode: 'QL', provisional: true },
  { code: 'RG', name: 'Ramatsiliso Gate', district: 'LS-H', priority: 3, numberCode: 'CF', provisional: true },
  { code: 'ON', name: 'Ongeluksnek', district: 'LS-G', priority: 3, numberCode: 'SH', provisional: true }, // or Qacha's Nek
  // a district office or a village, for who crossed where there is no post
  { code: 'INFORMAL', name: 'No post', district: null, priority: 3, numberCode: 'HW', provisional: false },
] as const

export type Post = (typeof posts)[number]
export type PostCode = Post['code']
export const postCodes: readonly PostCode[] = posts.map(({ code }) => code)
export const PostCode = z.enum(postCodes)

export function postOf(code: PostCode): Post {
  const post = posts.find(each => each.code === code)
  if (post === undefined) throw new Error(`no such post: ${code}`)
  return post
}

/** Letters alone: case, spaces, hyphens, accents and every kind of apostrophe fall away. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** Ways of writing a district that its name and capital do not cover: domain.md 8.1; those marked GK from general knowledge. */
const spellings = {
  quachasnek: 'LS-H',
  qachasneck: 'LS-H',
  quachasneck: 'LS-H',
  bothabothe: 'LS-B', // GK: the Sesotho name
  ty: 'LS-D', // GK: Teyateyaneng, as everybody calls it
} as const satisfies Record<string, DistrictCode>

const districtBySpelling = new Map<string, DistrictCode>([
  ...districts.flatMap(({ code, name, camptown }): [string, DistrictCode][] => [
    [lettersOf(code), code],
    [lettersOf(name), code],
    [lettersOf(camptown), code],
  ]),
  ...Object.entries(spellings),
])

/**
 * The district that somebody typed, by code, name, capital or a known other spelling. Undefined where it is none of
 * these: no spelling is guessed, the officer is asked.
 */
export const districtNamed = (text: string): DistrictCode | undefined =>
  districtBySpelling.get(lettersOf(text.replace(/\b(district|camp ?town)\b/gi, '')))
