/** The notice to a whole bus on the real host: read aloud where nobody recorded it, played where somebody did. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentNotice } from '../../functions/registration/spoken-notice.ts'
import { en } from '../../web/src/notice/en.ts'
import { st } from '../../web/src/notice/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser?.close())

const { scenes } = currentNotice
const textOf = (index: number, language: 'st' | 'en' | 'xh'): string => scenes[index]?.text[language] ?? ''

it.each([
  ['en', 'tablet', en],
  ['st-LS', 'phone', st],
  ['en', 'desktop', en],
] as const)(
  'is read aloud, one picture after the other, in three languages, in %s on a %s',
  async (language, size, said) => {
    const { page, look } = await openDesk(browser, host, {
      groups: ['reception@MB'],
      path: '/notice/MB',
      language,
      size,
    })
    await page.getByText(textOf(0, 'st')).waitFor()
    await page.getByText(said.aloud).waitFor()
    expect(await page.getByRole('button', { name: said.play, exact: true }).count()).toBe(0)
    await look('the first scene')
    for (const [index] of scenes.entries()) {
      await page.getByText(textOf(index, 'st')).waitFor()
      expect(await page.locator('.scene-picture').count()).toBe(1)
      if (index < scenes.length - 1) await page.getByRole('button', { name: said.next }).click()
    }
    await page.getByRole('button', { name: said['language.xh'] }).click()
    await page.getByText(textOf(scenes.length - 1, 'xh')).waitFor()
    await page.getByText(said.draft).waitFor()
    await look('the last scene in isiXhosa')
    await page.getByRole('button', { name: said.again }).click()
    await page.getByText(textOf(0, 'xh')).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText(textOf(1, 'xh')).waitFor()
  },
)

/** A fifth of a second of silence. */
function aRecording(): Buffer {
  const samples = 1_600
  const file = Buffer.alloc(44 + samples * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(8_000, 24)
  file.writeUInt32LE(16_000, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples * 2, 40)
  return file
}

/** A deployment that has recordings of the first two scenes in Sesotho. */
async function withRecordings(page: Page, sound: Buffer): Promise<void> {
  const recordings = ['welcome', 'free'].map(scene => ({
    language: 'st',
    scene,
    noticeVersion: currentNotice.version,
    file: `st/${scene}.ogg`,
  }))
  await page.route('**/notice/manifest.json', route => route.fulfill({ json: { recordings } }))
  await page.route('**/notice/st/*', route => route.fulfill({ body: sound, contentType: 'audio/wav' }))
  await page.reload()
}

it('plays what was recorded, goes on by itself, and is read aloud from where nobody spoke it', async () => {
  const { page, look } = await openDesk(browser, host, { groups: ['reception@MB'], path: '/notice/MB' })
  await withRecordings(page, aRecording())
  await page.getByRole('button', { name: en.play, exact: true }).click()
  await page.getByText(textOf(2, 'st')).waitFor()
  await page.getByText(en['some-aloud']).waitFor()
  expect(await page.getByRole('button', { name: en.pause }).count()).toBe(0)
  await look('half of it recorded')
})

it('says so where a recording cannot be played', async () => {
  const { page } = await openDesk(browser, host, { groups: ['reception@MB'], path: '/notice/MB' })
  await withRecordings(page, Buffer.from('this is no sound'))
  await page.getByRole('button', { name: en.play, exact: true }).click()
  await page.getByText(en['not-played']).waitFor()
  expect(await page.getByText(textOf(0, 'st')).count()).toBe(1)
})
