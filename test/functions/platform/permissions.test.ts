import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Action,
  covers,
  type Grant,
  permissions,
  type Role,
  roles,
  rolesAt,
  scopeFor,
} from '../../../functions/platform/permissions.ts'

const seed = 20261122
const actions = Object.keys(permissions).filter((name): name is Action => Object.hasOwn(permissions, name))
const places = ['MB', 'FB', 'LS-A', 'LS-C', '*']
const someGrants = fc.array(fc.record({ role: fc.constantFrom(...roles), place: fc.constantFrom(...places) }), {
  maxLength: 5,
})
const reachOf = (action: Action, role: Role): string | undefined => {
  const row: Partial<Record<Role, string>> = permissions[action]
  return row[role]
}

it('allows nothing to who holds no role for it, and only at the places where the role is held', () => {
  fc.assert(
    fc.property(fc.constantFrom(...actions), someGrants, fc.constantFrom(...places), (action, grants, place) => {
      const scope = scopeFor(action, grants)
      const allowing = grants.filter(
        grant => reachOf(action, grant.role) === 'place' || (reachOf(action, grant.role) && grant.place === '*'),
      )
      const allowed = allowing.some(grant => grant.place === place || reachOf(action, grant.role) === 'everywhere')
      expect(scope !== undefined && covers(scope, place)).toBe(allowed)
      expect(scope === undefined).toBe(allowing.length === 0)
    }),
    { seed, numRuns: 500 },
  )
})

it('gives a role held in one place nothing in another, whatever other roles are held there', () => {
  const grants: Grant[] = [
    { role: 'health', place: 'LS-A' },
    { role: 'labour', place: 'LS-C' },
    { role: 'auditor', place: 'LS-C' },
  ]
  expect(rolesAt('task.claim', grants, 'LS-A')).toEqual(['health'])
  expect(rolesAt('task.claim', grants, 'LS-C')).toEqual(['labour'])
  expect(rolesAt('task.claim', grants, 'LS-B')).toEqual([])
})

it('takes no place by omission: a group at every place is a place of that name and no more', () => {
  const scope = scopeFor('batch.read', [{ role: 'reception', place: '*' }])
  expect(scope && covers(scope, 'MB')).toBe(false)
})

it('reaches the whole country for protection, finance, analysts, auditors and, of tablets, administrators alone', () => {
  const nationwide = actions.flatMap(action =>
    roles.filter(role => reachOf(action, role) === 'everywhere').map(role => `${action} ${role}`),
  )
  expect(nationwide.sort()).toEqual([
    'audit.read auditor',
    'budget.audit auditor',
    'budget.audit finance',
    'budget.move finance',
    'budget.read auditor',
    'budget.read finance',
    'budget.read protection',
    'budget.sensitive finance',
    'budget.sensitive protection',
    'device.enrol administrator',
    'device.read administrator',
    'device.revoke administrator',
    'protection.decide protection',
    'protection.read protection',
    'report.read analyst',
    'stock.audit auditor',
    'stock.audit finance',
  ])
})

it('shows the whole country to nobody who holds its role for a part: no report is made of one project yet', () => {
  expect(scopeFor('report.read', [{ role: 'analyst', place: 'project:JP-21' }])).toBeUndefined()
  expect(scopeFor('protection.read', [{ role: 'protection', place: 'LS-A' }])).toBeUndefined()
})

it('gives immigration no permission on a person or an intake', () => {
  const theirs = actions.filter(action => reachOf(action, 'immigration') !== undefined)
  expect(theirs.filter(action => /^(person|intake|screen|protection|task|support)\./.test(action))).toEqual([])
})
