/** The part of S3 the product uses: put, get (ranges too), head, list, delete, signed links. Path-style addresses. */
import type { IncomingHttpHeaders } from 'node:http'
import { escapeMarkup } from '../escape-markup.ts'
import type { AwsCall, AwsReply, AwsService } from './gateway.ts'
import type { ObjectHead, ObjectStore } from './object-store.ts'
import type { Ask, Permissions, Principal } from './permissions.ts'
import { AwsRefusal, accessDenied, s3Refusal } from './refusal.ts'

export interface S3Options {
  readonly store: ObjectStore
  readonly buckets: ReadonlySet<string>
  readonly permissions: Permissions
}

const keptHeaders = /^(content-(type|encoding|disposition|language)|cache-control|x-amz-meta-.+)$/
const xml = (body: string): AwsReply => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
})

/** Parameters of plain requests; any other names an aspect of the object (its tags, an upload in parts). */
const plainParameters =
  /^(x-id|list-type|prefix|max-keys|delimiter|continuation-token|start-after|encoding-type|x-amz-.*|response-.*)$/i

/** A body streamed by the SDK comes in numbered chunks, with a checksum behind the last one. */
function decodeBody({ headers, body }: AwsCall): Buffer {
  if (!String(headers['x-amz-content-sha256']).startsWith('STREAMING-')) return body
  const chunks: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16)
    if (lineEnd < 0 || !(size > 0)) break
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return Buffer.concat(chunks)
}

function headersToKeep(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    keptHeaders.test(name) && typeof value === 'string' ? [[name, value.replace(/^aws-chunked,?\s*/, '')]] : [],
  )
  return Object.fromEntries(kept.filter(([, value]) => value !== ''))
}

function objectHeaders({ etag, lastModified, headers }: ObjectHead, url: URL): Record<string, string> {
  const asked = [...url.searchParams].flatMap(([name, value]) =>
    name.startsWith('response-') ? [[name.slice('response-'.length), value]] : [],
  )
  return {
    'content-type': 'binary/octet-stream',
    ...headers,
    ...Object.fromEntries(asked),
    etag: `"${etag}"`,
    'last-modified': new Date(lastModified).toUTCString(),
    'accept-ranges': 'bytes',
  }
}

/** First and last byte asked for; undefined for the whole; refused where it lies behind the end. */
function readRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start >= size || start > end) throw new AwsRefusal('InvalidRange', 'The requested range is not satisfiable', 416)
  return { start, end }
}

/** A signed link is good as long as it says, and for nothing but itself. */
function checkSignedLink(url: URL): void {
  const expires = url.searchParams.get('X-Amz-Expires')
  if (expires === null) return
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(url.searchParams.get('X-Amz-Date') ?? '') ?? []
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (!(Date.now() < signedAt + Number(expires) * 1000))
    throw new AwsRefusal('AccessDenied', 'Request has expired', 403)
}

export function s3Service({ store, buckets, permissions }: S3Options): AwsService {
  async function demand(principal: Principal, ask: Ask): Promise<void> {
    if (!(await permissions.allows(principal, ask))) throw accessDenied(principal, ask)
  }

  async function list({ principal, url }: AwsCall, bucket: string): Promise<AwsReply> {
    const asked = (name: string): string => url.searchParams.get(name) ?? ''
    const prefix = asked('prefix')
    const size = Math.min(Number(asked('max-keys') || 1000), 1000)
    const context = { 's3:prefix': prefix, 's3:max-keys': String(size), 's3:delimiter': asked('delimiter') }
    await demand(principal, { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, context })
    if (asked('delimiter') !== '') throw new AwsRefusal('NotImplemented', 'The local host lists without delimiter', 501)
    const after = Buffer.from(asked('continuation-token'), 'base64url').toString() || asked('start-after')
    const keys = (await store.keys(bucket, prefix)).filter(
      key => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0,
    )
    const page = keys.slice(0, size)
    const truncated = keys.length > page.length
    const contents = await Promise.all(
      page.map(async key => {
        const found = await store.find(bucket, key)
        if (found === undefined) return ''
        const { size: bytes, etag, lastModified } = found.head
        return `<Contents><Key>${escapeMarkup(key)}</Key><LastModified>${lastModified}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${bytes}</Size><StorageClass>STANDARD</StorageClass></Contents>`
      }),
    )
    const next = truncated ? Buffer.from(page.at(-1) ?? '').toString('base64url') : ''
    return xml(
      `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${escapeMarkup(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${size}</MaxKeys><IsTruncated>${truncated}</IsTruncated>${truncated ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`,
    )
  }

  async function get(call: AwsCall, bucket: string, key: string, withBody: boolean): Promise<AwsReply> {
    const { principal, url, headers } = call
    checkSignedLink(url)
    await demand(principal, { action: 's3:GetObject', resource: `arn:aws:s3:::${bucket}/${key}` })
    const found = await store.find(bucket, key)
    if (found === undefined) {
      // Who may not list a bucket is not told what it lacks.
      await demand(principal, { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` })
      throw new AwsRefusal('NoSuchKey', 'The specified key does not exist.', 404)
    }
    const { head } = found
    const range = readRange(headers.range, head.size)
    const { start, end } = range ?? { start: 0, end: head.size - 1 }
    return {
      status: range === undefined ? 200 : 206,
      headers: {
        ...objectHeaders(head, url),
        'content-length': end - start + 1,
        ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${head.size}` }),
      },
      body: withBody && head.size > 0 ? found.read(start, end) : '',
    }
  }

  async function put(call: AwsCall, bucket: string, key: string): Promise<AwsReply> {
    const { principal, headers } = call
    await demand(principal, { action: 's3:PutObject', resource: `arn:aws:s3:::${bucket}/${key}` })
    if (headers['x-amz-copy-source'] !== undefined) throw new AwsRefusal('NotImplemented', 'No copies here', 501)
    const onlyNew = headers['if-none-match'] === '*'
    const stored = await store.put(bucket, key, decodeBody(call), headersToKeep(headers), onlyNew)
    if (stored === undefined)
      throw new AwsRefusal('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412)
    return { status: 200, headers: { etag: `"${stored.etag}"` }, body: '' }
  }

  return {
    refuse: s3Refusal,
    async handle(call) {
      const [, bucket = '', path = ''] = /^\/([^/]+)\/?(.*)$/.exec(call.url.pathname) ?? []
      const key = decodeURIComponent(path)
      if (!buckets.has(bucket)) throw new AwsRefusal('NoSuchBucket', 'The specified bucket does not exist', 404)
      const aspect = [...call.url.searchParams.keys()].find(name => !plainParameters.test(name))
      if (aspect !== undefined) throw new AwsRefusal('NotImplemented', `The local host knows no ?${aspect}`, 501)
      if (key === '' && call.method === 'GET' && call.url.searchParams.get('list-type') === '2')
        return list(call, bucket)
      if (key !== '' && call.method === 'GET') return get(call, bucket, key, true)
      if (key !== '' && call.method === 'HEAD') return get(call, bucket, key, false)
      if (key !== '' && call.method === 'PUT') return put(call, bucket, key)
      if (key !== '' && call.method === 'DELETE') {
        await demand(call.principal, { action: 's3:DeleteObject', resource: `arn:aws:s3:::${bucket}/${key}` })
        await store.remove(bucket, key)
        return { status: 204, headers: {}, body: '' }
      }
      throw new AwsRefusal('NotImplemented', `The local host does not ${call.method} this`, 501)
    },
  }
}
