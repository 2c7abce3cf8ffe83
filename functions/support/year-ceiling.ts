/** What a person may have for so many returns within twelve months, whichever projects paid (domain.md 4.2 rule 4). Pure. */
import * as z from 'zod/mini'
import { ItemCode, type SupportCatalogue } from './items.ts'

/** Kept with the person, of such items alone: when, for which return, and by which request where a second person granted it. */
export const Helped = z.object({
  item: ItemCode,
  returnEventId: z.string(),
  requestId: z.optional(z.string()),
  at: z.string(),
})
export type Helped = z.infer<typeof Helped>

const aYearBefore = (at: string): string => {
  const date = new Date(at)
  date.setUTCFullYear(date.getUTCFullYear() - 1)
  return date.toISOString()
}

const ceilingOf = (catalogue: SupportCatalogue, item: ItemCode): number | undefined =>
  catalogue.ceilings.find(ceiling => ceiling.item === item)?.returnsPerYear

/** Of these items, those that the person had for as many other returns already as a year allows. */
export const overTheYear = (
  catalogue: SupportCatalogue,
  items: readonly ItemCode[],
  helped: readonly Helped[],
  { at, returnEventId }: { readonly at: string; readonly returnEventId: string },
): readonly ItemCode[] =>
  items.filter(item => {
    const most = ceilingOf(catalogue, item)
    if (most === undefined) return false
    const since = aYearBefore(at)
    const returns = helped.filter(one => one.item === item && one.at > since && one.returnEventId !== returnEventId)
    return new Set(returns.map(one => one.returnEventId)).size >= most
  })

/** What is remembered of a giving: what no year limits is not counted. */
export const helpedBy = (
  catalogue: SupportCatalogue,
  items: readonly ItemCode[],
  on: Omit<Helped, 'item'>,
): readonly Helped[] => items.filter(item => ceilingOf(catalogue, item) !== undefined).map(item => ({ item, ...on }))
