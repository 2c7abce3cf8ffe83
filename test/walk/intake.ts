/** The intake form, part by part, of somebody on the list and of somebody who may be known. */
import type { Page } from 'playwright-core'
import { answerHome, choose, follow, goOn } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

/** Two strokes, as a hand leaves them on the pad. */
async function sign(page: Page): Promise<void> {
  const pad = page.locator('.mark-pad canvas')
  await pad.scrollIntoViewIfNeeded()
  const { x = 0, y = 0, width = 0, height = 0 } = (await pad.boundingBox()) ?? {}
  for (const stroke of [
    [0.15, 0.6, 0.3, 0.2, 0.4, 0.75],
    [0.45, 0.5, 0.6, 0.3, 0.8, 0.55],
  ] as const) {
    const [x1, y1, x2, y2, x3, y3] = stroke
    await page.mouse.move(x + width * x1, y + height * y1)
    await page.mouse.down()
    await page.mouse.move(x + width * x2, y + height * y2, { steps: 8 })
    await page.mouse.move(x + width * x3, y + height * y3, { steps: 8 })
    await page.mouse.up()
  }
}

/** On the list; another one for each language, so that neither walk meets the other's people. */
export const listed = {
  en: { typed: 'nkeletseng khaketla', givenNames: 'Nkeletseng', surname: 'Khaketla', year: '1989' },
  'st-LS': { typed: 'thato lekhoa', givenNames: 'Thato', surname: 'Lekhoa', year: '1977' },
} as const

export interface Typed {
  readonly givenNames: string
  readonly surname: string
  readonly sex: '1' | '2'
  readonly year: string
}

/** From the arrival's page, for who is on no list. */
export async function typeWho({ said }: Walker, page: Page, { givenNames, surname, sex, year }: Typed): Promise<void> {
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill(givenNames)
  await page.getByLabel(said.intake['who.surname']).fill(surname)
  await choose(page, said.codes[`sex.${sex}`])
  await page.getByLabel(said.shared['date.year']).fill(year)
}

/** From the arrival's page to the slip; the number on it. */
export async function walkIntake({ language, see, said }: Walker, page: Page): Promise<string> {
  const { desk, intake, proof } = said
  await page.getByLabel(desk['people.search']).fill(listed[language].typed)
  await page.locator('.pick a').first().click()
  await page.locator('.progress').waitFor()
  await see(page, 'intake-person')
  await goOn(page)
  await see(page, 'intake-home')
  await goOn(page)
  await page.locator('.progress-parts button').nth(1).click()
  await see(page, 'intake-home-unanswered')
  await answerHome(page, said, { district: 'Leribe', phone: '5812 3456' })
  await see(page, 'intake-home-answered')
  await goOn(page)
  await choose(page, intake['urgent.WISHES_TO_SPEAK_ALONE'])
  await see(page, 'intake-right-now')
  await goOn(page)
  await page.locator('.offer').first().waitFor()
  await see(page, 'intake-support')
  await choose(page, proof['kind.SIGNATURE'])
  await sign(page)
  await see(page, 'intake-signature')
  await goOn(page)
  await page.getByText(intake['check.matches.none']).waitFor()
  await see(page, 'intake-check')
  await goOn(page)
  const number = page.locator('.slip-number')
  await number.waitFor()
  await see(page, 'slip')
  return (await number.textContent()) ?? ''
}

/** Somebody who may be the same, and who says that the other one's slip is theirs. */
export async function walkSecondIntake(walker: Walker, page: Page, takenNumber: string): Promise<void> {
  const { see, said } = walker
  const { intake, proof } = said
  await typeWho(walker, page, { ...listed[walker.language], sex: '2' })
  await see(page, 'intake-person-on-no-list')
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe' })
  for (const _ of ['home', 'urgent']) await goOn(page)
  await choose(page, proof['kind.THUMB'])
  await page.getByLabel(proof.witness).waitFor()
  await see(page, 'intake-thumb-mark')
  await choose(page, proof['kind.DECLINED'])
  await goOn(page)
  await page.getByText(intake['check.match.question']).first().waitFor()
  await goOn(page)
  await page.getByText(intake['problem.answer-each']).waitFor()
  await see(page, 'intake-check-known')
  for (const card of await page.locator('.card', { hasText: intake['check.match.DIFFERENT'] }).all()) await card.click()
  await choose(page, intake['slip.held'])
  await page.getByLabel(intake['slip.number']).fill(takenNumber)
  await goOn(page)
  await page.getByText(intake['slip.taken.title']).waitFor()
  await see(page, 'slip-refused')
  await choose(page, intake['slip.held'])
  await choose(page, intake['words.wanted'])
  await see(page, 'intake-two-words')
  await goOn(page)
  await page.getByText(intake['saved.next']).waitFor()
  await see(page, 'two-words')
}
