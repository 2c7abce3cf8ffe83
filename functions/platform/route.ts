/**
 * A row of a capability's contract: the only place where a route is declared.
 * The API stack, the handler, the OpenAPI document, the web client and the access test all read these rows,
 * so nothing from AWS may be imported here.
 */
import type * as z from 'zod/mini'
import type { Action } from './permissions.ts'
import type { RefusalWord } from './refusals.ts'

/**
 * How the use of a route comes on record (design.md promise 7):
 * `committed` writes the entry in the same transaction as the change, `read` writes it before the answer leaves,
 * `sealed` does either inside the protection zone, `none` shows nothing about any person.
 */
export type Recording = 'committed' | 'read' | 'sealed' | 'none'

export interface Route {
  /** The request's name: the file that serves it and its test are called so, in kebab case. */
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly path: `/v1/${string}`
  readonly summary: string
  /** What the caller must be allowed to do; `public` routes are listed by a test. */
  readonly permission: Action | 'public'
  readonly recording: Recording
  readonly params: z.ZodMiniType<Record<string, string>>
  readonly query: z.ZodMiniType<Record<string, unknown>>
  readonly body?: z.ZodMiniType<unknown>
  /** The version of the body's shape that is current; 1 where absent. */
  readonly contractVersion?: number
  /** `upcasts[n]` raises a body captured under version n to n + 1: kept for 180 days after a tablet could last have it. */
  readonly upcasts?: Readonly<Record<number, (body: Record<string, unknown>) => Record<string, unknown>>>
  /** Bytes of the unpacked body; more is refused before it is parsed. */
  readonly maxBodyBytes: number
  /** Bytes of a body packed by gzip, where the route allows fewer than unpacked. */
  readonly maxPackedBytes?: number
  readonly response: z.ZodMiniType<unknown>
  /** A file instead of JSON: the media types it may be. */
  readonly files?: readonly string[]
  /** The words of `refusals.ts` this route may answer with, beside those every route may (`everyRouteRefuses`). */
  readonly refusals: readonly RefusalWord[]
  readonly examples: { readonly params?: Record<string, string>; readonly body?: unknown; readonly response: unknown }
}

/** Declares a route and keeps its exact types for the handler and the web client. */
export const route = <const R extends Route>(row: R): R => row

export type ParamsOf<R extends Route> = z.output<R['params']>
export type QueryOf<R extends Route> = z.output<R['query']>
export type BodyOf<R extends Route> = R['body'] extends z.ZodMiniType<unknown> ? z.output<R['body']> : undefined
export type ResponseOf<R extends Route> = z.output<R['response']>

/** The key an HTTP API gives a route: method, blank, path. */
export const routeKey = (row: Pick<Route, 'method' | 'path'>): string => `${row.method} ${row.path}`
