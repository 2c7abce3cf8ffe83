/** Donors' budgets on the real host: by the finance holder from opening to closing, by a storekeeper as far as they may read. */
import { randomUUID } from 'node:crypto'
import ExcelJs from 'exceljs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusals } from '../../functions/platform/refusals.ts'
import { en } from '../../web/src/budgets/en.ts'
import { st } from '../../web/src/budgets/st.ts'
import { en as codesEn } from '../../web/src/code-lists/en.ts'
import { st as codesSt } from '../../web/src/code-lists/st.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { st as sharedSt } from '../../web/src/i18n/st.ts'
import { en as suppliesEn } from '../../web/src/supplies/en.ts'
import { st as suppliesSt } from '../../web/src/supplies/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { launch, openDesk } from './desk-browser.ts'
import { readable } from './opened-page.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

const languages = {
  en: {
    says: en,
    shared: sharedEn,
    stores: suppliesEn,
    codes: codesEn,
    refused: (word: 'budget-exhausted') => refusals[word].en,
  },
  'st-LS': {
    says: st,
    shared: sharedSt,
    stores: suppliesSt,
    codes: codesSt,
    refused: (word: 'budget-exhausted') => refusals[word].st,
  },
} as const
type Words = (typeof languages)[keyof typeof languages]

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()

async function typeDate(page: Page, legend: string, { shared }: Words, [day, month, year]: readonly string[]) {
  const date = page.getByRole('group', { name: legend })
  await date.getByLabel(shared['date.day'], { exact: true }).fill(day ?? '')
  await date.getByLabel(shared['date.month'], { exact: true }).fill(month ?? '')
  await date.getByLabel(shared['date.year'], { exact: true }).fill(year ?? '')
}

const lineNumber = (page: Page, { says }: Words, number: string) =>
  page.getByRole('group', { name: filled(says['open.line'], { number }), exact: true })

interface TypedLine {
  readonly code?: string
  readonly title: string
  readonly sensitive: boolean
}

async function typeLine(page: Page, words: Words, number: string, { code, title, sensitive }: TypedLine) {
  const { says } = words
  const line = lineNumber(page, words, number)
  await line.getByLabel(says['open.line.title']).fill(title)
  await line
    .locator('.card')
    .nth(sensitive ? 1 : 0)
    .click()
  if (code !== undefined) await line.getByLabel(says['open.line.code']).fill(code)
}

const cash = { code: 'cash', title: 'Arrival grants', sensitive: false }
const rooms = { title: 'Rooms for the night', sensitive: true }

