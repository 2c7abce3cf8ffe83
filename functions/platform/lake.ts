/** What lies where in the lake: the facts function writes the first, compaction the second. The reports stack reads this file too. */
export const lakePrefixes = { facts: 'facts/', compacted: 'compacted/' } as const
export type LakePart = keyof typeof lakePrefixes
