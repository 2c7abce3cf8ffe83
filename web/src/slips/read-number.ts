import { normaliseDisplayNumber } from '../../../functions/registration/display-number.ts'
import { isPractice } from '../practice/is-practice.ts'

/** A number as somebody typed it; in practice one of its own, which no other desk takes for a number. */
export const readDisplayNumber = (typed: string): string | undefined =>
  isPractice ? typed.trim().toUpperCase() || undefined : normaliseDisplayNumber(typed)
