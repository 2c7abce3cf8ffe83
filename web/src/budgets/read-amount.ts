/** An amount as it is typed in maloti, read into lisente. Pure. */
import { Lisente } from '../../../functions/budgets/shapes.ts'

export const amountProblems = ['empty', 'wrong', 'nothing', 'too-large'] as const
export type AmountProblem = (typeof amountProblems)[number]

/**
 * Whole lisente, with a point or a comma before two figures at most, and spaces wherever they help to read. Three figures
 * after a comma may mean thousands or a slip: `wrong`, and asked again.
 */
export function readAmount(typed: string): number | AmountProblem {
  const text = typed.replace(/\s/g, '')
  if (text === '') return 'empty'
  const parts = /^(\d{1,15})(?:[.,](\d{1,2}))?$/.exec(text)
  if (parts === null) return 'wrong'
  const [, whole = '', fraction = ''] = parts
  const lisente = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  if (lisente === 0) return 'nothing'
  return Lisente.safeParse(lisente).success ? lisente : 'too-large'
}
