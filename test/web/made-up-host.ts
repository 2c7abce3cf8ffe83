/**
 * The built desks in a real browser, signed in, against answers a test makes up: for what a whole host shows only by
 * luck (a lost race, a network that goes away in the middle of a command, a table with numbers left out). Answers and
 * commands pass the contracts' own schemas, so that no page is tested against what the server would never say or take.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Route as Asked, type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import * as z from 'zod/mini'
import { allRoutes } from '../../functions/contracts.ts'
import { type RefusalWord, refusals } from '../../functions/platform/refusals.ts'
import type { Route } from '../../functions/platform/route.ts'
import { serveStatic } from './static-server.ts'

export interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}
export interface File {
  readonly file: string
  readonly mediaType: string
  readonly text: string
}
export type MadeUp = { readonly value: unknown } | { readonly refusal: RefusalWord } | File | 'no-network'
/** By the contract row's name. What is not made up is refused as not found. */
export type Answers = Readonly<Record<string, (request: Request) => MadeUp>>

export interface SignedInPage {
  readonly page: Page
  /** What the browser's policy blocked, and what went wrong in the page. */
  readonly complaints: string[]
  /** The files the page asked for. */
  readonly files: string[]
}
export interface MadeUpHost {
  readonly open: (
    path: string,
    groups: readonly string[],
    answers: Answers,
    options?: PageOptions,
  ) => Promise<SignedInPage>
  readonly stop: () => Promise<void>
}
export interface PageOptions {
  readonly language?: 'en' | 'st-LS'
  readonly width?: number
  readonly height?: number
}

const chromiumPath = '/usr/bin/chromium'
const issuer = 'https://sign-in.example'
const clientId = 'desks'

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What oidc-client-ts keeps of a sign-in; nobody checks a signature here, since nobody answers but the test. */
function keptSignIn(groups: readonly string[]): Readonly<Record<string, string>> {
  const token = [encoded({ alg: 'none' }), encoded({ sub: 'officer-7', 'cognito:groups': groups }), 'x'].join('.')
  const user = {
    access_token: token,
    token_type: 'Bearer',
    scope: 'openid',
    profile: { sub: 'officer-7', name: 'Lineo Mohapi', iss: issuer, aud: clientId, exp: 4_000_000_000, iat: 0 },
    expires_at: 4_000_000_000,
  }
  return { [`oidc.user:${issuer}:${clientId}`]: JSON.stringify(user) }
}

const Json = z.unknown()

function routeOf(method: string, path: string): { row: Route; params: Record<string, string> } | undefined {
  for (const row of allRoutes) {
    const pattern = new RegExp(`^${row.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    const found = row.method === method ? pattern.exec(path) : null
    if (found !== null) return { row, params: { ...found.groups } }
  }
  return undefined
}

const problem = (word: RefusalWord) => ({
  status: refusals[word].status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ word, sentences: { en: refusals[word].en, 'st-LS': refusals[word].st } }),
})

async function answer(asked: Asked, answers: Answers, complaints: string[]): Promise<void> {
  const request = asked.request()
  const { pathname, searchParams } = new URL(request.url())
  const found = routeOf(request.method(), pathname)
  const made = found && answers[found.row.name]
  if (found === undefined || made === undefined) return asked.fulfill(problem('not-found'))
  const { row, params } = found
  const body = Json.parse(JSON.parse(request.postData() ?? 'null'))
  if (row.body !== undefined && !z.safeParse(row.body, body).success)
    complaints.push(`${row.name}: a body the contract refuses`)
  const said = made({ params, query: Object.fromEntries(searchParams), body })
  if (said === 'no-network') return asked.abort('internetdisconnected')
  if ('refusal' in said) return asked.fulfill(problem(said.refusal))
  if ('file' in said)
    return asked.fulfill({
      status: 200,
      contentType: said.mediaType,
      headers: { 'content-disposition': `attachment; filename="${said.file}"` },
      body: said.text,
    })
  return asked.fulfill({
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify(z.parse(row.response, said.value)),
  })
}

/** Builds the desks once and opens pages on them. */
export async function startMadeUpHost(): Promise<MadeUpHost> {
  const folder = await mkdtemp(join(tmpdir(), 'kamohelo-desks-'))
  await build({
    configFile: join(import.meta.dirname, '../../web/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })
  const config = { issuer, clientId, scope: 'openid', redirectPath: '/signed-in', helpLine: '8002 2020' }
  const server = await serveStatic(folder, { '/config.json': JSON.stringify(config) })
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  return {
    async open(path, groups, answers, { language = 'en', width = 1280, height = 800 } = {}) {
      const page = await browser.newPage({ viewport: { width, height } })
      const complaints: string[] = []
      const files: string[] = []
      page.on('console', message => {
        // a refusal is an answer here, which Chromium reports as a failed load
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text())
      })
      page.on('pageerror', error => complaints.push(error.message))
      page.on('request', request => files.push(new URL(request.url()).pathname))
      await page.addInitScript(
        ([kept, chosen]) => {
          for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value)
          if (localStorage.getItem('kamohelo.language') === null) localStorage.setItem('kamohelo.language', chosen)
        },
        [keptSignIn(groups), language] as const,
      )
      await page.route('**/v1/**', asked => answer(asked, answers, complaints))
      await page.goto(`${server.origin}${path}`)
      await page.waitForLoadState('networkidle')
      return { page, complaints, files }
    },
    async stop() {
      await browser.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
