/**
 * One S3 bucket: put, list, get. Signed by `aws4fetch`, since the whole S3 client weighs 140 kB of a bundle
 * (docs/adr/0006-spreadsheet-library.md). Object names are ours: letters, digits, `/`, `.`, `-`, `_`.
 */
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import * as z from 'zod/mini'
import { readEnvironment } from './environment.ts'

export interface StoredObject {
  readonly name: string
  /** Changes with the content. */
  readonly etag: string
}

export interface Bucket {
  /** Puts an object, over one of the same name. */
  put(name: string, content: Uint8Array, mediaType: string): Promise<void>
  /** Every object whose name begins so, page by page. */
  list(prefix: string): Promise<StoredObject[]>
  get(name: string): Promise<Uint8Array>
}

/** As Lambda sets them; the address where it is not AWS's own. */
const BucketEnvironment = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.optional(z.string()),
  AWS_ENDPOINT_URL_S3: z.optional(z.string()),
  AWS_ENDPOINT_URL: z.optional(z.string()),
})

/** S3 refused or broke: its status and nothing of what was sent. */
class BucketFault extends Error {
  override readonly name = 'BucketFault'
}

const unescaped = (xml: string): string =>
  xml.replace(
    /&(quot|lt|gt|apos|amp);/g,
    (_, entity: string) => ({ quot: '"', lt: '<', gt: '>', apos: "'" })[entity] ?? '&',
  )

const tagged = (xml: string, tag: string): string | undefined => {
  const found = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

const pageOf = (xml: string): { objects: StoredObject[]; next: string | undefined } => ({
  objects: [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, content = '']) => ({
    name: tagged(content, 'Key') ?? '',
    etag: (tagged(content, 'ETag') ?? '').replaceAll('"', ''),
  })),
  next: tagged(xml, 'NextContinuationToken'),
})

export function openBucket(bucketName: string, variables: Record<string, string | undefined> = process.env): Bucket {
  const environment = readEnvironment(BucketEnvironment, variables)
  const client = new AwsClient({
    accessKeyId: environment.AWS_ACCESS_KEY_ID,
    secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
    ...(environment.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: environment.AWS_SESSION_TOKEN }),
    region: environment.AWS_REGION,
    service: 's3',
    retries: 3,
  })
  const endpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL
  const address =
    endpoint === undefined
      ? `https://${bucketName}.s3.${environment.AWS_REGION}.amazonaws.com`
      : `${endpoint.replace(/\/$/, '')}/${bucketName}`

  async function send(path: string, request: RequestInit = {}): Promise<Response> {
    const response = await client.fetch(`${address}${path}`, request)
    if (response.ok) return response
    await response.body?.cancel()
    throw new BucketFault(`${request.method ?? 'GET'} answered ${response.status}`)
  }

  return {
    async put(name, content, mediaType) {
      const body = Uint8Array.from(content)
      // A bucket with Object Lock takes nothing without its checksum.
      const checksum = createHash('md5').update(body).digest('base64')
      await send(`/${name}`, { method: 'PUT', body, headers: { 'content-type': mediaType, 'content-md5': checksum } })
    },

    async list(prefix) {
      const found: StoredObject[] = []
      let token: string | undefined
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix })
        if (token !== undefined) query.set('continuation-token', token)
        const page = pageOf(await (await send(`/?${query}`)).text())
        found.push(...page.objects)
        token = page.next
      } while (token !== undefined)
      return found
    },

    async get(name) {
      return new Uint8Array(await (await send(`/${name}`)).arrayBuffer())
    },
  }
}

/** Values as JSON lines, as the lake and the archive keep them. */
export const jsonLines = (values: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(values.map(value => `${JSON.stringify(value)}\n`).join(''))
