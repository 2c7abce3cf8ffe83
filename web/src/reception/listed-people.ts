/** The list as the officer works through it: who is waiting, who is done, and who a typed name may mean. */
import type { BatchView } from '../../../functions/arrivals/contract.ts'
import type { ReadRow } from '../../../functions/arrivals/manifest-row.ts'
import { foldedWords } from '../../../functions/registration/name-folding.ts'

export interface ListedPerson {
  readonly row: number
  /** As the list has it, given names first; a row whose name could not be read shows what was typed. */
  readonly name: string
  readonly read: ReadRow
}

const nameOn = ({ person, typed }: ReadRow): string => {
  const names = [person?.givenNames, person?.surname].filter(part => part !== undefined && part !== '').join(' ')
  return names === '' ? Object.values(typed).join(' ') : names
}

type Listed = Pick<BatchView, 'rows' | 'counted'>

const stillOn = ({ rows, counted }: Listed, status: ReadRow['status']): ListedPerson[] => {
  const received = new Set(counted.map(({ row }) => row))
  return rows
    .filter(read => read.status === status && !received.has(read.row))
    .map(read => ({ row: read.row, name: nameOn(read), read }))
}

/** The accepted rows that nobody has been received on yet, in the order of the list. */
export const waitingOn = (listed: Listed): ListedPerson[] => stillOn(listed, 'ACCEPTED')

/** The rows that stand for nobody to register, as long as nothing is recorded on them. */
export const notTakenOn = (listed: Listed): ListedPerson[] => stillOn(listed, 'REJECTED')

/** The name on a row of the list, however that row was read. */
export const nameOfRow = (rows: readonly ReadRow[], row: number | undefined): string | undefined => {
  const read = rows.find(each => each.row === row)
  return read === undefined ? undefined : nameOn(read)
}

/** True where each word typed begins a word of the name, in either orthography (domain.md 8.5). Nothing typed matches all. */
export function matchesName(name: string, typed: string): boolean {
  const words = foldedWords(name)
  return foldedWords(typed).every(wanted => words.some(word => word.startsWith(wanted)))
}
