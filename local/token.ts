/** `npm run token -- <demo user>`: prints a bearer token for the running host. */
import { demoUsers } from './demo-users.ts'
import { runningHost } from './running-host.ts'

const [username] = process.argv.slice(2)
try {
  if (username === undefined) throw new Error(`Name a demo user: ${demoUsers.map(known => known.username).join(', ')}.`)
  console.log(await runningHost().token(username))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
