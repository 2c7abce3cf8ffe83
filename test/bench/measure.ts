/** One line of the benchmark's table. Every later measure is added to the same array. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the value is held against; absent where it is only reported. */
  readonly bound?: { readonly most: number } | { readonly least: number } | { readonly exactly: number }
  /** What was run, and the figures behind a ratio. */
  readonly detail: string
}

export function holds({ value, bound }: Measure): boolean {
  if (!bound) return true
  if ('most' in bound) return value <= bound.most
  if ('least' in bound) return value >= bound.least
  return value === bound.exactly
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) throw new Error('no figure was measured')
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
