/**
 * Builds the web application and synthesises the templates, each only where its sources have changed since.
 * Several hosts may start at once: one builds, the others wait and find it done. An assembly is never changed
 * once it is there, so a host that runs on one is not disturbed by a host started after an edit.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, existsSync, globSync, openSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { assemblyCache } from './assembly-cache.ts'
import { CannotStart } from './data-folder.ts'
import { isAlive } from './is-alive.ts'

const repository = join(import.meta.dirname, '..')
const cache = join(repository, 'node_modules', '.cache', 'kamohelo')
const lockFile = join(cache, 'build.lock')
const assemblies = assemblyCache(join(cache, 'assemblies'), join(cache, 'assembly-users'))
const lockGoneStaleAfterMilliseconds = 5 * 60_000

const webSources = ['web/**/*', 'functions/**/*.ts', 'package-lock.json']
const assemblySources = ['bin/**/*', 'lib/**/*', 'functions/**/*', 'web/dist/**/*', 'cdk.json', 'package-lock.json']

/** Equal as long as no file was added, removed or written. */
function fingerprint(patterns: readonly string[], without: string[] = []): string {
  const files = globSync([...patterns], { cwd: repository, exclude: without }).sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(repository, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function run(parameters: readonly string[], environment: Record<string, string>, what: string): Promise<void> {
  const log = join(cache, `${what.replace(' ', '-')}.log`)
  const output = openSync(log, 'w')
  const child = spawn(process.execPath, parameters, {
    cwd: repository,
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new CannotStart(`The ${what} failed:\n${await readFile(log, 'utf8')}`)
}

async function buildWeb(say: (line: string) => void): Promise<void> {
  if (!existsSync(join(repository, 'web', 'vite.config.ts'))) return
  const stamp = join(cache, 'web.stamp')
  const sources = fingerprint(webSources, ['web/dist/**'])
  const done = existsSync(join(repository, 'web', 'dist', 'index.html')) && (await read(stamp)) === sources
  if (done) return
  say('Building the web application')
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  // Whoever asks may be a test: what is built is always what is deployed.
  await run([vite, 'build', 'web', '--logLevel', 'warn'], { NODE_ENV: 'production' }, 'web build')
  await writeFile(stamp, sources)
}

const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

/** Through the app itself: the command line around it takes longer than the synthesis. */
async function synthesise(say: (line: string) => void): Promise<string> {
  const name = fingerprint(assemblySources).slice(0, 20)
  const folder = join(assemblies.folder, name)
  if (existsSync(folder)) {
    await assemblies.use(name)
    return folder
  }
  say('Synthesising the templates')
  // This machine needs the native parts of its own processor only, which npm has installed already.
  const context = JSON.stringify({ duckDbArchitectures: 'host' })
  const fresh = join(cache, 'synthesis')
  try {
    await rm(fresh, { recursive: true, force: true })
    await run(['bin/kamohelo.ts'], { CDK_OUTDIR: fresh, CDK_CONTEXT_JSON: context }, 'synthesis')
    await mkdir(assemblies.folder, { recursive: true })
    await rename(fresh, folder)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  await assemblies.use(name)
  await assemblies.forgetOld()
  return folder
}

function cannotBuild({ code }: NodeJS.ErrnoException): never {
  throw new CannotStart(`Nothing can be built in ${cache} (${code}).`)
}

async function locked<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(cache, { recursive: true }).catch(cannotBuild)
  for (;;) {
    const taken = await writeFile(lockFile, String(process.pid), { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? false : cannotBuild(error)),
    )
    if (taken) break
    const holder = Number(await read(lockFile))
    const age = existsSync(lockFile) ? Date.now() - statSync(lockFile).mtimeMs : 0
    const gone = (holder > 0 && !isAlive(holder)) || age > lockGoneStaleAfterMilliseconds
    if (gone) await rm(lockFile, { force: true })
    else await pause(200)
  }
  try {
    return await work()
  } finally {
    await rm(lockFile, { force: true })
  }
}

/**
 * The folder of an assembly of today's sources. `KAMOHELO_ASSEMBLY` names one that is synthesised already:
 * then nothing is built.
 * @throws CannotStart, with what the build printed.
 */
export async function build(say: (line: string) => void): Promise<string> {
  const given = process.env['KAMOHELO_ASSEMBLY']
  if (given !== undefined) return given
  return locked(async () => {
    await buildWeb(say)
    return synthesise(say)
  })
}
