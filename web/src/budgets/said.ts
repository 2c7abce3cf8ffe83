/** How the desk calls what it shows: amounts, lines, and for whom a project pays, in the language on screen. */
import type { ProjectState } from '../../../functions/budgets/project-states.ts'
import type { Eligibility, LineFigures, LineView, ProjectView } from '../../../functions/budgets/shapes.ts'
import { districts } from '../../../functions/platform/places.ts'
import { StorePlace } from '../../../functions/supplies/store-place.ts'
import { quantityWords } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { localDay } from '../i18n/local-time.ts'
import { storeName } from '../i18n/store-name.ts'
import type { BadgeTone } from '../ui/status-badge.tsx'
import { t } from './words.ts'

/** In the order in which money goes through a line. */
export const figureNames = [
  ...(['allocated', 'available', 'leased', 'issued'] as const),
  ...(['spent', 'settled', 'released', 'reversed'] as const),
] as const satisfies readonly (keyof LineFigures)[]

/** `M12 500.50` of so many lisente. */
export const money = (lisente: number): string => quantityWords('lisente', lisente)

/** What it pays for; of what the reader may not be told, general assistance. */
export const lineTitle = ({ title }: Pick<LineView, 'title'>): string => title ?? t('line.general')

/** A move of the line alone stands at no store. */
export function storeWords(place: string): string {
  const store = StorePlace.safeParse(place)
  return store.success ? storeName(store.data) : ''
}

/** `22 Nov 2026: to 30 Jun 2027 instead of 31 Dec 2026. Second addendum`. */
export function changeWords(change: NonNullable<ProjectView['changes']>[number]): string {
  const said = { at: localDay(change.at), reason: change.reason }
  return change.does === 'EXTEND'
    ? t('changed.EXTEND', { ...said, from: localDay(change.from), to: localDay(change.to) })
    : t('changed.ADD_LINE', { ...said, line: change.lineCode })
}

/** `JP-21/CASH, Arrival grants`. */
export const lineName = (projectCode: string, line: LineView): string =>
  `${projectCode}/${line.lineCode}, ${lineTitle(line)}`

export const stateTones: Readonly<Record<ProjectState, BadgeTone>> = {
  OPEN: 'green',
  NOT_BEGUN: 'blue',
  ENDED: 'sand',
  CLOSED: 'plain',
}

const districtName = (of: Eligibility['districts'][number]): string =>
  districts.find(district => district.code === of)?.name ?? of

/** A sentence for each condition; one that says everybody where there is none. */
export function forWhom({ districts, returnTypes, priorities }: Eligibility): readonly string[] {
  const conditions = [
    ['for.districts', districts.map(districtName)],
    ['for.return-types', returnTypes.map(type => code(`return.${type}`))],
    ['for.priorities', priorities.map(priority => t(`priority.${priority}`))],
  ] as const
  const said = conditions.flatMap(([key, names]) => (names.length === 0 ? [] : [t(key, { names: names.join('; ') })]))
  return said.length === 0 ? [t('for.everybody')] : said
}

const order: readonly ProjectState[] = ['OPEN', 'NOT_BEGUN', 'ENDED', 'CLOSED']

/** What can still be used first; among those what ends first. */
export const openFirst = (one: ProjectView, other: ProjectView): number =>
  order.indexOf(one.state) - order.indexOf(other.state) ||
  one.endsOn.localeCompare(other.endsOn) ||
  one.projectCode.localeCompare(other.projectCode)
