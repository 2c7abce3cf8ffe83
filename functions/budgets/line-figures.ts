/** What became of a line's money: from its own figures, and from what the day book says was given. Pure. */
import type { Given } from '../day-book/given-record.ts'
import type { Line } from './project-record.ts'
import type { LineFigures } from './shapes.ts'

export function figuresOf(line: Line, given: Given): LineFigures {
  const { quantity, allocated, released, funded, handedBack, spent, settled } = line
  const issued = given.issued - given.reversed
  return {
    allocated: allocated - released,
    available: quantity,
    leased: funded - handedBack - issued,
    ...{ issued, spent, settled, released, reversed: given.reversed },
  }
}
