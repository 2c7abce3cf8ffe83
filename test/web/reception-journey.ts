/** The steps an officer takes at the reception desk, by the words on screen in either language. */
import type { Page } from 'playwright-core'
import { en as codesEn } from '../../web/src/code-lists/en.ts'
import { st as codesSt } from '../../web/src/code-lists/st.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { st as sharedSt } from '../../web/src/i18n/st.ts'
import { en as completionEn } from '../../web/src/reception/completion/en.ts'
import { st as completionSt } from '../../web/src/reception/completion/st.ts'
import { en as deskEn } from '../../web/src/reception/en.ts'
import { en as intakeEn } from '../../web/src/reception/intake/en.ts'
import { st as intakeSt } from '../../web/src/reception/intake/st.ts'
import { en as listEn } from '../../web/src/reception/list/en.ts'
import { st as listSt } from '../../web/src/reception/list/st.ts'
import { st as deskSt } from '../../web/src/reception/st.ts'

export const words = {
  en: { shared: sharedEn, codes: codesEn, desk: deskEn, list: listEn, intake: intakeEn, completion: completionEn },
  'st-LS': { shared: sharedSt, codes: codesSt, desk: deskSt, list: listSt, intake: intakeSt, completion: completionSt },
} as const
export type Said = (typeof words)[keyof typeof words]

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
/** A card's words, not its input: the input is as large as a thumb needs, and so is the card. */
export const choose = (page: Page, label: string) => page.locator('.card', { hasText: label }).first().click()
/** Goes on to the next part of the form, or saves from the last. */
export const goOn = (page: Page) => page.locator('form button[type=submit]').click()

interface Heads {
  readonly men: number
  readonly women: number
  readonly children: number
}

/** The form of a bus from Lindela that is not opened yet. */
export async function nameArrival(page: Page, said: Said, announced: number): Promise<void> {
  await choose(page, said.codes['transport.BUS'])
  await choose(page, said.codes['facility.LINDELA'])
  await page.getByLabel(said.desk['open.return-type']).selectOption('DEPORTED')
  await page.getByLabel(said.desk['open.declared']).fill(String(announced))
}

export async function countHeads(page: Page, said: Said, { men, women, children }: Heads): Promise<void> {
  await page.getByLabel(said.desk['heads.men'], { exact: true }).fill(String(men))
  await page.getByLabel(said.desk['heads.women'], { exact: true }).fill(String(women))
  await page.getByLabel(said.desk['heads.children'], { exact: true }).fill(String(children))
  await press(page, said.desk['heads.do'])
  await page.locator('.notice-good').waitFor()
}

/** Opens an arrival of a bus from Lindela and counts it. Ends on its page. */
export async function openArrival(page: Page, said: Said, heads: Heads): Promise<void> {
  await follow(page, said.desk['batches.open'])
  await nameArrival(page, said, heads.men + heads.women + heads.children)
  await press(page, said.desk['open.do'])
  await countHeads(page, said, heads)
}

/** From the arrival's page to every row read and stored, and back. */
export async function importList(page: Page, said: Said, file: string): Promise<void> {
  await follow(page, said.desk['list.import'])
  await page.setInputFiles('input[type=file]', file)
  await press(page, said.list['list.do'])
  await follow(page, said.list['list.to-batch'])
  await page.locator('.pick').first().waitFor()
}

interface Answers {
  readonly district: string
  readonly phone?: string
}

/** The second part: home, and the two questions. */
export async function answerHome(page: Page, said: Said, { district, phone }: Answers): Promise<void> {
  await choose(page, district)
  await choose(page, said.intake['consent.district.yes'])
  await choose(page, phone === undefined ? said.codes['channel.NONE'] : said.codes['channel.OWN_PHONE'])
  if (phone !== undefined) await page.getByLabel(said.intake['consent.phone']).fill(phone)
}

/** What the balance says, in its own order: stepped off, registered, other outcomes, still open. */
export const balance = async (page: Page): Promise<number[]> =>
  (await page.locator('.figure dd').allTextContents()).map(Number)

/** On the pad, as a finger would. */
export async function drawMark(page: Page): Promise<void> {
  await page.locator('.mark-pad canvas').scrollIntoViewIfNeeded()
  const box = await page.locator('.mark-pad canvas').boundingBox()
  if (box === null) throw new Error('there is no pad')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 120, { steps: 8 })
  await page.mouse.up()
}
