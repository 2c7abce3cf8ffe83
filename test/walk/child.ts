/** A child who is alone: what the form asks of them, and who takes care. */
import type { Page } from 'playwright-core'
import { answerHome, choose, follow, goOn, press } from '../web/reception-journey.ts'
import { typeWho } from './intake.ts'
import type { Walker } from './walk.ts'

const surnames = { en: 'Makara', 'st-LS': 'Sekhonyana' } as const

export async function walkChild(walker: Walker, page: Page): Promise<void> {
  const { language, see, said } = walker
  const { codes, completion, intake } = said
  await typeWho(walker, page, { givenNames: 'Lineo', surname: surnames[language], sex: '2', year: '2015' })
  await choose(page, codes['care.UNACCOMPANIED'])
  await press(page, intake['who.family.new'])
  await page.locator('summary', { hasText: intake['who.more'] }).click()
  await see(page, 'intake-child')
  await goOn(page)
  await choose(page, intake['consent.guardian.CHILD_ASSENT'])
  await answerHome(page, said, { district: 'Quthing' })
  await page.locator('summary', { hasText: intake['consent.how'] }).click()
  await see(page, 'intake-child-home')
  await goOn(page)
  for (const card of await page.locator('.card').all()) await card.click()
  await see(page, 'intake-child-right-now')
  await goOn(page)
  await page.locator('.offer').first().waitFor()
  await see(page, 'intake-child-support')
  await goOn(page)
  await page.getByText(intake['check.matches.none']).waitFor()
  await see(page, 'intake-child-check')
  await goOn(page)
  await page.locator('.slip').waitFor()
  await see(page, 'slip-of-a-child')
  await follow(page, intake['saved.complete'])
  await page.locator('.progress-parts button', { hasText: completion['section.care'] }).click()
  await see(page, 'completion-care')
}