describe.each([
  ['en', 'phone'],
  ['st-LS', 'desktop'],
] as const)('in %s on a %s', (language, size) => {
  const words = languages[language]
  const { says, stores, codes, refused } = words
  const project = `T-${randomUUID().slice(0, 8).toUpperCase()}`
  const name = `${project}/CASH, ${cash.title}`
  const open = (groups: readonly string[], path = '/budgets') =>
    openDesk(browser, host, { groups, path, language, size })
  const begin = (page: Page, does: string) => press(page, `${does}: ${name}`)
  const figure = (page: Page, heading: string) =>
    page
      .locator('.project', { has: page.getByRole('heading', { name: project }) })
      .locator('.line', { hasText: cash.title })
      .locator(`td[data-heading="${heading}"]`)
      .textContent()

  it('opens a project with a line in the open and one that is masked', async () => {
    const { page, look } = await open(['finance@*'], '/')
    await page.locator('a.door[href="/budgets"]').click()
    await page.getByRole('link', { name: says['open.begin'] }).click()
    await press(page, says['open.do'])
    await page.getByText(says['open.problem']).waitFor()
    await look(`a project without anything in ${language}`)
    await page.getByLabel(says['open.code'], { exact: true }).fill(project.toLowerCase())
    await page.getByLabel(says['open.donor']).fill('Joint programme')
    await typeDate(page, says['open.starts'], words, ['1', '1', '2020'])
    await typeDate(page, says['open.ends'], words, ['31', '12', '2019'])
    await page.getByText(says['open.date.before-start']).waitFor()
    await typeDate(page, says['open.ends'], words, ['31', '12', '2099'])
    await page.getByText('Leribe', { exact: true }).click()
    await typeLine(page, words, '1', cash)
    await press(page, says['open.line.add'])
    const added = lineNumber(page, words, '2').getByLabel(says['open.line.title'])
    await expect.poll(() => added.evaluate(field => field === document.activeElement)).toBe(true)
    await typeLine(page, words, '2', rooms)
    await page.getByText(says['open.line.numbered']).waitFor()
    // left out by mistake, and put back as it was
    await press(page, filled(says['open.line.remove'], { number: '2' }))
    await press(page, says['open.line.back'])
    expect(await added.inputValue()).toBe(rooms.title)
    await look(`a project to be opened in ${language}`)
    // a step back by mistake costs nothing
    await page.goBack()
    await page.getByRole('link', { name: says['open.begin'] }).click()
    expect(await page.getByLabel(says['open.donor']).inputValue()).toBe('Joint programme')
    await press(page, says['open.do'])
    await page.getByText(filled(says['open.saved'], { project })).waitFor()
    await look(`a project just opened in ${language}`)
  })

  it('allocates, leases to a store, is refused more than there is, and undoes', async () => {
    const { page, look } = await open(['finance@*'])
    const form = page.getByRole('dialog')
    await begin(page, says['do.ALLOCATE'])
    await form.getByLabel(says['amount.ask']).fill('12,500')
    await press(form, says['do.ALLOCATE'])
    await form.getByText(says['amount.wrong']).waitFor() // thousands to one, a slip to another
    await form.getByText(says['reason.problem']).waitFor()
    await look(`an amount that may be two in ${language}`)
    await form.getByLabel(says['amount.ask']).fill('12 500,50')
    await form.getByLabel(says['reason.ALLOCATE']).fill('First instalment')
    await press(form, says['do.ALLOCATE'])
    const granted = 'M12\u202f500.50'
    await page.getByText(filled(says['saved.ALLOCATE'], { line: name, amount: granted })).waitFor()
    await expect.poll(() => figure(page, says['figure.available'])).toBe(granted)

    await begin(page, says['do.FUND'])
    await form.getByLabel(says['amount.ask']).fill('12 501')
    await form.getByLabel(says['place.FUND']).selectOption('MB')
    await press(form, says['do.FUND'])
    await form.getByText(refused('budget-exhausted')).waitFor()
    await look(`more than the line has in ${language}`)
    await form.getByLabel(says['amount.ask']).fill('5 000')
    await press(form, says['do.FUND'])
    await expect.poll(() => figure(page, says['figure.leased'])).toBe('M5\u202f000')
    await press(page, says['undo.do'])
    await page.getByText(filled(says['undo.saved'], { amount: 'M5\u202f000', line: name })).waitFor()
    await expect.poll(() => figure(page, says['figure.leased'])).toBe('M0')

    await begin(page, says['do.SPEND'])
    await form.getByLabel(says['amount.ask']).fill('2500.1')
    await form.getByLabel(says['reason.SPEND']).fill('Two buses, payment 17')
    await press(form, says['do.SPEND'])
    const burn = { percent: '20', used: 'M2\u202f500.10', allocated: granted }
    await page.getByText(filled(says.burn, burn)).waitFor()
    expect(await page.getByRole('button', { name: says['undo.do'] }).count()).toBe(0) // nothing takes it back
    expect(await page.getByRole('button', { name: `${says['do.SETTLE']}: ${name}` }).count()).toBe(0)
    await page
      .locator('.line', { hasText: cash.title })
      .filter({ has: page.getByText(filled(says.burn, burn)) })
      .getByText(says['book.title'], { exact: true })
      .click()
    // the day book hears of it some moments after
    const spent = page.getByRole('cell', { name: 'Two buses, payment 17' })
    await expect
      .poll(
        async () => {
          if (await spent.isVisible()) return true
          await page.getByRole('button', { name: `${says['book.before']}: ` }).click()
          await page.getByRole('button', { name: `${says['book.after']}: ` }).click()
          return spent.isVisible()
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `${says['book.file']}: ` }).click(),
    ])
    const book = new ExcelJs.Workbook()
    await book.xlsx.readFile(await download.path())
    const rows = book.worksheets[0]?.getSheetValues().filter(Array.isArray) ?? []
    expect(rows[0]).toContain(says['book.reason'])
    expect(rows.filter(row => row.includes('Two buses, payment 17') && row.includes(250_010))).toHaveLength(1)
    await look(`what became of a line's money in ${language}`)
  })

  it('shows a storekeeper the masked line as general assistance, and nothing to move', async () => {
    const { page, look } = await open(['supplies@MB'], '/')
    await page.locator('a.door[href="/budgets"]').click()
    const section = page.locator('.project', { has: page.getByRole('heading', { name: project }) })
    await section.getByText(says['line.general'], { exact: true }).waitFor()
    await section.getByText(says['line.hidden']).waitFor()
    await section.getByText(says['project.donor.hidden'], { exact: true }).first().waitFor()
    expect(await page.getByText(rooms.title).count()).toBe(0)
    expect(await page.locator('main').getByRole('button').count()).toBe(0)
    expect(await page.getByRole('link', { name: says['open.begin'] }).count()).toBe(0)
    await look(`the projects of a storekeeper in ${language}`)
    const protection = await open(['protection@*'])
    await protection.page.getByText(rooms.title).first().waitFor()
    expect(await protection.page.locator('main').getByRole('button').count()).toBe(0)
  })

  it('receives a lot that a line paid, and offers none that is masked', async () => {
    const label = `L-${project}`
    const fund = `${project}/CASH`
    const { page, look } = await open(['supplies@CENTRE'], '/supplies/CENTRE')
    const form = page.getByRole('dialog')
    await press(page, stores['receive.begin'])
    await form.getByLabel(stores['receive.lot']).fill(label)
    await form.getByLabel(stores['receive.item']).selectOption('SHOES')
    await form.getByLabel(stores['quantity.ask']).fill('7')
    const paidBy = form.getByLabel(stores['receive.paid-by'])
    await paidBy.selectOption({ label: filled(stores['receive.paid-by.line'], { fund, title: cash.title }) })
    expect(await paidBy.textContent()).not.toContain('GENERAL-')
    await look(`a delivery that a line pays in ${language}`)
    // money of a line comes from the line
    await form.getByLabel(stores['receive.item']).selectOption('CASH_ARRIVAL')
    expect(await form.getByLabel(stores['receive.paid-by']).count()).toBe(0)
    await form.getByLabel(stores['receive.item']).selectOption('SHOES')
    await press(form, stores['receive.do'])
    const row = page.getByRole('row').filter({ hasText: label })
    await row.getByText(`${stores['lot.paid-by']} ${fund}`, { exact: true }).waitFor()

    await row.getByRole('button', { name: `${stores['send.begin']}: ` }).click()
    await form.getByText(`${stores['lot.paid-by']} ${fund}`).waitFor()
    await look(`a lot that a line paid in ${language}`)
    await form.getByLabel(stores['quantity.ask']).fill('2')
    await form.getByLabel(stores['send.to']).selectOption('MB')
    const [sent] = await Promise.all([
      page.waitForRequest(request => request.method() === 'PUT'),
      press(form, stores['send.do']),
    ])
    expect(sent.postDataJSON()).toMatchObject({ lot: `${label}@${fund}` })
    await row.getByText(filled(codes['counted.pieces_other'], { count: '5' }), { exact: true }).waitFor()
    expect(await readable(page)).not.toContain('@')
  })

  it('is made longer, and given one more line', async () => {
    const { page, look } = await open(['finance@*'])
    const form = page.getByRole('dialog')
    await press(page, filled(says['extend.begin'], { project }))
    await press(form, says['extend.do'])
    await form.getByText(says['reason.problem']).waitFor()
    await form.getByText(says['extend.not-later'].split('{{')[0] ?? '', { exact: false }).waitFor()
    await look(`a project to be extended in ${language}`)
    await typeDate(page, says['extend.ends'], words, ['30', '6', '2100'])
    await form.getByLabel(says['change.reason']).fill('Second addendum')
    await press(form, says['extend.do'])
    await page.getByText(/2100/).first().waitFor()
    await page.getByText('Second addendum', { exact: false }).first().waitFor()

    await press(page, filled(says['add-line.begin'], { project }))
    await press(form, says['open.line.add'])
    await typeLine(page, words, '3', { code: 'cash', title: 'Tools of a trade', sensitive: false })
    await form.getByText(says['code.twice']).waitFor()
    await look(`a line to be added in ${language}`)
    await form.getByLabel(says['open.line.code']).fill('tools')
    await form.getByLabel(says['change.reason']).fill('Third addendum')
    await press(form, says['open.line.add'])
    await page.getByText(filled(says['add-line.saved'], { project })).waitFor()
    await page.getByRole('button', { name: `${says['do.ALLOCATE']}: ${project}/TOOLS, Tools of a trade` }).waitFor()
    await look(`a project that was changed in ${language}`)
  })

  it('closes it, with the reason', async () => {
    const { page, look } = await open(['finance@*'])
    const form = page.getByRole('dialog')
    await press(page, filled(says['close.begin'], { project }))
    await press(form, says['close.do'])
    await form.getByText(says['reason.problem']).waitFor()
    await look(`closing a project in ${language}`)
    await form.getByLabel(says['reason.RELEASE']).fill('The donor ended it early')
    await press(form, says['close.do'])
    await page.getByText(filled(says['close.saved'], { project })).waitFor()
    await page.getByRole('button', { name: `${says['do.FUND']}: ${name}` }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: `${says['do.RELEASE']}: ${name}` }).waitFor()
  })
})

it('keeps the desk from who has no business with money', async () => {
  const { page } = await openDesk(browser, host, { groups: ['reception@MB'], path: '/budgets' })
  await page.getByRole('heading', { name: sharedEn['home.title'] }).waitFor()
  expect(await page.locator('a.door[href="/budgets"]').count()).toBe(0)
})
