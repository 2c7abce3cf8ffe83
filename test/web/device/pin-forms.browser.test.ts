/** The PIN's forms in a real browser, in both languages, by keyboard and for a screen reader. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en } from '../../../web/src/device/en.ts'
import { st } from '../../../web/src/device/st.ts'
import { inaccessible, launch, sizes } from '../desk-browser.ts'
import { kitWorker, serveKit } from '../kit-browser.ts'
import type { StaticServer } from '../static-server.ts'
import type { PinKit } from './pin-kit.tsx'

/** In the page. */
declare const pinKit: PinKit

const pin = '48201957'
const otherPin = '90417362'
let browser: Browser
let server: StaticServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'pin-kit.tsx'))])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(language: 'en' | 'st-LS', size: keyof typeof sizes): Promise<Page> {
  const page = await (await browser.newContext({ viewport: sizes[size] })).newPage()
  await page.goto(server.origin)
  await page.waitForFunction(() => 'pinKit' in globalThis)
  await page.evaluate(async language => {
    pinKit.speak(language)
    await pinKit.givePass()
  }, language)
  return page
}

async function look(page: Page, screen: string): Promise<void> {
  expect([screen, await inaccessible(page)]).toEqual([screen, []])
  const tooSmall = await page.evaluate(() =>
    [...document.querySelectorAll('button, input')]
      .filter(element => element.getBoundingClientRect().height < 48)
      .map(element => element.outerHTML),
  )
  expect([screen, tooSmall]).toEqual([screen, []])
}

it.each([
  ['en', 'tablet', en],
  ['st-LS', 'phone', st],
] as const)('is chosen, typed and changed in %s on a %s', async (language, size, said) => {
  const page = await open(language, size)
  await page.evaluate(() => pinKit.show('choose'))
  await look(page, 'nothing chosen')
  const choose = async (first: string, second: string) => {
    await page.getByLabel(said['pin.set.new']).fill(first)
    await page.getByLabel(said['pin.set.again']).fill(second)
    await page.getByRole('button', { name: said['pin.set.do'] }).click()
  }
  await choose(pin, otherPin)
  await page.getByText(said['pin.set.differs']).waitFor()
  await choose('12345678', '12345678')
  await page.getByText(said['pin.problem.too-simple']).waitFor()
  await look(page, 'too simple')
  await choose(pin, pin)
  await page.getByText('done').waitFor()

  await page.evaluate(() => {
    pinKit.lock()
    pinKit.show('type')
  })
  const type = async (typed: string) => {
    await page.getByLabel(said['pin.type']).fill(typed)
    await page.getByLabel(said['pin.type']).press('Enter')
  }
  await type(otherPin)
  await page.getByText(said['pin.wrong_other'].replace('{{count}}', '9')).waitFor()
  expect(await page.getByLabel(said['pin.type']).inputValue()).toBe('')
  await type(pin)
  await page.getByText('done').waitFor()
  expect(await page.evaluate(() => pinKit.unlockedOfficer())).toBe('officer-1')

  await page.evaluate(() => pinKit.show('change'))
  await page.getByLabel(said['pin.change.old']).fill(pin)
  await page.getByLabel(said['pin.set.new']).fill(otherPin)
  await page.getByRole('button', { name: said['pin.set.do'] }).click()
  await page.getByText(said['pin.change.done']).waitFor()
  await look(page, 'changed')
})

it('says how long to wait after three wrong ones', async () => {
  const page = await open('en', 'tablet')
  await page.evaluate(() => pinKit.show('choose'))
  for (const label of [en['pin.set.new'], en['pin.set.again']]) await page.getByLabel(label).fill(pin)
  await page.getByRole('button', { name: en['pin.set.do'] }).click()
  await page.getByText('done').waitFor()
  await page.evaluate(() => pinKit.show('type'))
  for (const left of [9, 8, 7]) {
    await page.getByLabel(en['pin.type']).fill(otherPin)
    await page.getByRole('button', { name: en['pin.do'] }).click()
    await page.getByText(`${left} attempts are left`).waitFor()
  }
  await page.getByLabel(en['pin.type']).fill(pin)
  await page.getByRole('button', { name: en['pin.do'] }).click()
  await page.getByText(en['pin.wait_one']).waitFor()
  await look(page, 'locked out')
})

it('asks that what is saved may stay', async () => {
  const page = await open('en', 'phone')
  await page.evaluate(() => pinKit.show('storage'))
  await page.getByRole('button', { name: en['storage.ask.do'] }).waitFor()
  await look(page, 'storage')
})

it('counts no try where no key can be derived, says so, and opens at the next', async () => {
  const page = await open('en', 'tablet')
  await page.evaluate(() => pinKit.show('choose'))
  await page.getByLabel(en['pin.set.new']).fill(pin)
  await page.getByLabel(en['pin.set.again']).fill(pin)
  await page.getByRole('button', { name: en['pin.set.do'] }).click()
  await page.getByText('done').waitFor()
  await page.route(`**/${kitWorker}`, route => route.abort())
  await page.evaluate(() => {
    pinKit.lock()
    pinKit.show('type')
  })
  const type = async (typed: string) => {
    await page.getByLabel(en['pin.type']).fill(typed)
    await page.getByLabel(en['pin.type']).press('Enter')
  }
  for (let tries = 0; tries < 11; tries += 1) {
    await type(pin)
    await page.getByText(en['pin.cannot']).waitFor()
  }
  await page.unroute(`**/${kitWorker}`)
  await type(otherPin)
  await page.getByText(en['pin.wrong_other'].replace('{{count}}', '9')).waitFor() // ten, less this one
  await type(pin)
  await page.getByText('done').waitFor()
})
