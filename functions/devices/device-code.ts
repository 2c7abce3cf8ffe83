/** What a device's display numbers are made with (design.md 5). Pure: no clock, no network, no AWS. */

/** No vowel, so that no word comes out of it; nothing that is read for something else. */
const figures = '2346789'
const letters = 'CDFGHJKLMNPQRTVWXZ'
const alphabet = figures + letters

/** Three characters make some thousands; who finds five of them taken is given four. */
const shortAttempts = 5
export const mostAttempts = 12

/** Three or four letters and figures, a figure first. `pick`: a number from 0 to below the one given, at random. */
export function deviceCode(attempt: number, pick: (below: number) => number): string {
  const length = attempt < shortAttempts ? 3 : 4
  const others = Array.from({ length: length - 1 }, () => alphabet.charAt(pick(alphabet.length)))
  return figures.charAt(pick(figures.length)) + others.join('')
}
