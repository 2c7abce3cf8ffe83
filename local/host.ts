/** `npm start`, on Node 24: builds what has changed, hosts it, and stays until it is stopped. */
import { join } from 'node:path'
import { startAdmin } from './admin.ts'
import { build } from './build.ts'
import { CannotStart, chosenDataFolder, lockDataFolder, makeDataFolder, writeHostFile } from './data-folder.ts'
import { demoUsers } from './demo-users.ts'
import { type Hosting, startHosting } from './hosting.ts'
import { listen } from './http/server.ts'
import { openLineLog } from './lambda/line-log.ts'
import { seedOnce } from './seed.ts'

const say = (line: string): void => console.log(line)
// Whoever started us may read no further than "ready": that is no reason to end.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

async function openPort(): Promise<Awaited<ReturnType<typeof listen>>> {
  const asked = process.env['PORT']
  const port = asked === undefined || asked === '' ? 0 : Number(asked)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CannotStart(`PORT is ${asked}, which is no port.`)
  try {
    return await listen(port)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const otherwise = 'choose another one with PORT, or none at all'
    if (code === 'EADDRINUSE') throw new CannotStart(`Port ${port} is in use by another program; ${otherwise}.`)
    if (code === 'EACCES') throw new CannotStart(`Port ${port} may not be opened by you; ${otherwise}.`)
    throw error
  }
}

function printUsers(): void {
  const width = Math.max(...demoUsers.map(({ username }) => username.length))
  const nameWidth = Math.max(...demoUsers.map(({ name }) => name.length))
  say(`\n${'User'.padEnd(width)}  ${'Name'.padEnd(nameWidth)}  May act as`)
  for (const { username, name, groups } of demoUsers)
    say(`${username.padEnd(width)}  ${name.padEnd(nameWidth)}  ${groups.join(' ')}`)
}

async function host(): Promise<void> {
  const dataFolder = chosenDataFolder()
  await makeDataFolder(dataFolder)
  const admin = await startAdmin(dataFolder)
  const lock = await lockDataFolder(dataFolder, admin.url)
  const log = openLineLog(join(dataFolder, 'logs', 'host.jsonl'))
  let hosting: Hosting | undefined

  let stopping = false
  async function stop(): Promise<void> {
    await hosting?.stop()
    await admin.close()
    await lock.release()
    await log.close()
  }
  const end = (code: number): void => {
    if (!stopping) stop().finally(() => process.exit(code))
    stopping = true
  }
  process.on('SIGINT', () => end(0)).on('SIGTERM', () => end(0))
  process.on('disconnect', () => end(0)) // the program that started us is gone

  try {
    const { server, port } = await openPort()
    const assemblyFolder = await build(say)
    const endpoint = process.env['DYNAMODB_ENDPOINT']
    say('Starting')
    hosting = await startHosting({
      assemblyFolder,
      dataFolder,
      server,
      siteUrl: `http://127.0.0.1:${port}`,
      helpLine: process.env['KAMOHELO_HELP_LINE'],
      ...(endpoint === undefined ? {} : { databaseEndpoint: endpoint }),
      onWarning(message, fields) {
        log.write({ level: 'WARN', message, ...fields })
        console.error(`warning: ${message} ${JSON.stringify(fields)}`)
      },
    })
  } catch (error) {
    await stop()
    throw error
  }
  await writeHostFile(dataFolder, { ...hosting.host, adminUrl: admin.url, pid: process.pid })
  admin.open(hosting)
  // Tests and benches count their own stock: only `npm start` seeds.
  if (process.env['KAMOHELO_SEED'] === 'demo') await seedOnce(dataFolder)
  hosting.lost.then(sentence => {
    console.error(`The host stops: ${sentence}.`)
    end(1)
  })
  say(`\nKamohelo is ready on ${hosting.host.url}`)
  printUsers()
}

host().catch(error => {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
})
