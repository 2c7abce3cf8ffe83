/** For programs beside the host: where it is, and tokens of its demo users. */
import { chosenDataFolder, type HostFile, readHostFile } from './data-folder.ts'
import { demoUsers, findDemoUser } from './demo-users.ts'
import { mintToken } from './sign-in/access-token.ts'
import { readKeys } from './sign-in/keys.ts'

export interface RunningHost extends HostFile {
  readonly dataFolder: string
  /** A bearer token of that demo user, good for at least a minute. Faults on a name nobody has. */
  token(username: string): Promise<string>
}

const renewBeforeMilliseconds = 60_000

/** The host, where it answers. Faults with a sentence where none was started on that folder, or it has ended. */
export async function answeringHost(dataFolder: string = chosenDataFolder()): Promise<RunningHost> {
  const host = runningHost(dataFolder)
  await fetch(host.adminUrl, { signal: AbortSignal.timeout(5_000) }).catch(() => {
    throw new Error(`The host on ${dataFolder} does not run any more: run npm start first.`)
  })
  return host
}

/** Faults with a sentence where no host was started on that folder. */
export function runningHost(dataFolder: string = chosenDataFolder()): RunningHost {
  const host = readHostFile(dataFolder)
  if (host === undefined) throw new Error(`No host was started on ${dataFolder}: run npm start first.`)
  const tokens = new Map<string, { token: Promise<string>; renewAt: number }>()

  async function mint(username: string): Promise<string> {
    const user = findDemoUser(username)
    if (user === undefined)
      throw new Error(`No demo user ${username}; there are: ${demoUsers.map(known => known.username).join(', ')}.`)
    const keys = await readKeys(dataFolder)
    if (keys === undefined || host === undefined) throw new Error(`No sign-in was ever started on ${dataFolder}.`)
    return mintToken(user, host, keys)
  }

  return {
    ...host,
    dataFolder,
    token(username) {
      const known = tokens.get(username)
      if (known !== undefined && Date.now() < known.renewAt) return known.token
      const token = mint(username)
      tokens.set(username, { token, renewAt: Date.now() + host.accessTokenSeconds * 1000 - renewBeforeMilliseconds })
      return token
    },
  }
}
