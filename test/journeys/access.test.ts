/** Who may do what, over HTTP: every route as every role, in scope and out of it; the outcome comes from the table alone. */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '../../functions/contracts.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import { type Grant, type Role, roles, rolesAt, scopeFor } from '../../functions/platform/permissions.ts'
import { isRefusalWord } from '../../functions/platform/refusals.ts'
import type { Route } from '../../functions/platform/route.ts'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Answer, ask, type Officer, officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, type Place, register } from './arrival.ts'
import { askOf } from './asks.ts'
import { aScreen, handOver } from './screen.ts'
import { nothingAt, placeOf, type Subjects, subjectsAt } from './subjects.ts'

const here: Place = { post: 'VR', district: 'LS-E' }
const elsewhere: Place = { post: 'CP', district: 'LS-B' }

/** These look at no place: what is sealed, searched for in the whole country, or asked of no record. A new one says so here. */
const placeless = new Set([
  'findMatches',
  'putScreen',
  'readSealingKey',
  'sendCommands',
  'sendPart',
  'sendParcel',
  'listRefused',
  'listProjects',
])
/** These name a place and no record: there is none that could be absent. */
const ofPlaces = new Set([
  'openBatch',
  'listBatches',
  'planTrip',
  'listTrips',
  'readOnward',
  'findByWords',
  'enrolDevice',
  'listDevices',
  'receiveStock',
  'transferStock',
  'adjustStock',
  'leaseStock',
  'readStore',
  'readDay',
  'listDisputes',
  'listRequests',
  'listWaiting',
  'listSample',
  'readStock',
  'readHoldings',
  'listTasks',
  'listHeldTasks',
  'listPlans',
])
/** These look for what is the caller's own, and nobody here has any. */
const ofOneself = new Set(['takeRefused'])
const ofCountry = new Set<Role>(['protection', 'finance', 'analyst', 'administrator', 'auditor'])

const groupOf = (role: Role, place: Place): string => `${role}@${ofCountry.has(role) ? '*' : placeOf(role, place)}`

let host: HostDoor
let subjects: Subjects
let absent: Subjects
beforeAll(async () => {
  host = await sharedHost()
  const screen = aScreen({ answers: { A1: 'YES', A2: 'NO' } })
  await handOver(host, screen)
  subjects = await subjectsAt(host, here, screen.screenId)
  absent = nothingAt(here, roles)
  await host.settled()
}, 420_000) // until one of their receipts is drawn, which nobody can choose

const officers = new Map<string, Officer>()
function officer(groups: readonly string[]): Officer {
  const name = groups.join('+')
  const found = officers.get(name) ?? officerOf(host, groups)
  officers.set(name, found)
  return found
}

const aboutTask = ({ path, name }: Route): boolean => path.includes('{taskId}') || name === 'recordPlan'
const placeOfSubject = (route: Route, desk: Role): string => {
  if (aboutTask(route) || route.name === 'listTasks' || route.name === 'listHeldTasks') return placeOf(desk, here)
  return /^(plan|visit)\./.test(route.permission) ? here.district : here.post
}
/** The two child desks share their task; every other desk's is its own. */
const childDesks = new Set<Role>(['social-development', 'child-gender-police'])
const mayDoTaskOf = (desk: Role, role: Role): boolean => role === desk || (childDesks.has(role) && childDesks.has(desk))

/** What the table of permissions, and of a desk's task the roles it names, promise to somebody with these grants. */
function promised(route: Route, grants: readonly Grant[], desk: Role): string {
  if (route.permission === 'public') return 'served'
  const scope = scopeFor(route.permission, grants)
  if (scope === undefined) return '403 not-permitted'
  if (ofOneself.has(route.name)) return 'not there'
  if (placeless.has(route.name) || scope.reach === 'everywhere') return 'served'
  const held = rolesAt(route.permission, grants, placeOfSubject(route, desk))
  const able = aboutTask(route) ? held.filter(role => mayDoTaskOf(desk, role)) : held
  return able.length > 0 ? 'served' : 'not there'
}

/** Served, even where the business then says no in a word of the route's own; anything unforeseen stands as it came. */
function outcomeOf(route: Route, { status, word }: Answer): string {
  if (status < 300) return 'served'
  const own = word !== undefined && isRefusalWord(word) && route.refusals.includes(word)
  if ((status === 409 || status === 422) && own) return 'served'
  return status === 404 && (own || word === 'not-found') ? 'not there' : `${status} ${word}`
}

const grantOf = (group: string): Grant => {
  const [role = '', place = ''] = group.split('@')
  const known = roles.find(one => one === role)
  if (known === undefined) throw new Error(`no role ${role}`)
  return { role: known, place }
}

async function outcomes(route: Route, groups: readonly (readonly [Role, string])[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [role, group] of groups)
    found[group] = outcomeOf(route, await officer([group]).ask(route, askOf(route.name, subjects, role)))
  return found
}
const promises = (route: Route, groups: readonly (readonly [Role, string])[]): Record<string, string> =>
  Object.fromEntries(groups.map(([role, group]) => [group, promised(route, [grantOf(group)], role)]))

const taskRoutes = allRoutes.filter(({ path, method }) => path.includes('{taskId}') && method !== 'GET')
const personRoutes = [registrationRoutes.readPerson, registrationRoutes.findByNumber]

