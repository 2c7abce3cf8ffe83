/** Libraries of the web in a real Chromium, on a profile folder of the test's own, under the distribution's policy. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { preact } from '@preact/preset-vite'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { type StaticServer, serveStatic } from './static-server.ts'

/** As the desks have it: nothing is compiled at run time. */
const zodWhenUsed = join(import.meta.dirname, '../../web/src/api/zod-when-used.ts')

/** What derives the key of a PIN. */
export const kitWorker = 'kit-worker.js'

/** Bundles one file that puts what a test needs on `window`: `kit.js` in a folder that is the caller's to delete. */
export async function buildKit(entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kamohelo-kit-'))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [preact({ devToolsEnabled: false })],
    resolve: { alias: [{ find: /^zod\/mini$/, replacement: zodWhenUsed }] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: entry,
        // a kit is served without a worker of its own, and asks for none
        external: ['virtual:pwa-register'],
        preserveEntrySignatures: false,
        output: { entryFileNames: 'kit.js', assetFileNames: 'kit[extname]', codeSplitting: false },
      },
      cssCodeSplit: false,
    },
    worker: { format: 'es', rollupOptions: { output: { entryFileNames: kitWorker } } },
  })
  return folder
}

/** Serves such a bundle as the desks are served. */
export async function serveKit(entry: string): Promise<StaticServer> {
  const folder = await buildKit(entry)
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><title>kit</title><link rel="stylesheet" href="/kit.css"><script type="module" src="/kit.js"></script><body><div id="kit"></div></body></html>',
  )
  const server = await serveStatic(folder)
  return {
    origin: server.origin,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface KilledBrowser {
  readonly page: Page
  /** Ends every process of the browser as a power cut would. The profile stays. */
  readonly kill: () => Promise<void>
}

async function addressOf(profile: string, child: ChildProcess): Promise<string> {
  for (let turn = 0; turn < 600 && child.exitCode === null; turn++) {
    const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n')
    if (port !== undefined && port !== '') return `http://127.0.0.1:${port}`
    await pause(50)
  }
  throw new Error('the browser did not start')
}

/** A browser of its own on a profile that outlives it. */
export async function startOnProfile(profile: string, address: string): Promise<KilledBrowser> {
  await rm(join(profile, 'DevToolsActivePort'), { force: true })
  const child = spawn(
    '/usr/bin/chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-background-networking',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: 'ignore', detached: true },
  )
  const { pid } = child
  if (pid === undefined) throw new Error('the browser could not be started')
  const exited = once(child, 'exit')
  const browser = await chromium.connectOverCDP(await addressOf(profile, child))
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('the browser has no profile')
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  return {
    page,
    async kill() {
      process.kill(-pid, 'SIGKILL')
      await exited
      await browser.close().catch(() => undefined)
    },
  }
}

/** Files of a folder, and of those below it, that hold one of the words, as UTF-8 or as UTF-16. */
export async function filesHolding(folder: string, words: readonly string[]): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const wanted = words.flatMap(word => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const content = await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0))
      return wanted.some(word => content.includes(word)) ? [join(parentPath, name)] : []
    }),
  )
  return found.flat()
}
