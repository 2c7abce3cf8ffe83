/** Who may be shown a person (design.md 8). Pure: no clock, no network, no AWS. */
import { isExcluded } from '../follow-up/task-access.ts'
import type { Caller } from '../platform/caller.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import type { Person } from './person-record.ts'

/** The part of all persons a caller may be shown; a required argument of every read of a person. */
export type PersonScope = (person: Person) => boolean

/** For what follows from an answer by itself, and shows the person to nobody. */
export const shownToNobody: PersonScope = () => true

/** Those who came back through a post of the scope; whoever the person ruled out is out of scope. */
export const atTheirPosts =
  (caller: Caller, scope: Scope): PersonScope =>
  person =>
    person.returns.some(({ post }) => covers(scope, post)) && !isExcluded(caller, person.full?.exclusions)

/**
 * Whoever stands at the desk may have come back before through any post: a repeat returnee is only found in the whole
 * country. Whoever the person ruled out is out of scope here too.
 */
export const anywhere =
  (caller: Caller): PersonScope =>
  person =>
    !isExcluded(caller, person.full?.exclusions)
