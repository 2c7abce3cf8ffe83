/**
 * How far a district is from another, in borders of districts that a road crosses: all that a post needs to say who goes
 * farther (domain.md 4.2 rule 3). GK: the borders are common knowledge, and the roads take no other way. Pure.
 */
import type { DistrictCode } from './places.ts'

const neighbours: Readonly<Record<DistrictCode, readonly DistrictCode[]>> = {
  'LS-A': ['LS-D', 'LS-E', 'LS-F', 'LS-K'],
  'LS-B': ['LS-C', 'LS-J'],
  'LS-C': ['LS-B', 'LS-D', 'LS-J', 'LS-K'],
  'LS-D': ['LS-A', 'LS-C', 'LS-K'],
  'LS-E': ['LS-A', 'LS-F'],
  'LS-F': ['LS-A', 'LS-E', 'LS-G', 'LS-H', 'LS-K'],
  'LS-G': ['LS-F', 'LS-H'],
  'LS-H': ['LS-F', 'LS-G', 'LS-K'],
  'LS-J': ['LS-B', 'LS-C', 'LS-K'],
  'LS-K': ['LS-A', 'LS-C', 'LS-D', 'LS-F', 'LS-H', 'LS-J'],
}

/** 0 within one district. */
export function districtSteps(from: DistrictCode, to: DistrictCode): number {
  let reached = new Set<DistrictCode>([from])
  for (let steps = 0; ; steps += 1) {
    if (reached.has(to)) return steps
    reached = new Set([...reached].flatMap(district => [district, ...neighbours[district]]))
  }
}
