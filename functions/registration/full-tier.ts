/** The full tier over time: what is said later replaces what it names (domain.md 2.3). Pure: no clock, no network, no AWS. */
import type { ClearedField, FullTier } from './person-fields.ts'

/**
 * What is kept after more was said; `cleared` names what was filled wrongly and is empty now. Exclusions are added to, never replaced: nobody at the desk is shown the earlier
 * ones, so nobody could repeat them.
 */
export function afterFullTier(
  known: FullTier | undefined,
  said: FullTier | undefined,
  cleared: readonly ClearedField[] = [],
): FullTier | undefined {
  if (!known || !said) return said ?? known
  const exclusions = [...new Set([...(known.exclusions ?? []), ...(said.exclusions ?? [])])]
  const kept = Object.fromEntries(Object.entries(known).filter(([field]) => !cleared.some(each => each === field)))
  return { ...kept, ...said, ...(exclusions.length > 0 && { exclusions }) }
}

/** The same as an officer may see it: whom the person ruled out is enforced and shown to nobody. */
export function shownFullTier(full: FullTier | undefined): FullTier | undefined {
  if (!full) return undefined
  const { exclusions: _ruledOut, ...shown } = full
  return shown
}
