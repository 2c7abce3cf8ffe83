import { expect, it } from 'vitest'
import { matchRoute } from '../../../functions/commands/route-matching.ts'
import { capabilityNames, routesOf } from '../../../functions/contracts.ts'

const rows = capabilityNames.flatMap(owner => routesOf(owner).map(route => ({ owner, route })))
const id = '0193a3a0-0000-7000-8000-000000000001'
const pathOf = (path: string) => path.replaceAll('{post}', 'MB').replace(/\{\w+\}/g, id)

it('finds every route that changes something, with its own path parameters, and no other of the same path', () => {
  const changing = rows.filter(({ route }) => ['committed', 'sealed'].includes(route.recording) && route.body)
  expect(changing.length).toBeGreaterThan(12)
  for (const { owner, route } of changing) {
    const matched = matchRoute(rows, route.method, pathOf(route.path))
    expect(matched).toMatchObject({ owner, route: { name: route.name } })
    expect(Object.keys(matched?.params ?? {}).sort()).toEqual(Object.keys(route.examples.params ?? {}).sort())
  }
})

it('has no read among the commands, nor the parcel of commands itself', () => {
  expect(matchRoute(rows, 'GET', '/v1/batches')).toBeUndefined()
  expect(matchRoute(rows, 'POST', '/v1/persons/matches')).toBeUndefined()
  expect(matchRoute(rows, 'POST', '/v1/commands')).toBeUndefined()
})

it.each([
  ['POST', `/v1/batches/${id}`],
  ['PUT', '/v1/batches/'],
  ['PUT', '/v1/batches'],
  ['PUT', `/v1/batches/${id}/`],
  ['PUT', `/v1/batches/${id}/manifest/more`],
  ['PUT', `/v2/batches/${id}`],
  ['PUT', `/v1/batches//manifest`],
])('matches nothing to %s %s', (method, path) => {
  expect(matchRoute(rows, method, path)).toBeUndefined()
})