const inScope = roles.map(role => [role, groupOf(role, here)] as const)
const outOfScope = roles
  .filter(role => !ofCountry.has(role))
  .flatMap(role => [[role, groupOf(role, elsewhere)] as const, [role, `${role}@*`] as const])

it('lets nobody in without a token, but to what the system says about itself', async () => {
  const answers = await Promise.all(
    allRoutes.map(async route => ({
      route,
      answer: await ask(host.url, route, askOf(route.name, subjects, 'reception')),
    })),
  )
  const open = answers.filter(({ answer }) => answer.status !== 401)
  expect(open.map(({ route }) => route.name)).toEqual(['readOpenApi'])
  expect(allRoutes.filter(({ permission }) => permission === 'public').map(({ name }) => name)).toEqual(['readOpenApi'])
  expect(open.map(({ answer }) => answer.status)).toEqual([200])
})

it.each([
  ['no group', []],
  ['a role nobody knows', ['superuser@VR', 'reception', '@VR', 'Reception@VR', 'reception @VR']],
])('lets in with %s, and permits nothing', async (_name, groups) => {
  for (const route of allRoutes.filter(({ permission }) => permission !== 'public')) {
    const { status, word } = await officer(groups).ask(route, askOf(route.name, subjects, 'reception'))
    expect([route.name, status, word]).toEqual([route.name, 403, 'not-permitted'])
  }
})

describe.each(allRoutes.map(route => [route.name, route] as const))('%s', (_name, route) => {
  it('answers every role at its own place as the table says', async () => {
    expect(await outcomes(route, inScope)).toEqual(promises(route, inScope))
  })

  it('answers every role from another place as the table says', async () => {
    expect(await outcomes(route, outOfScope)).toEqual(promises(route, outOfScope))
  })
})

/** Who is served at one place and finds nothing from another, by route; routes that ask by place or of none are left out. */
const hiding = allRoutes
  .filter(({ name, permission }) => permission !== 'public' && !placeless.has(name) && !ofPlaces.has(name))
  .flatMap(route => {
    const reader = inScope.find(
      ([role, group]) => !ofCountry.has(role) && promised(route, [grantOf(group)], role) === 'served',
    )
    return reader ? [[route.name, route, ...reader] as const] : []
  })

it.each(hiding)(
  '%s shows somebody from another place what it shows where there is nothing',
  async (...[name, route, role, group]) => {
    const nothing = await officer([group]).ask(route, askOf(name, absent, role))
    const hidden = await officer([groupOf(role, elsewhere)]).ask(route, askOf(name, subjects, role))
    const told = ({ status, headers, bytes }: Answer) => ({
      status,
      headers: [...headers.entries()].filter(([header]) => header !== 'date'),
      text: bytes.toString(),
    })
    expect(nothing.status).toBe(404)
    expect(told(hidden)).toEqual(told(nothing))
  },
)

it('answers any roles together as the table says of the sum of them', async () => {
  const signedIn = allRoutes.filter(({ permission }) => permission !== 'public')
  const places = ['VR', 'LS-E', 'CP', 'LS-B', '*']
  const group = fc
    .tuple(fc.constantFrom(...roles), fc.constantFrom(...places))
    .map(([role, place]) => `${role}@${place}`)
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(group, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...signedIn),
      fc.constantFrom(...roles.filter(role => subjects.tasks[role] !== undefined)),
      async (groups, route, desk) => {
        const answer = await officerOf(host, groups).ask(route, askOf(route.name, subjects, desk))
        expect(outcomeOf(route, answer)).toBe(promised(route, groups.map(grantOf), desk))
      },
    ),
    { numRuns: 300, seed: 20_261_122 },
  )
}, 120_000)

describe('whom a person ruled out', () => {
  const excluded = async (...exclusions: string[]) => {
    const arrived = await aBatch(host, here)
    const intake = anArrival(arrived, { full: { wages: { owed: true }, exclusions } })
    const { id } = await register(host, arrived, intake)
    const { personId, displayNumber } = intake
    return { ...subjects, personId, displayNumber, tasks: { labour: taskId(id, 'WAGE_CLAIM', 1) } }
  }

  it.each(['labour@LS-E', 'LS-E', 'the officer alone'])('finds nothing of the task, as %s', async office => {
    const ruledOut = officerOf(host, ['labour@LS-E'], 'ruled out')
    const others = officerOf(host, ['labour@LS-E'], 'not ruled out')
    const about = await excluded(office.startsWith('the') ? ruledOut.officerId : office)
    const told = async (by: Officer) => {
      const answers = await Promise.all(taskRoutes.map(route => by.ask(route, askOf(route.name, about, 'labour'))))
      return answers.map(({ status }) => status)
    }
    const hidden = taskRoutes.map(() => 404)
    expect(await told(ruledOut)).toEqual(hidden)
    if (office.startsWith('the')) expect(await told(others)).not.toContain(404)
    else expect(await told(others)).toEqual(hidden)
  })

  it('finds nothing of the person', async () => {
    const about = await excluded('reception@VR')
    const answers = async (by: Officer) =>
      Promise.all(personRoutes.map(async route => (await by.ask(route, askOf(route.name, about, 'reception'))).status))
    expect(await answers(officer(['reception@VR']))).toEqual([404, 404])
    expect(await answers(officer(['supervisor@VR']))).toEqual([200, 200])
    // One ruled-out office rules out its officer, whatever else they are.
    expect(await answers(officer(['reception@VR', 'supervisor@VR']))).toEqual([404, 404])
  })
})
