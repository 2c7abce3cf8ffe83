/** The OpenAPI 3.1 document, made from the contract rows alone. Pure: no clock, no network, no AWS. */
import * as z from 'zod/mini'
import { everyRouteRefuses, type RefusalWord, refusals } from '../platform/refusals.ts'
import type { Route } from '../platform/route.ts'

export type Json = Readonly<Record<string, unknown>>

/** A JSON Schema of dialect 2020-12, which is OpenAPI 3.1's own. */
function schemaOf(schema: z.ZodMiniType<unknown>, io: 'input' | 'output'): Json {
  const { $schema: _dialect, '~standard': _standard, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const Properties = z.object({
  properties: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  required: z.optional(z.array(z.string())),
})

function parametersOf(route: Route): Json[] {
  const inPath = Properties.parse(schemaOf(route.params, 'input'))
  const inQuery = Properties.parse(schemaOf(route.query, 'input'))
  return [
    ...Object.entries(inPath.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      schema,
      ...(route.examples.params?.[name] === undefined ? {} : { example: route.examples.params[name] }),
    })),
    ...Object.entries(inQuery.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: inQuery.required?.includes(name) ?? false,
      schema,
    })),
  ]
}

const Problem = {
  type: 'object',
  description: 'A refusal (RFC 9457): one word of a closed list, with its sentence in both languages.',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    word: { type: 'string', enum: Object.keys(refusals) },
    sentences: {
      type: 'object',
      properties: { en: { type: 'string' }, 'st-LS': { type: 'string' } },
      required: ['en', 'st-LS'],
    },
    detail: { type: 'object', description: 'What a person needs to mend it; never what was typed.' },
  },
  required: ['type', 'title', 'status', 'word', 'sentences'],
}

const Fault = {
  type: 'object',
  description: 'Something broke on our side; the request id leads an operator to the log.',
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { const: 500 },
    requestId: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'requestId'],
}

function exampleProblem(word: RefusalWord): Json {
  const { status, en, st } = refusals[word]
  return {
    summary: en,
    value: { type: `urn:kamohelo:refusal:${word}`, title: en, status, word, sentences: { en, 'st-LS': st } },
  }
}

/** Answers that need a body, a signed-in caller or a name in the path are not promised where there is none. */
function wordsOf(route: Route): RefusalWord[] {
  const ofBody: readonly RefusalWord[] = ['malformed-json', 'malformed-gzip', 'body-too-large', 'wrong-content-type']
  const ofSignIn: readonly RefusalWord[] = ['not-signed-in', 'not-permitted']
  const shared = everyRouteRefuses.filter(
    word =>
      (route.body !== undefined || !ofBody.includes(word)) &&
      (route.permission !== 'public' || !ofSignIn.includes(word)),
  )
  return [...new Set([...shared, ...route.refusals])]
}

function refusalResponses(route: Route): Json {
  const byStatus = Map.groupBy(wordsOf(route), word => refusals[word].status)
  return Object.fromEntries(
    [...byStatus].map(([status, words]) => [
      String(status),
      {
        description: `Refused: ${words.join(', ')}`,
        content: {
          'application/problem+json': {
            schema: {
              allOf: [{ $ref: '#/components/schemas/Problem' }],
              properties: { word: { enum: words } },
            },
            examples: Object.fromEntries(words.map(word => [word, { $ref: `#/components/examples/${word}` }])),
          },
        },
      },
    ]),
  )
}

const answerOf = (route: Route): Json => ({
  description: route.summary,
  content: route.files
    ? Object.fromEntries(route.files.map(mediaType => [mediaType, {}]))
    : { 'application/json': { schema: schemaOf(route.response, 'output'), example: route.examples.response } },
})

/** A stored command answers 201, and its retry the same; everything else 200. */
const successOf = (route: Route): string => (route.body !== undefined && route.method === 'PUT' ? '201' : '200')

function operationOf(tag: string, route: Route): Json {
  return {
    operationId: route.name,
    tags: [tag],
    summary: route.summary,
    ...(route.permission === 'public' ? { security: [] } : { 'x-kamohelo-permission': route.permission }),
    'x-kamohelo-recording': route.recording,
    parameters: parametersOf(route),
    ...(route.body === undefined
      ? {}
      : {
          'x-kamohelo-contract-version': route.contractVersion ?? 1,
          requestBody: {
            required: true,
            description: `At most ${route.maxBodyBytes} bytes of JSON, which may be packed (content-encoding: gzip).`,
            content: {
              'application/json': { schema: schemaOf(route.body, 'input'), example: route.examples.body },
            },
          },
        }),
    responses: {
      [successOf(route)]: answerOf(route),
      ...refusalResponses(route),
      '500': { $ref: '#/components/responses/Fault' },
    },
  }
}

/** The whole interface; `rows` are the contract rows by capability. */
export function openApiDocument(rows: Readonly<Record<string, readonly Route[]>>): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [capability, routes] of Object.entries(rows)) {
    for (const route of routes) {
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(capability, route) }
    }
  }
  const words = Object.keys(refusals) as RefusalWord[]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kamohelo',
      version: '1',
      summary: "Lesotho's returnee screening and reintegration registry",
      description:
        'Every command carries an id made on the device: sending it again is harmless and gets the same receipt. ' +
        'Every refusal is problem JSON with a word of a closed list.',
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(rows).map(name => ({ name })),
    security: [{ staff: [] }],
    paths,
    components: {
      securitySchemes: {
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the staff pool; its groups, role@place, say what is allowed and where.',
        },
      },
      schemas: { Problem, Fault },
      examples: Object.fromEntries(words.map(word => [word, exampleProblem(word)])),
      responses: {
        Fault: {
          description: 'A fault on our side',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Fault' } } },
        },
      },
    },
  }
}
