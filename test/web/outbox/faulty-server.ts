/** Takes parcels as the server would, and loses them or its answers when told to. Serves a kit's files beside. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Fault = 'none' | 'before' | 'after' | 'in-reply'

export interface FaultyServer {
  readonly origin: string
  /** What is done to the next parcel. */
  fault: () => Fault
  /** What is answered to one record; a receipt unless told. */
  answer: (recordId: string) => unknown
  restoreEpoch: number
  /** What is done to the next part of a large record. */
  partFault: () => Fault | 'in-body'
  /** What is to be sent again before a large record counts as received: asked when its parcel names it. */
  partsLost: () => readonly number[]
  /** Bytes of parts that came in, those of parts that were cut off too. */
  readonly partBytes: () => number
  /** By record, the parts that are there. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<number, Buffer>>
  /** What came, in order: ids of parcels' records, and `part n`. */
  readonly came: readonly string[]
  /** Faults of a server that breaks on a parcel with this record. */
  readonly poison: Set<string>
  /** By record, each content that arrived. */
  readonly stored: ReadonlyMap<string, ReadonlySet<string>>
  readonly said: ReadonlySet<string>
  readonly stop: () => Promise<void>
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}

export async function startFaultyServer(files: string): Promise<FaultyServer> {
  const stored = new Map<string, Set<string>>()
  const said = new Set<string>()

  const parts = new Map<string, Map<number, Buffer>>()
  const came: string[] = []
  let partBytes = 0

  async function takePart(request: IncomingMessage, response: ServerResponse, id: string, number: number) {
    const fault = faulty.partFault()
    if (fault === 'before') return void request.socket.destroy()
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(Buffer.from(chunk))
      partBytes += Buffer.from(chunk).length
      if (fault === 'in-body') return void request.socket.destroy()
    }
    const ofRecord = parts.get(id) ?? new Map<number, Buffer>()
    parts.set(id, ofRecord.set(number, Buffer.concat(chunks)))
    came.push(`part ${number}`)
    if (fault === 'after') return void request.socket.destroy()
    const body = JSON.stringify({ recordId: id, number })
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': body.length })
    if (fault === 'none') return void response.end(body)
    // the head of the answer is a yes already; what is lost of it says nothing more
    response.write(body.slice(0, body.length / 2), () => request.socket.destroy())
  }

  async function takeParcel(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = faulty.fault()
    if (fault === 'before') return void request.socket.destroy()
    const parcel: unknown = JSON.parse(await textOf(request))
    const records = Array.isArray(parcel) ? parcel.map(([id, content]: [string, string]) => ({ id, content })) : []
    if (records.some(({ id }) => faulty.poison.has(id))) return void response.writeHead(500).end()
    const answers: Record<string, unknown> = {}
    for (const { id, content } of records) {
      came.push(id)
      const lost = typeof content === 'string' ? [] : faulty.partsLost()
      const answer = lost.length > 0 ? { missing: lost } : faulty.answer(id)
      answers[id] = answer
      if (typeof answer === 'object' && answer !== null && 'receipt' in answer)
        stored.set(id, (stored.get(id) ?? new Set()).add(JSON.stringify(content)))
    }
    if (fault === 'after') return void request.socket.destroy()
    const body = JSON.stringify(answers)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    if (fault === 'none') return void response.end(body)
    response.write(body.slice(0, body.length / 2), () => request.socket.destroy())
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const path = request.url ?? '/'
    if (path === '/parcels') return takeParcel(request, response)
    const [, id, number] = /^\/v1\/parcels\/([^/]+)\/parts\/(\d+)$/.exec(path) ?? []
    if (id !== undefined) return takePart(request, response, id, Number(number))
    if (path.startsWith('/said/')) {
      said.add(path.slice('/said/'.length))
      return response.end()
    }
    const file = await fetch(`${files}${path}`)
    response.writeHead(file.status, {
      'content-type': file.headers.get('content-type') ?? '',
      'content-security-policy': file.headers.get('content-security-policy') ?? '',
    })
    return response.end(Buffer.from(await file.arrayBuffer()))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((problem: unknown) => {
      // a browser that was killed while it asked
      if (!request.destroyed) throw problem
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system named no port')
  const faulty: FaultyServer = {
    origin: `http://127.0.0.1:${address.port}`,
    fault: () => 'none',
    answer: id => ({ receipt: { id, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: faulty.restoreEpoch } }),
    restoreEpoch: 0,
    partFault: () => 'none',
    partsLost: () => [],
    partBytes: () => partBytes,
    ...{ parts, came },
    poison: new Set(),
    stored,
    said,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return faulty
}
