import type { Page } from 'playwright-core'
import { answerHome, choose, follow, goOn, type Said } from '../../reception-journey.ts'

/** From the arrival's page to what is given to one woman. */
export async function upToSupport(page: Page, said: Said): Promise<void> {
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Lineo')
  await page.getByLabel(said.intake['who.surname']).fill('Ramatsoso')
  await choose(page, said.codes['sex.2'])
  await page.getByLabel(said.shared['date.year']).fill('1985')
  await goOn(page)
  await answerHome(page, said, { district: 'Mokhotlong' })
  for (const _ of ['urgent', 'support']) await goOn(page)
}

/** From there to the slip. */
export async function saveIntake(page: Page, said: Said): Promise<void> {
  await goOn(page)
  await page.getByText(said.desk['find.only-here']).waitFor()
  await goOn(page)
  await page.locator('.slip').waitFor()
}

/** From the arrival's page to the completion of who was registered. */
export async function registerAndComplete(page: Page, said: Said): Promise<void> {
  await upToSupport(page, said)
  await saveIntake(page, said)
  await follow(page, said.intake['saved.complete'])
  await page.locator('.progress').waitFor()
}
