/** The record of a person: every part of it, what they agree to, and their photograph. */
import type { Page } from 'playwright-core'
import { press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

const parts = ['papers', 'home', 'contact', 'family', 'work', 'journey', 'wages', 'everyday', 'basic'] as const

async function walkConsents({ see, said: { consents } }: Walker, page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: consents.title })
  await panel.locator('summary', { hasText: consents.change }).click()
  await panel.locator('summary', { hasText: consents['ask.further'] }).first().click()
  await press(page, consents.save)
  await see(page, 'consents')
  await panel.getByRole('group', { name: consents['ask.PHOTO'] }).locator('.card').first().click()
  await press(page, consents.save)
  await panel.getByText(consents.saved).waitFor()
}

async function walkPhoto({ see, said: { photo } }: Walker, page: Page): Promise<void> {
  await press(page, photo.take)
  await page.locator('video[aria-busy=false]').waitFor()
  await see(page, 'photo')
  await press(page, photo.snap)
  await page.getByRole('button', { name: photo.keep }).waitFor()
  await see(page, 'photo-taken')
  await press(page, photo.keep)
  await page.getByText(photo.kept).waitFor()
  await page.getByRole('img', { name: photo.shown }).waitFor()
  await see(page, 'photo-kept')
}

export async function walkCompletion(walker: Walker, page: Page): Promise<void> {
  const { see, said } = walker
  const { completion } = said
  await page.locator('.progress').waitFor()
  for (const [index, part] of parts.entries()) {
    await page.locator('.progress-parts button').nth(index).click()
    await see(page, `completion-${part}`)
  }
  await press(page, completion.save)
  await page.getByText(completion.saved).waitFor()
  await see(page, 'completion-saved')
  await walkConsents(walker, page)
  await walkPhoto(walker, page)
}
