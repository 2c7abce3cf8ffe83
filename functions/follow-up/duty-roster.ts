/**
 * Who is called next when a desk's task is not done in time (domain.md 5.2). PROPOSAL: no roster of Lesotho's districts
 * was found; each district's own replaces this one. Pure data, which the task lists read too.
 *
 * A health task stays with health, and a child's with the two child desks: those never reach the common list. The two
 * child desks stand in for each other, and whoever stands in for the others holds no task of theirs in common.
 */
import type { DistrictRole } from '../platform/permissions.ts'

/** The roles added to a task as it is escalated, first level first; past the end nobody is added. */
export const dutyRoster: { readonly [desk in DistrictRole]: readonly DistrictRole[] } = {
  'administrator-office': ['social-development'],
  livelihood: ['administrator-office'],
  labour: ['administrator-office'],
  'civil-registry': ['administrator-office'],
  'social-development': ['child-gender-police'],
  'child-gender-police': ['social-development'],
  health: [],
}

const roster: Readonly<Record<string, readonly DistrictRole[]>> = dutyRoster

/** Who is called for a desk's task, first level first; nobody for a desk of no district. */
export const rosterOf = (desk: string): readonly DistrictRole[] => roster[desk] ?? []
