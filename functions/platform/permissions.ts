/**
 * Who may do what (design.md 8): one table, role × action, with the scope each needs.
 * A group in the token is `<role>@<place>`: `reception@MB`, `health@LS-C`, `analyst@*`.
 */
export const roles = [
  'reception',
  'screening',
  'supplies',
  'supervisor',
  'immigration',
  'administrator-office',
  'social-development',
  'child-gender-police',
  'health',
  'labour',
  'civil-registry',
  'livelihood',
  'protection',
  'finance',
  'analyst',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const districtRoles = [
  'administrator-office',
  'social-development',
  'child-gender-police',
  'health',
  'labour',
  'civil-registry',
  'livelihood',
] as const satisfies readonly Role[]
export type DistrictRole = (typeof districtRoles)[number]

/** `place`: only where the group says (a post or a district); `everywhere`: in the whole country. */
type Reach = 'place' | 'everywhere'

const atPost = (...allowed: Role[]): Partial<Record<Role, Reach>> =>
  Object.fromEntries(allowed.map(role => [role, 'place']))
const inDistrict = atPost(...districtRoles)
const nationwide = (...allowed: Role[]): Partial<Record<Role, Reach>> =>
  Object.fromEntries(allowed.map(role => [role, 'everywhere']))

export const permissions = {
  'batch.open': atPost('reception', 'supervisor', 'immigration'),
  'batch.read': atPost('reception', 'screening', 'supplies', 'supervisor', 'immigration'),
  'batch.count': atPost('reception', 'supervisor', 'immigration'),
  'batch.close': atPost('reception', 'supervisor'),
  'batch.close-unexplained': atPost('supervisor'),
  // Everybody on the bus by name: not for those who only hand out things or speak with one person.
  'batch.people': atPost('reception', 'supervisor', 'immigration'),
  // Counts and times alone, for who keeps the overview of a post.
  'batch.board': atPost('supervisor'),
  'manifest.import': atPost('reception', 'supervisor', 'immigration'),
  'outcome.record': atPost('reception', 'supervisor', 'immigration'),
  'intake.register': atPost('reception', 'supervisor'),
  'person.match': atPost('reception', 'supervisor'),
  'person.read': atPost('reception', 'supervisor', 'screening'),
  'person.complete': atPost('reception', 'supervisor'),
  'attachment.keep': atPost('reception', 'supervisor'),
  // Faces and marks: for who registers and who answers for what was given, not for who speaks with the person alone.
  'attachment.read': atPost('reception', 'supervisor'),
  // Onward transport: who rides with whom is the desk's to say, and who answers for the post.
  'trip.plan': atPost('reception', 'supervisor'),
  'trip.close': atPost('reception', 'supervisor'),
  // That an escort is on board: the second officer, and never who named them.
  'escort.confirm': atPost('supervisor'),
  // Vehicles, times and free seats, nobody's number.
  'trip.read': atPost('reception', 'screening', 'supervisor'),
  // Two who must not ride together: for those whom somebody tells it alone, and who answers for the post.
  'trip.apart': atPost('screening', 'supervisor'),
  // That a child is in somebody's care (domain.md 2.5): the second officer, and never who registered the child.
  'custody.confirm': atPost('supervisor'),
  // A district's desk only within a task it holds about that person.
  'consent.record': { ...atPost('reception', 'supervisor'), ...inDistrict },
  'screen.seal': atPost('screening'),
  'stock.read': atPost('reception', 'supplies', 'supervisor'),
  // What moved on a day, and whether it tallies.
  'stock.audit': { ...atPost('supplies', 'supervisor'), ...nationwide('finance', 'auditor') },
  'stock.receive': atPost('supplies'),
  // Between stores, and between a store and its leases.
  'stock.move': atPost('supplies'),
  // What a lost tablet held: for who answers for the post, and not for who leased it.
  'lease.write-off': atPost('supervisor'),
  // What was handed over beyond the books: for who answers for the post.
  'dispute.decide': atPost('supervisor'),
  // Projects by code, for who books deliveries and who audits.
  'budget.read': { ...atPost('supplies', 'supervisor'), ...nationwide('finance', 'protection', 'auditor') },
  // What is for whom nobody else may learn of (domain.md 7).
  'budget.sensitive': nationwide('finance', 'protection'),
  // Every move of a line, with its reason.
  'budget.audit': nationwide('finance', 'auditor'),
  'budget.move': nationwide('finance'),
  // After the intake, and what a second person is asked for.
  'support.give': atPost('reception', 'supervisor'),
  'support.answer': atPost('supervisor'),
  // Given by mistake: for who answers for the post.
  'support.reverse': atPost('supervisor'),
  // What people of the sample say they were given: not for who gave it.
  'support.verify': atPost('supervisor'),
  'support.read': atPost('reception', 'supplies', 'supervisor'),
  'task.list': { ...inDistrict, ...atPost('supervisor') },
  'task.claim': { ...inDistrict, ...atPost('supervisor') },
  'task.open': { ...inDistrict, ...atPost('supervisor') },
  'plan.record': atPost('livelihood'),
  'plan.read': atPost('livelihood'),
  'visit.record': atPost('livelihood', 'administrator-office', 'social-development'),
  'protection.read': nationwide('protection'),
  'protection.decide': nationwide('protection'),
  'report.read': nationwide('analyst'),
  'audit.read': nationwide('auditor'),
  'device.enrol': { ...atPost('supervisor'), ...nationwide('administrator') },
  'device.revoke': { ...atPost('supervisor'), ...nationwide('administrator') },
  'device.read': { ...atPost('supervisor'), ...nationwide('administrator') },
  'pass.open': atPost('reception', 'screening', 'supplies', 'supervisor', 'immigration'),
  'commands.send': {
    ...atPost('reception', 'screening', 'supplies', 'supervisor', 'immigration'),
    ...inDistrict,
  },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Action = keyof typeof permissions

/** The part of the country a caller may act on. A required argument of every read: there is no "all" by omission. */
export type Scope =
  | { readonly reach: 'everywhere' }
  | { readonly reach: 'places'; readonly places: readonly string[]; readonly roles: readonly Role[] }

export interface Grant {
  readonly role: Role
  /** A post code, a district code, a project, or `*`. */
  readonly place: string
}

const allowedReach = (action: Action, role: Role): Reach | undefined => {
  const row: Partial<Record<Role, Reach>> = permissions[action]
  return row[role]
}

/** A role for the whole country is given for `*`: held for one project or place it allows nothing that shows them all. */
const allows = ({ role, place }: Grant, action: Action): boolean => {
  const reach = allowedReach(action, role)
  return reach === 'place' || (reach === 'everywhere' && place === '*')
}

/** The scope in which these grants allow the action; undefined where they do not allow it at all. */
export function scopeFor(action: Action, grants: readonly Grant[]): Scope | undefined {
  const matching = grants.filter(grant => allows(grant, action))
  if (matching.length === 0) return undefined
  if (matching.some(grant => allowedReach(action, grant.role) === 'everywhere')) return { reach: 'everywhere' }
  return {
    reach: 'places',
    places: [...new Set(matching.map(grant => grant.place))],
    roles: [...new Set(matching.map(grant => grant.role))],
  }
}

/** True where the place (a post or a district code) lies in the scope. */
export const covers = (scope: Scope, place: string): boolean =>
  scope.reach === 'everywhere' || scope.places.includes(place)

/** The roles in which these grants allow the action at a place: a role held in one district gives nothing in another. */
export const rolesAt = (action: Action, grants: readonly Grant[], place: string): readonly Role[] =>
  grants.flatMap(grant => (grant.place === place && allows(grant, action) ? [grant.role] : []))
