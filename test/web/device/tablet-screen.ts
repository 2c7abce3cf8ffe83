/** What officers do at a tablet, in a real browser on the real host. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { FinishedRecord } from '../../../web/src/outbox/keep-record.ts'
import { anOpenBatch } from '../../builders/batch-commands.ts'
import { buildKit, kitWorker } from '../kit-browser.ts'
import type { KeepKit } from './keep-kit.ts'

export {
  beginFirstTime,
  choosePin,
  enrol,
  isKeptForOffline,
  lock,
  palesa,
  signIn,
  supervisor,
  thabang,
  typePin,
} from './officers-at-tablet.ts'

/** In the page. */
declare const keepKit: KeepKit

let script: Promise<string> | undefined

/** The kit as a script; the desks' own files hold no door for tests. */
const kitScript = (): Promise<string> => {
  script ??= buildKit(join(import.meta.dirname, 'keep-kit.ts')).then(folder => readFile(join(folder, 'kit.js'), 'utf8'))
  return script
}

/** The kit derives keys by the desks' own worker, which is kept for when the network is gone. */
async function keptWorker(origin: string): Promise<string> {
  const kept = await (await fetch(`${origin}/sw.js`)).text()
  const [name] = /assets\/pin-worker-[\w-]+\.js/.exec(kept) ?? []
  if (name === undefined) throw new Error('nothing that derives a key is kept on the device')
  return name
}

/** Fetches the kit into the page, from an address of the desks' own; before the network goes. */
export async function bringKit(page: Page): Promise<void> {
  const body = (await kitScript()).replaceAll(`/${kitWorker}`, `/${await keptWorker(new URL(page.url()).origin)}`)
  await page.route(/\/keep-kit\.js\?/, route => route.fulfill({ contentType: 'text/javascript', body }))
  // a worker that takes the page over in between may answer for it
  for (let tries = 1; ; tries += 1) {
    await page.evaluate(tries => {
      const script = document.createElement('script')
      script.type = 'module'
      script.src = `/keep-kit.js?${tries}`
      document.head.append(script)
    }, tries)
    try {
      await page.waitForFunction(() => 'keepKit' in globalThis, undefined, { polling: 100, timeout: 10_000 })
      return
    } catch (problem) {
      if (tries === 4) throw problem
    }
  }
}

/** A command that the server takes: an arrival of one bus, with a word to look for in its text. */
export const anArrival = (override: Partial<FinishedRecord> = {}): FinishedRecord => {
  const recordId = override.recordId ?? randomUUID()
  return {
    ...{ recordId, kind: 'batch', method: 'PUT', path: `/v1/batches/${recordId}`, dependsOn: [] },
    body: anOpenBatch(),
    copy: { firstName: 'Ntsebeng', typed: [{ label: 'Surname', answer: 'Plantedname' }] },
    ...override,
  }
}

export const keep = (page: Page, record: FinishedRecord) => page.evaluate(record => keepKit.keep(record), record)
export const alreadySaved = (page: Page, record: FinishedRecord) =>
  page.evaluate(record => keepKit.alreadySaved(record), record)
export const work = (page: Page, officerId: string, pin?: string) =>
  page.evaluate(([officerId, pin]) => keepKit.work(officerId, pin), [officerId, pin] as const)
export const stateOf = async (page: Page, recordId: string) =>
  (await page.evaluate(id => keepKit.findRow(id), recordId))?.state
export const hasPass = (page: Page, officerId: string) => page.evaluate(id => keepKit.hasPass(id), officerId)

/** What the frame says of the queue. */
export const unsentSays = (page: Page, text: string) => page.getByRole('link', { name: text, exact: true }).waitFor()

export const expectNothingOf = async (page: Page, words: readonly string[]): Promise<void> => {
  const text = await page.evaluate(() => document.body.textContent)
  expect(words.filter(word => text.includes(word))).toEqual([])
}
