/** What a request ends in: an answer, a file, or a refusal by its word. Faults are exceptions and never come this way. */
import { type RefusalWord, refusals } from './refusals.ts'

export interface Answer<T> {
  readonly status: 200 | 201
  readonly value: T
  /** Whose records were shown: each gets its audit entry before the answer leaves. */
  readonly seen: readonly string[]
}

export interface FileAnswer {
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
  readonly seen: readonly string[]
}

export interface Refused {
  readonly refusal: RefusalWord
  /** What a person needs to mend it: field paths, item codes, counts. Never what somebody typed. */
  readonly detail?: RefusalDetail
}

export type RefusalDetail = Readonly<Record<string, string | number | readonly string[] | readonly FieldProblem[]>>

export interface FieldProblem {
  readonly path: string
  readonly problem: string
}

export type Reply<T> = Answer<T> | FileAnswer | Refused

export const ok = <T>(value: T, seen: readonly string[] = []): Answer<T> => ({ status: 200, value, seen })
export const created = <T>(value: T, seen: readonly string[] = []): Answer<T> => ({ status: 201, value, seen })
export const file = (content: FileAnswer['file'], seen: readonly string[] = []): FileAnswer => ({ file: content, seen })
export const refused = (refusal: RefusalWord, detail?: RefusalDetail): Refused =>
  detail === undefined ? { refusal } : { refusal, detail }
/** Absent and out of scope look the same from outside (design.md 8). */
export const notFound = (): Refused => ({ refusal: 'not-found' })

export interface HttpResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: string
  readonly isBase64Encoded?: boolean
}

const unkept = { 'cache-control': 'no-store' }

/** A refusal as RFC 9457 problem JSON, with its sentence in both languages. */
export function problemResponse({ refusal, detail }: Refused): HttpResponse {
  const { status, en, st } = refusals[refusal]
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...unkept },
    body: JSON.stringify({
      type: `urn:kamohelo:refusal:${refusal}`,
      title: en,
      status,
      word: refusal,
      sentences: { en, 'st-LS': st },
      ...(detail === undefined ? {} : { detail }),
    }),
  }
}

/** A fault: nothing about its cause leaves the function; the request id leads an operator to the log. */
export const faultResponse = (requestId: string): HttpResponse => ({
  statusCode: 500,
  headers: { 'content-type': 'application/problem+json', ...unkept },
  body: JSON.stringify({
    type: 'about:blank',
    title: 'Something broke on our side. Your record is kept on this device.',
    status: 500,
    requestId,
  }),
})

export const jsonResponse = (statusCode: number, value: unknown): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...unkept },
  body: JSON.stringify(value),
})

export const fileResponse = ({ file: { name, mediaType, bytes } }: FileAnswer): HttpResponse => ({
  statusCode: 200,
  headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"`, ...unkept },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
})
