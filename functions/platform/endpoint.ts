/** Binds a contract row to the function that serves it: parsed in, permitted, recorded, parsed out. */
import * as z from 'zod/mini'
import type { Audit } from './audit.ts'
import { type Caller, readCaller } from './caller.ts'
import type { Clock } from './clock.ts'
import { type HttpEvent, readBody } from './http-event.ts'
import { type Scope, scopeFor } from './permissions.ts'
import {
  fileResponse,
  type HttpResponse,
  jsonResponse,
  problemResponse,
  type Refused,
  type Reply,
  refused,
} from './reply.ts'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from './route.ts'
import { isRulesVersion } from './rules-versions.ts'

/** What a request is given. Scope is the caller's for this route's permission: every read takes it. */
export interface Received<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  /** The body before its upcasts, for its fingerprint: a retry stays the same command when its shape is raised since. */
  readonly sent: unknown
  readonly caller: Caller
  readonly scope: Scope
  /** The token's own claims, for who hands a request on in the caller's name; to judge by, `caller` is what counts. */
  readonly claims: Claims
  readonly receivedAt: Date
}

export type Claims = Readonly<Record<string, unknown>>

export interface Endpoint {
  readonly route: Route
  serve(event: HttpEvent, chain: Chain): Promise<HttpResponse>
}

export interface Chain {
  readonly clock: Clock
  readonly audit: Audit
}

const nobody: Caller = { officerId: 'public', grants: [] }

export function endpoint<const R extends Route>(
  route: R,
  handle: (received: Received<R>) => Promise<Reply<ResponseOf<R>>>,
): Endpoint {
  return {
    route,
    async serve(event, { clock, audit }) {
      const admitted = admit(route, event)
      if ('refusal' in admitted) return problemResponse(admitted)
      const request = readRequest(route, event)
      if ('refusal' in request) return problemResponse(request)
      // The schemas of this very route parsed these three: their outputs are R's, which the compiler cannot follow here.
      const received = { ...request, ...admitted, receivedAt: clock.now() } as unknown as Received<R>
      const reply = await handle(received)
      if ('refusal' in reply) return problemResponse(reply)
      if (isRecordedHere(route))
        await Promise.all(
          reply.seen.map(subjectId => audit.record({ caller: admitted.caller, action: route.name, subjectId })),
        )
      return 'file' in reply ? fileResponse(reply) : jsonResponse(reply.status, route.response.parse(reply.value))
    },
  }
}

/** A read is recorded by this chain, in whatever zone its audit lies; a change records itself in its own transaction. */
const isRecordedHere = ({ recording, method }: Route): boolean =>
  recording === 'read' || (recording === 'sealed' && method === 'GET')

function admit(route: Route, event: HttpEvent): { caller: Caller; scope: Scope; claims: Claims } | Refused {
  const claims = event.requestContext.authorizer?.jwt.claims ?? {}
  if (route.permission === 'public')
    return { caller: nobody, scope: { reach: 'places', places: [], roles: [] }, claims: {} }
  const caller = readCaller(claims)
  if (!caller) return refused('not-signed-in')
  const scope = scopeFor(route.permission, caller.grants)
  return scope ? { caller, scope, claims } : refused('not-permitted')
}

function readRequest(
  route: Route,
  event: HttpEvent,
): { params: unknown; query: unknown; body: unknown; sent: unknown } | Refused {
  const params = route.params.safeParse(event.pathParameters ?? {})
  if (!params.success) return misaddressed(params.error.issues)
  const query = route.query.safeParse(event.queryStringParameters ?? {})
  if (!query.success) return invalid(query.error.issues)
  const asked = { params: params.data, query: query.data }
  if (!route.body) return { ...asked, body: undefined, sent: undefined }
  const sent = readBody(event, route)
  if ('refusal' in sent) return sent
  const raised = raiseBody(route, sent.json)
  if ('refusal' in raised) return raised
  const body = route.body.safeParse(raised.json)
  if (!body.success) return invalid(body.error.issues)
  return namesNoRules(raised.json) ? refused('version-retired') : { ...asked, body: body.data, sent: sent.json }
}

const Versioned = z.object({ versions: z.object({ contract: z.int() }) })
const WithRules = z.object({ versions: z.object({ rules: z.string() }) })
/** A sealed record names its rules inside: outside stands the contract alone. */
const Sealed = z.object({ contract: z.int() })

/** True for a command that names a day from which no rules ever held. */
function namesNoRules(json: unknown): boolean {
  const named = WithRules.safeParse(json)
  return named.success && !isRulesVersion(named.data.versions.rules)
}

/** A tablet that was offline sends the shape it was built with; the row's upcasts raise it to today's. */
function raiseBody(route: Route, json: unknown): { json: unknown } | Refused {
  const versioned = Versioned.safeParse(json)
  const current = route.contractVersion ?? 1
  if (!versioned.success) {
    const sealed = Sealed.safeParse(json)
    return sealed.success && sealed.data.contract !== current ? refused('version-retired') : { json }
  }
  if (versioned.data.versions.contract === current) return { json }
  let raised: Record<string, unknown> = { ...Object(json) }
  for (let version = versioned.data.versions.contract; version !== current; version += 1) {
    const raise = route.upcasts?.[version]
    if (!raise) return refused('version-retired')
    raised = { ...raise(raised), versions: { ...Object(raised['versions']), contract: version + 1 } }
  }
  return { json: raised }
}

type Issues = readonly z.core.$ZodIssue[]

const misaddressed = (issues: Issues): Refused =>
  issues.some(issue => issue.code === 'invalid_format' && issue.format === 'uuid')
    ? refused('identifier-not-uuid')
    : refused('not-found')

/** Names the fields and what is wrong with each, never the value that was typed. */
const invalid = (issues: Issues): Refused =>
  refused('invalid-fields', {
    fields: issues.slice(0, 20).map(issue => ({
      path: [...issue.path.map(String), ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 5) : [])].join(
        '.',
      ),
      problem:
        issue.code === 'custom' && typeof issue.params?.['word'] === 'string' ? issue.params['word'] : issue.code,
    })),
  })
