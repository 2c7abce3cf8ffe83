/** The camera at the desk on the real host: a photograph after its own yes, and a slip read by its square. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { attachmentsRoutes } from '../../../functions/attachments/contract.ts'
import { checkPicture } from '../../../functions/attachments/picture-rules.ts'
import { en as photoEn } from '../../../web/src/reception/photo/en.ts'
import { en as scanEn } from '../../../web/src/reception/scan/en.ts'
import { anAnswer } from '../../builders/answers.ts'
import type { HostDoor } from '../../harness/host-process.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { officerOf } from '../../harness/officer.ts'
import { aBatch, anArrival, register } from '../../journeys/arrival.ts'
import { openDesk } from '../desk-browser.ts'
import { press, words } from '../reception-journey.ts'

const place = { post: 'BN', district: 'LS-H' } as const
const said = words.en

let host: HostDoor
let folder: string
let browser: Browser | undefined
beforeAll(async () => {
  host = await sharedHost()
  folder = await mkdtemp(join(tmpdir(), 'kamohelo-camera-'))
}, 240_000)
afterEach(async () => {
  await browser?.close()
  browser = undefined
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A camera before which a square is held: frames of grey, each the same, as the browser's own test camera takes them. */
async function cameraThatSees(text: string): Promise<string> {
  const [width, height] = [640, 480]
  const { data, size } = encode(text, { border: 4 })
  const dot = Math.floor(height / size)
  const grey = Buffer.alloc(width * height, 255)
  for (let y = 0; y < size * dot; y += 1)
    for (let x = 0; x < size * dot; x += 1)
      if (data[Math.floor(y / dot)]?.[Math.floor(x / dot)] === true) grey[y * width + x + 80] = 0
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, Buffer.alloc((width * height) / 2, 128)])
  const file = join(folder, 'seen.y4m')
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  await writeFile(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]))
  return file
}

async function withCamera(file?: string): Promise<Browser> {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      ...(file === undefined ? [] : [`--use-file-for-fake-video-capture=${file}`]),
    ],
  })
  return browser
}

async function aRegistered(consents: readonly ReturnType<typeof anArrival>['consents'][number][] = []) {
  const arrived = await aBatch(host, place)
  const intake = anArrival(arrived)
  const { id } = await register(host, arrived, { ...intake, consents: [...intake.consents, ...consents] })
  return { ...intake, returnEventId: id, batchId: arrived.batchId }
}
const photoAnswer = (given: boolean) => anAnswer({ purpose: 'PHOTO', given })
const groups = [`reception@${place.post}`]
const photosOf = async (personId: string) =>
  (await officerOf(host, groups).must(attachmentsRoutes.listAttachments, { params: { personId } })).attachments

it('takes no photograph before its own yes', async () => {
  const { personId } = await aRegistered([photoAnswer(false)])
  const { page, look } = await openDesk(await withCamera(), host, {
    ...{ groups, path: `/reception/${place.post}/people/${personId}` },
  })
  await page.getByText(photoEn['not-agreed']).waitFor()
  expect(await page.getByRole('button', { name: photoEn.take }).count()).toBe(0)
  await look('a record without a photograph')
})

it('takes a photograph, shows it before it is kept, and shows it on the record then', async () => {
  const { personId } = await aRegistered([photoAnswer(true)])
  const { page, look } = await openDesk(await withCamera(), host, {
    ...{ groups, path: `/reception/${place.post}/people/${personId}` },
  })
  await press(page, photoEn.take)
  await page.locator('video[aria-busy=false]').waitFor()
  await look('the camera is on')
  await press(page, photoEn.snap)
  await page.getByRole('img', { name: photoEn.preview }).waitFor()
  await press(page, photoEn.again)
  await page.locator('video[aria-busy=false]').waitFor()
  await press(page, photoEn.snap)
  await page.getByRole('img', { name: photoEn.preview }).waitFor()
  expect(await photosOf(personId)).toEqual([])
  await look('a photograph before it is kept')
  await press(page, photoEn.keep)
  await page.getByRole('img', { name: photoEn.shown }).waitFor()
  const [photo] = await photosOf(personId)
  expect(photo).toMatchObject({ kind: 'PHOTO' })
  const size = await page.getByRole('img', { name: photoEn.shown }).evaluate(async element => {
    if (!(element instanceof HTMLImageElement)) throw new Error('no picture')
    await element.decode()
    return [element.naturalWidth, element.naturalHeight]
  })
  expect(Math.max(...size)).toBeLessThanOrEqual(640)
  const params = { personId, attachmentId: photo?.attachmentId ?? '' }
  const { bytes } = await officerOf(host, groups).ask(attachmentsRoutes.readAttachment, { params })
  expect(bytes.length).toBeLessThanOrEqual(60_000)
  expect(checkPicture(bytes, photo?.mediaType ?? 'image/png')).toBeUndefined()
  await look('a record with a photograph')
})

it.each([
  ['the search for a person', () => `/reception/${place.post}/people`],
  ['the arrival', (batchId: string) => `/reception/${place.post}/arrivals/${batchId}`],
])('opens whoever holds their slip before the camera, from %s', async (_where, path) => {
  const { displayNumber, personId, batchId } = await aRegistered()
  const { page } = await openDesk(await withCamera(await cameraThatSees(displayNumber)), host, {
    ...{ groups, path: path(batchId) },
  })
  await press(page, said.desk['find.scan'])
  await page.waitForURL(`**/people/${personId}`)
})

it('says that a square is no slip, and goes on looking', async () => {
  const { page, look } = await openDesk(await withCamera(await cameraThatSees('https://example.org')), host, {
    ...{ groups, path: `/reception/${place.post}/people` },
  })
  await press(page, said.desk['find.scan'])
  await page.getByText(scanEn['not-a-slip']).waitFor()
  await look('no slip before the camera')
  await press(page, said.desk['find.scan.stop'])
  await page.locator('video').waitFor({ state: 'detached' })
})

it('says why where there is no camera, and leaves typing as it is', async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const { page } = await openDesk(browser, host, { groups, path: `/reception/${place.post}/people` })
  await press(page, said.desk['find.scan'])
  await page.getByText(/No camera was found|not allowed/).waitFor()
  await page.getByLabel(said.desk['find.number']).fill('anything')
})
