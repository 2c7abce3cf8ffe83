/** Practice over invented people, with its mark on every page. */
import { answerHome, choose, follow, goOn } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

export async function walkPractice({ post, open, see, said }: Walker): Promise<void> {
  const { desk, intake, practice, record } = said
  const page = await open(`/practice/${post}`)
  await page.locator('main a.door').waitFor()
  await see(page, 'practice')
  await page.locator('main a.door').click()
  await page.locator('.pick').first().waitFor()
  await see(page, 'practice-arrival')
  await page.getByLabel(desk['people.search']).fill('palesa')
  await page.locator('.pick a').first().click()
  await page.locator('.progress').waitFor()
  await see(page, 'practice-intake')
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe' })
  await goOn(page)
  await choose(page, intake['urgent.NURSE_NOW'])
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.locator('.slip').waitFor()
  await see(page, 'practice-slip')
  await follow(page, practice.kept_one.replace('{{count}}', '1'))
  await page.getByText(practice['tray.state']).first().waitFor()
  await see(page, 'practice-tray')
  await follow(page, practice.record)
  await page.getByText(record['start.person']).waitFor()
  await see(page, 'practice-record')
}
