/**
 * Asks the server, by the rows of its contracts. A refusal and a missing network are answers, not exceptions: the
 * page keeps what was typed and says what was said.
 */
import * as z from 'zod/mini'
import type { LocalText } from '../../../functions/platform/local-text.ts'
import type { RefusalWord } from '../../../functions/platform/refusals.ts'
import { type RefusalSaidHere, refusalsSaidHere } from '../../../functions/platform/refusals-said-here.ts'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '../../../functions/platform/route.ts'
import { isPractice } from '../practice/is-practice.ts'
import { freshAccessToken, tokenForSending } from '../sign-in/session.ts'
import { type SaidByUs, saidByUs } from './said-by-us.ts'

export interface Refused {
  readonly ok: false
  readonly offline: false
  /** A newer server's may be one that this version does not know: its sentences say what it means. */
  readonly word: RefusalWord | SaidByUs | (string & Record<never, never>)
  readonly sentences: LocalText
  /** Field paths, item codes, counts: what a person needs to mend it. Never what somebody typed. */
  readonly detail: Readonly<Record<string, unknown>>
}
export interface Unreached {
  readonly ok: false
  readonly offline: true
}
/** No reply, or one that was cut in the middle. */
export const unreached: Unreached = { ok: false, offline: true }
export type No = Refused | Unreached
export type Answer<T> = { readonly ok: true; readonly value: T } | No

/** True of a part that a row does not ask for: its schema is an empty object. */
type IsEmpty<Part> = keyof Part extends never ? true : string extends keyof Part ? true : false
type PartOf<Name extends string, Part> = IsEmpty<Part> extends true ? unknown : { readonly [name in Name]: Part }

/** What a call needs beside its row: only the parts that the row asks for. */
export type Asking<R extends Route> = PartOf<'params', ParamsOf<R>> &
  PartOf<'query', QueryOf<R>> &
  (BodyOf<R> extends undefined ? unknown : { readonly body: BodyOf<R> })

export interface AnyAsking {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

const Problem = z.object({
  word: z.string(),
  sentences: z.object({ en: z.string(), 'st-LS': z.string() }),
  detail: z.optional(z.record(z.string(), z.unknown())),
})

/** What this tablet says itself, in sentences of its own. */
const saidHere = (word: SaidByUs): Refused => ({
  ok: false,
  offline: false,
  word,
  sentences: saidByUs[word],
  detail: {},
})

const fault = saidHere('fault')

/** Nothing was written on this tablet: what was typed stays in its form. */
export const storageFull = saidHere('storage-full')

/** The record was saved before, and not as it stands in this form: what was typed stays here, unsaved. */
export const savedElsewhere = saidHere('saved-elsewhere')

/** Every parameter is put in its place; the contract's paths hold ids and codes, never names. */
function address(
  row: Route,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`
}

const Parameters = z.record(z.string(), z.string())
const Query = z.record(z.string(), z.unknown())

/** The path of one request of a contract. */
export function addressOf(row: Route, asking: AnyAsking): string {
  return address(row, Parameters.parse(asking.params ?? {}), Query.parse(asking.query ?? {}))
}

/** A pass is asked for by who has just signed in, before their PIN; a private screen is sealed. Neither reads anything. */
const readNothing: readonly Route['permission'][] = ['pass.open', 'screen.seal']

function tokenFor({ permission }: Route): Promise<string | undefined> {
  if (permission === 'public') return Promise.resolve(undefined)
  return readNothing.includes(permission) ? tokenForSending() : freshAccessToken()
}

async function send(row: Route, asking: AnyAsking, accept: string): Promise<Response | Unreached> {
  if (isPractice) return unreached // whoever asks: nothing of practice leaves the page
  const path = addressOf(row, asking)
  const body = asking.body === undefined ? undefined : JSON.stringify(asking.body)
  try {
    const token = await tokenFor(row)
    return await fetch(path, {
      method: row.method,
      cache: 'no-store',
      headers: {
        accept,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    })
  } catch {
    return unreached // nothing here throws but a network that is not there
  }
}

/** What stands before the functions says no in words of its own, or in none: by status, what an officer is told. */
const saidBeforeTheFunctions: Readonly<Record<number, RefusalSaidHere>> = {
  401: 'not-signed-in',
  403: 'not-permitted',
  413: 'body-too-large',
  429: 'try-again',
  502: 'try-again',
  503: 'try-again',
  504: 'try-again',
}

/** A refusal that this tablet says itself. */
export function refusedAs(word: RefusalSaidHere): Refused {
  const { en: english, st: sesotho } = refusalsSaidHere[word]
  return { ok: false, offline: false, word, sentences: { en: english, 'st-LS': sesotho }, detail: {} }
}

async function refusalIn(response: Response): Promise<Refused> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined))
  if (!problem.success) {
    const word = saidBeforeTheFunctions[response.status]
    return word === undefined ? fault : refusedAs(word)
  }
  const { word, sentences, detail = {} } = problem.data
  return { ok: false, offline: false, word, sentences, detail }
}

/** Undefined where it is no JSON: no schema takes that. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

function read<R extends Route>(row: R, answered: unknown): Answer<ResponseOf<R>> {
  const value = z.safeParse<R['response']>(row.response, answered)
  return value.success ? { ok: true, value: value.data } : fault
}

/**
 * Sends one request of a contract and reads the answer by the row's own schema.
 * @example const stock = await call(deskStockRoutes.readStock, { params: { post: 'MB' } })
 */
export async function call<R extends Route>(row: R, asking: Asking<R> & AnyAsking): Promise<Answer<ResponseOf<R>>> {
  if (isPractice) {
    const invented = (await import('../practice/practice-answers.ts')).practiceAnswer(row, asking)
    return invented.ok ? read(row, invented.value) : invented
  }
  const response = await send(row, asking, 'application/json')
  if ('offline' in response) return response
  if (!response.ok) return refusalIn(response)
  const content = await response.text().catch(() => undefined)
  return content === undefined ? unreached : read(row, parsed(content))
}

export interface ReceivedFile {
  readonly name: string
  readonly content: Blob
}

/** As `call`, for a row that answers with a file; `mediaType` is one of the row's `files`. */
export async function callForFile<R extends Route>(
  row: R,
  asking: Asking<R> & AnyAsking,
  mediaType: string,
): Promise<Answer<ReceivedFile>> {
  const response = await send(row, asking, mediaType)
  if ('offline' in response) return response
  if (!response.ok) return refusalIn(response)
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const content = await response.blob().catch(() => undefined)
  return content === undefined ? unreached : { ok: true, value: { name: name ?? row.name, content } }
}
