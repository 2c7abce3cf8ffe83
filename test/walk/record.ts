/** The talk in private, from its start to the page at rest. */
import type { Page } from 'playwright-core'
import { privateScreen1 } from '../../functions/screening/private-screen-1.ts'
import { choose, press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

/** Whose record it is and that nobody can hear. */
export async function answerStart({ said: { record } }: Walker, page: Page, age: 'adult' | 'child'): Promise<void> {
  await press(page, record['start.draw'])
  await page.locator('.drawn-number').waitFor()
  for (const answer of [record[`start.age.${age}`], record['start.place.private']]) await choose(page, answer)
  for (const legend of [record['start.uniform'], record['start.asks']])
    await page.locator('fieldset', { hasText: legend }).locator('.card').first().click()
}

export async function walkRecord(walker: Walker): Promise<void> {
  const { language, post, open, see, said } = walker
  const { record } = said
  const answered = ({ text }: { text: Record<'en' | 'st-LS', string> }) => text[language]
  const page = await open(`/record/${post}`, [`screening@${post}`])
  await page.getByRole('button', { name: record['start.draw'] }).waitFor()
  await see(page, 'record')
  await press(page, record['start.do'])
  await see(page, 'record-unanswered')
  await answerStart(walker, page, 'adult')
  await see(page, 'record-start')
  await press(page, record['start.do'])
  const asked = privateScreen1.items.filter(({ askedOf }) => askedOf.includes('ADULT'))
  for (const [index, item] of asked.entries()) {
    await page.getByRole('heading', { name: answered(item) }).waitFor()
    if (index < 2) await see(page, `record-question-${index + 1}`)
    const answer = item.id === 'A6' ? 'YES' : 'NO'
    await press(page, privateScreen1.answerTexts[answer][language])
  }
  await page.getByText(record['observe.title']).waitFor()
  await see(page, 'record-observations')
  await page.locator('main .button-primary').click()
  await page.getByText(record['decide.because']).waitFor()
  await see(page, 'record-next-step')
  await page.locator('.card').nth(1).click()
  await press(page, record['close.do'])
  await page.getByText(record['decide.reason.problem']).waitFor()
  await see(page, 'record-earlier-step')
  await page.getByLabel(record['decide.reason']).fill('She asks for it herself')
  await choose(page, record['decide.wish.yes'])
  await press(page, record['close.do'])
  await page.getByText(record['closed.sent']).waitFor()
  await see(page, 'record-closed')
  await press(page, record['closed.next'])
  await answerStart(walker, page, 'child')
  await press(page, record['start.do'])
  await page.getByText(privateScreen1.insteadForChild[language]).waitFor()
  await see(page, 'record-of-a-child')
  await press(page, record['hide.how'])
  await page.locator('.rest').waitFor()
  await see(page, 'at-rest')
}
