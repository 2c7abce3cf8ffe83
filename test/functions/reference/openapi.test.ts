/** The document that others build on: valid by OpenAPI 3.1's own schema, true to the contracts, with examples that hold. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { allRoutes, capabilityNames, routesOf } from '../../../functions/contracts.ts'
import { everyRouteRefuses, refusals } from '../../../functions/platform/refusals.ts'
import type { Route } from '../../../functions/platform/route.ts'
import { openApiDocument } from '../../../functions/reference/openapi.ts'

const document = openApiDocument(Object.fromEntries(capabilityNames.map(name => [name, routesOf(name)])))

const Content = z.record(z.string(), z.looseObject({ schema: z.optional(z.record(z.string(), z.unknown())) }))
const Operation = z.looseObject({
  operationId: z.string(),
  security: z.optional(z.array(z.unknown())),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean() })),
  requestBody: z.optional(z.looseObject({ content: Content })),
  responses: z.record(z.string(), z.looseObject({ content: z.optional(Content) })),
})
const paths = z.record(z.string(), z.record(z.string(), Operation)).parse(document['paths'])
const operationOf = (route: Route) => {
  const operation = paths[route.path]?.[route.method.toLowerCase()]
  if (!operation) throw new Error(`no operation for ${route.name}`)
  return operation
}
const answerOf = (route: Route) => Object.entries(operationOf(route).responses).find(([status]) => status < '300')?.[1]

it('is valid by the schema of OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(document['openapi']).toBe('3.1.0')
})

it('has an operation for every route of every contract, named as the request is, and none beside them', () => {
  const operations = Object.values(paths).flatMap(methods => Object.values(methods))
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(allRoutes.map(({ name }) => name).sort())
  expect(new Set(allRoutes.map(({ name }) => name)).size).toBe(allRoutes.length)
})

it('resolves every reference within itself', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)
  expect(references.length).toBeGreaterThan(100)
  for (const reference of new Set(references)) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, step) => Object(at)[step], document)
    expect(found, reference).toBeDefined()
  }
})

it('asks for a signed-in caller everywhere but at the public routes', () => {
  const open = allRoutes.filter(route => operationOf(route).security?.length === 0).map(({ name }) => name)
  expect(open).toEqual(allRoutes.filter(({ permission }) => permission === 'public').map(({ name }) => name))
  expect(open).toEqual(['readOpenApi'])
})

it('stays within what a function may answer', () => {
  expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(1_000_000)
})

const ajv = new Ajv2020({ strict: false, validateFormats: false })
const holds = (schema: unknown, example: unknown) => {
  const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(schema))
  validate(structuredClone(example))
  return validate.errors ?? []
}

describe.each(allRoutes.map(route => [route.name, route] as const))('%s', (_name, route) => {
  const operation = operationOf(route)

  it('names every parameter of its path and its query', () => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const named = operation.parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name)
    expect(named.sort()).toEqual(inPath.sort())
    expect(Object.keys(route.examples.params ?? {}).sort()).toEqual(inPath)
    expect(operation.parameters.every(parameter => parameter.in === 'query' || parameter.required)).toBe(true)
  })

  it('has examples that hold, by the contract and by the document', () => {
    const { params = {}, body, response } = route.examples
    expect(route.params.safeParse(params).error?.issues).toBeUndefined()
    expect(route.response.safeParse(response).error?.issues).toBeUndefined()
    const answered = answerOf(route)?.content?.['application/json']?.schema
    if (route.files === undefined) expect(holds(answered, response)).toEqual([])
    if (route.body === undefined) return
    expect(route.body.safeParse(body).error?.issues).toBeUndefined()
    expect(holds(operation.requestBody?.content['application/json']?.schema, body)).toEqual([])
  })

  it('says with which words it refuses', () => {
    const said = Object.values(operation.responses).flatMap(({ content }) => {
      const word = z.object({ properties: z.object({ word: z.object({ enum: z.array(z.string()) }) }) })
      const parsed = word.safeParse(content?.['application/problem+json']?.schema)
      return parsed.success ? parsed.data.properties.word.enum : []
    })
    expect(said).toEqual(expect.arrayContaining([...route.refusals, 'try-again']))
    const known: readonly string[] = [...route.refusals, ...everyRouteRefuses]
    expect(said.every(word => known.includes(word) && Object.hasOwn(refusals, word))).toBe(true)
  })

  it('limits a body where it has one', () => {
    expect(route.maxBodyBytes > 0).toBe(route.body !== undefined)
    expect(route.maxBodyBytes).toBeLessThan(6_000_000)
  })
})
