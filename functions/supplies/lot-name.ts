/**
 * What a lot is called: the label its maker or donor printed on it, and the line of a donor's project that paid for it. The
 * same label paid by two is two lots, so that whatever is given names who bears it (domain.md 4.4). Money has no label: its
 * lot is its line. Pure.
 */
import * as z from 'zod/mini'

/** What comes in no lot stands under this one. */
export const noLot = '-'

const codes = '[A-Z][A-Z0-9-]{0,15}'

/** Of a project, or of one of its lines. */
export const BudgetCode = z.string().check(z.regex(new RegExp(`^${codes}$`)))

/** `JP-21/CASH`: a line of a project. */
export const Fund = z.string().check(z.regex(new RegExp(`^${codes}/${codes}$`)))
export type Fund = z.infer<typeof Fund>

export const fundOfLine = (projectCode: string, lineCode: string): Fund => `${projectCode}/${lineCode}`

export function lineOfFund(fund: Fund): { readonly projectCode: string; readonly lineCode: string } {
  const [projectCode = '', lineCode = ''] = fund.split('/')
  return { projectCode, lineCode }
}

/** A line for what must not be told begins so, and no other: its code says nothing. */
const maskedCode = 'GENERAL-'

export const maskedLine = (number: number): string => `${maskedCode}${number}`

export const isMaskedLine = (lineCode: string): boolean => lineCode.startsWith(maskedCode)

export const isMaskedFund = (fund: Fund): boolean => isMaskedLine(lineOfFund(fund).lineCode)

/** In the place of a line whose name would say too much (`payer-mask.ts`). */
export const unnamedLine = 'GENERAL'
const paidBy = '@'
const ended = new RegExp(`^(.*)${paidBy}(${codes}/${codes})$`, 's')

/** A label that looks like one with a payer would name a payer that never paid. */
export const isPlainLabel = (label: string): boolean => !label.includes(paidBy)

export const lotName = (label: string | undefined, fund: Fund | undefined): string =>
  fund === undefined ? (label ?? noLot) : `${label ?? noLot}${paidBy}${fund}`

/** Undefined of what no project paid for. */
export const fundOf = (lot: string): Fund | undefined => ended.exec(lot)?.[2]

/** Of the projects that paid for any of these lots, the codes. */
export const projectsOf = (lots: readonly { readonly lot: string }[]): readonly string[] => [
  ...new Set(lots.flatMap(({ lot }) => fundOf(lot) ?? []).map(fund => lineOfFund(fund).projectCode)),
]

/** Undefined of what comes in no lot. */
export function labelOf(lot: string): string | undefined {
  const label = ended.exec(lot)?.[1] ?? lot
  return label === noLot ? undefined : label
}
