/**
 * Who may see and do a task: the roles it names, held at its place, by nobody whom the person excluded (domain.md 5.2,
 * design.md 8). Pure: no clock, no network, no AWS.
 */
import type { Caller } from '../platform/caller.ts'
import { type Action, rolesAt } from '../platform/permissions.ts'
import { rosterOf } from './duty-roster.ts'

/** What decides of a task whether somebody may see it. */
export interface Guarded {
  readonly place: string
  readonly roles: readonly string[]
  readonly excluded?: readonly string[] | undefined
}

/** The part of all tasks a caller may act on; a required argument of every read of a task. */
export type TaskScope = (task: Guarded) => boolean

export const taskScope =
  (caller: Caller, action: Action): TaskScope =>
  task =>
    rolesAt(action, caller.grants, task.place).some(role => task.roles.includes(role)) &&
    !isExcluded(caller, task.excluded)

/**
 * Whether a person named this officer, an office of theirs (`<role>@<place>`) or a place of theirs as one that must not
 * handle their file. One excluded office excludes the officer, whatever other roles they hold.
 */
export function isExcluded(caller: Caller, excluded: readonly string[] = []): boolean {
  const names = new Set([caller.officerId, ...caller.grants.flatMap(({ role, place }) => [place, `${role}@${place}`])])
  return excluded.some(name => names.has(name))
}

/**
 * Whether no role is left that may ever see a task, those the duty roster calls later among them. That an officer was
 * named counts for nothing here: others hold their role.
 */
export function nobodyLeft({ place, roles, excluded = [] }: Guarded): boolean {
  const able = [...roles, ...rosterOf(roles[0] ?? '')]
  return excluded.includes(place) || able.every(role => excluded.includes(`${role}@${place}`))
}
