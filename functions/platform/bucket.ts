/**
 * One S3 bucket: put, list, get, remove, without the S3 client, which weighs 140 kB of a bundle. Object names are ours: letters, digits, `/`, `.`, `-`, `_`.
 */
import { createHash } from 'node:crypto'
import { signedService } from './signed-service.ts'

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
  /** Lets go of an object; of one that is not there too. */
  remove(name: string): Promise<void>
}

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
  const s3 = signedService('s3', variables)
  const address =
    s3.endpoint === undefined ? `https://${bucketName}.s3.${s3.region}.amazonaws.com` : `${s3.endpoint}/${bucketName}`

  async function send(path: string, request: RequestInit = {}): Promise<Response> {
    const response = await s3.fetch(`${address}${path}`, request)
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

    async remove(name) {
      await send(`/${name}`, { method: 'DELETE' })
    },
  }
}

/** Values as JSON lines, as the lake and the archive keep them. */
export const jsonLines = (values: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(values.map(value => `${JSON.stringify(value)}\n`).join(''))
