/**
 * One slow link between a tablet and the system, shared by all that crosses it: so many bits a second each way, and half
 * of the round trip each way. Files of the page that is measured come beside it, at once.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { passOn, received } from './pass-on.ts'

export interface LinkSpeed {
  readonly bitsPerSecond: number
  readonly roundTripMilliseconds: number
}

export interface SlowLink {
  readonly origin: string
  /** Bytes of bodies that were sent since it was asked last. */
  readonly takeSentBytes: () => number
  /** Until it is set, everything crosses at once. */
  speed: LinkSpeed | undefined
  readonly stop: () => Promise<void>
}

/** One direction: what comes while something is crossing waits behind it. */
function direction(): (bytes: number, speed: LinkSpeed) => Promise<void> {
  let freeAt = 0
  return async (bytes, { bitsPerSecond, roundTripMilliseconds }) => {
    const begins = Math.max(performance.now(), freeAt)
    freeAt = begins + (bytes * 8 * 1_000) / bitsPerSecond
    await pause(freeAt - performance.now() + roundTripMilliseconds / 2)
  }
}

/** Requests under `/v1/` cross to the host; everything else is asked of `filesOrigin`. */
export async function startSlowLink(hostUrl: string, filesOrigin: string): Promise<SlowLink> {
  let sentBytes = 0
  const [up, down] = [direction(), direction()]
  const link: { speed: LinkSpeed | undefined } = { speed: undefined }
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const isAsked = path.startsWith('/v1/')
    const body = await received(request)
    if (isAsked) {
      sentBytes += body.length
      if (link.speed !== undefined) await up(body.length, link.speed)
    }
    const answer = await passOn(request, body, isAsked ? hostUrl : filesOrigin)
    const content = Buffer.from(await answer.arrayBuffer())
    if (isAsked && link.speed !== undefined) await down(content.length, link.speed)
    const said = [...answer.headers].filter(
      ([name]) => !['content-length', 'content-encoding', 'connection'].includes(name),
    )
    response.writeHead(answer.status, Object.fromEntries(said)).end(content)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  return Object.assign(link, {
    origin: `http://127.0.0.1:${address.port}`,
    takeSentBytes() {
      const sent = sentBytes
      sentBytes = 0
      return sent
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}
