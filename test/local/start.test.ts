import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startHost } from '../harness/local-host.ts'
import { shared } from '../harness/shared.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const local = join(import.meta.dirname, '..', '..', 'local')

/** Runs a program to its end and gives what it printed, in one text. */
async function run(file: string, environment: Record<string, string>, ...options: string[]): Promise<[number, string]> {
  const child = spawn(process.execPath, [...options, join(local, file)], { env: { ...process.env, ...environment } })
  let printed = ''
  child.stdout.on('data', part => {
    printed += part
  })
  child.stderr.on('data', part => {
    printed += part
  })
  const [code] = await once(child, 'exit')
  return [code, printed]
}

function withJava(name: string, script: string | undefined): string {
  const path = join(folder, name)
  mkdirSync(path)
  if (script !== undefined) {
    writeFileSync(join(path, 'java'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(path, 'java'), 0o755)
  }
  return path
}

const oneSentence = /^[A-Z][^\n]*\.\n$/

describe('npm start says in one sentence', { timeout: 90_000 }, () => {
  it('that Java is missing', async () => {
    const [code, printed] = await run('start.mjs', { PATH: withJava('none', undefined), DYNAMODB_ENDPOINT: '' })
    expect(code).toBe(1)
    expect(printed).toMatch(oneSentence)
    expect(printed).toContain('needs Java 17 or later, and there is none here')
  })

  it('that Java is too old', async () => {
    const old = withJava('old', `echo 'openjdk version "11.0.2" 2019-01-15' >&2`)
    const [code, printed] = await run('start.mjs', { PATH: `${old}:/bin:/usr/bin`, DYNAMODB_ENDPOINT: '' })
    expect(code).toBe(1)
    expect(printed).toMatch(oneSentence)
    expect(printed).toContain('this is Java 11')
  })

  it('that Node is too old', async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})`
    const [code, printed] = await run('start.mjs', {}, '--import', pretend)
    expect(code).toBe(1)
    expect(printed).toBe('Kamohelo needs Node 20 or later; this is Node 18.20.0.\n')
  })

  it('that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const [code, printed] = await run('host.ts', { PORT: port, KAMOHELO_DATA: join(folder, 'port') })
    other.close()
    expect(code).toBe(1)
    expect(printed).toMatch(oneSentence)
    expect(printed).toContain(`Port ${port} is in use`)
  })

  it('that the data folder cannot be one', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    for (const dataFolder of [file, join(file, 'below')]) {
      const [code, printed] = await run('host.ts', { KAMOHELO_DATA: dataFolder })
      expect(code).toBe(1)
      expect(printed).toMatch(oneSentence)
      expect(printed).toContain(`The data folder ${dataFolder} cannot be made or written to`)
    }
  })

  it('that the demo needs a host, and one that runs', async () => {
    const dataFolder = join(folder, 'no-host')
    const [never, sentence] = await run('demo/run.ts', { KAMOHELO_DATA: dataFolder })
    expect([never, sentence]).toEqual([1, `No host was started on ${dataFolder}: run npm start first.\n`])
    const host = await startHost({ dataFolder, assembly: 'fixture' })
    await host.stop()
    const [ended, told] = await run('demo/run.ts', { KAMOHELO_DATA: dataFolder })
    expect([ended, told]).toEqual([1, `The host on ${dataFolder} does not run any more: run npm start first.\n`])
  })

  it('that the data folder is in use, and by whom; and lets the folder go when that host ends', async () => {
    const dataFolder = join(folder, 'locked')
    const host = await startHost({ dataFolder, assembly: 'fixture' })
    const [code, printed] = await run('host.ts', {
      KAMOHELO_DATA: dataFolder,
      KAMOHELO_ASSEMBLY: await shared('fixture'),
    })
    expect(code).toBe(1)
    expect(printed).toMatch(oneSentence)
    expect(printed).toContain(`in use by the host with process id ${host.pid}`)
    await host.stop()
    await (await startHost({ dataFolder, assembly: 'fixture' })).stop()
  })

  it('for whom there are tokens, where a name is unknown', async () => {
    const dataFolder = join(folder, 'tokens')
    const host = await startHost({ dataFolder, assembly: 'fixture' })
    const [unknown, sentence] = await run('token.ts', { KAMOHELO_DATA: dataFolder })
    expect(unknown).toBe(1)
    expect(sentence).toContain('reception-mb, ')
    const child = spawn(process.execPath, [join(local, 'token.ts'), 'health-ls-c'], {
      env: { ...process.env, KAMOHELO_DATA: dataFolder },
    })
    let token = ''
    child.stdout.on('data', part => {
      token += part
    })
    await once(child, 'exit')
    const response = await fetch(`${host.url}/v1/echo/1`, { headers: { authorization: `Bearer ${token.trim()}` } })
    expect(response.status).toBe(200)
    await host.stop()
  })
})
