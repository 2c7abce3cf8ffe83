/**
 * Which receipts are held against what the person says they were given: one in ten, drawn by the seed of their day
 * (domain.md 4.5, PROPOSAL). A receipt's id is made on a tablet, so its day's seed is made by the server with the day's
 * first receipt and told when the day is over: nobody can choose an id that is not drawn, and anybody can draw the same
 * again. Pure.
 */

const oneIn = 10

/** FNV-1a, 32 bits: evenly spread, and the same on every machine. */
export function spread(text: string): number {
  let hash = 0x811c9dc5
  for (const sign of text) {
    hash ^= sign.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

export const isDrawn = (receiptId: string, seed: string): boolean => spread(`${seed} ${receiptId}`) % oneIn === 0
