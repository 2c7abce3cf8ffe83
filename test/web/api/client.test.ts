/** What a page makes of a reply, from a real server. */
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { deskStockRoutes } from '../../../functions/supplies/desk-contract.ts'
import { call, callForFile } from '../../../web/src/api/client.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1/')))

const stock = JSON.stringify({ post: 'MB', approval: 'UNAPPROVED', levels: [], givenToday: [] })
let reply: (response: ServerResponse) => void
const server = createServer((_, response) => reply(response))
const ask = () => call(deskStockRoutes.readStock, { params: { post: 'MB' } })

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, asked: RequestInit) => fetch(`http://127.0.0.1:${address.port}${path}`, asked))
})
afterAll(() => server.close())

const cutInTheMiddle = (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': stock.length })
  response.write(stock.slice(0, 20), () => response.destroy())
}

it('takes a reply that was cut in the middle as none', async () => {
  reply = cutInTheMiddle
  expect(await ask()).toEqual({ ok: false, offline: true })
  expect(await callForFile(deskStockRoutes.readStock, { params: { post: 'MB' } }, 'text/csv')).toEqual({
    ok: false,
    offline: true,
  })
})

it.each(['', '{', '"text"'])('takes a reply of %j as a fault of the service', async content => {
  reply = response => response.writeHead(200).end(content)
  expect(await ask()).toMatchObject({ ok: false, offline: false, word: 'fault' })
})
