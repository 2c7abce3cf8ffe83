/** A page of the web in a real browser, signed in as any groups, and what can be asked of any screen as it stands. */
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import * as z from 'zod/mini'
import { subjectOf } from '../../local/demo-users.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { mintToken } from '../../local/sign-in/access-token.ts'
import { readKeys } from '../../local/sign-in/keys.ts'

export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 800, height: 1280 },
  desktop: { width: 1280, height: 800 },
} as const
export type Size = keyof typeof sizes

export interface PageOptions {
  readonly groups?: readonly string[]
  readonly language?: 'en' | 'st-LS'
  readonly size?: Size
  readonly path?: string
  /** Kept on the device, as officers have it; who looks at one screen needs no second start. */
  readonly serviceWorkers?: 'allow' | 'block'
}

export interface OpenedPage {
  readonly page: Page
  /** Faults of the page and of its policy; an answer that says no is none. */
  readonly complaints: readonly string[]
}

export const launch = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', ...more],
  })

/** What the sign-in would have left in the tab, with a token the host's own key signed. */
async function signedIn(host: RunningHost, groups: readonly string[]): Promise<readonly [string, string]> {
  const keys = await readKeys(host.dataFolder)
  if (keys === undefined) throw new Error('no sign-in was ever started on this host')
  const username = groups.join('+')
  const user = { username, name: 'Palesa M.', groups }
  const kept = {
    access_token: await mintToken(user, host, keys),
    token_type: 'Bearer',
    scope: 'openid',
    profile: { sub: subjectOf(user), name: user.name, iss: host.issuer, aud: host.clientId, exp: 0, iat: 0 },
    expires_at: Math.floor(Date.now() / 1000) + host.accessTokenSeconds,
  }
  return [`oidc.user:${host.issuer}:${host.clientId}`, JSON.stringify(kept)]
}

export async function openPage(browser: Browser, host: RunningHost, options: PageOptions = {}): Promise<OpenedPage> {
  const { groups, language = 'en', size = 'tablet', path = '/', serviceWorkers = 'block' } = options
  const context = await browser.newContext({ viewport: sizes[size], serviceWorkers })
  const kept = groups === undefined ? undefined : await signedIn(host, groups)
  await context.addInitScript(
    ([session, language]) => {
      if (session !== null && sessionStorage.getItem(session[0]) === null)
        sessionStorage.setItem(session[0], session[1])
      if (localStorage.getItem('kamohelo.language') === null) localStorage.setItem('kamohelo.language', language)
    },
    [kept ?? null, language] as const,
  )
  const page = await context.newPage()
  page.setDefaultTimeout(45_000) // a busy machine's patience, and no claim about speed
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    const isAnswer =
      message.text().startsWith('Failed to load resource') ||
      message.text().startsWith('Service Worker registration blocked')
    if ((message.type() === 'error' || message.type() === 'warning') && !isAnswer) complaints.push(message.text())
  })
  await page.goto(`${host.url}${path}`)
  return { page, complaints }
}

const AxeResults = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.optional(z.string()) })),
    }),
  ),
})

/** WCAG 2.2 A and AA, and the contrast of AAA. */
const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
}

/** One line for each element that breaks a rule. */
export async function inaccessible(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = AxeResults.parse(await page.evaluate(`axe.run(document, ${JSON.stringify(rules)})`))
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** Everything a person may read or hear, the window's title and its address. */
export const readable = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.title,
      location.href,
      document.body.textContent,
      ...[...document.querySelectorAll('[aria-label],[title],[alt],[placeholder]')].flatMap(element =>
        ['aria-label', 'title', 'alt', 'placeholder'].map(name => element.getAttribute(name) ?? ''),
      ),
    ].join('\n'),
  )

/** By how many pixels the screen can be pushed sideways. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
