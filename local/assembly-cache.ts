/**
 * Assemblies of earlier sources: the newest few are kept, and every one that a running host still loads its functions
 * from. Without the latter a host started after a few edits would take the functions of another one away.
 */
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from './is-alive.ts'

const newestKept = 4

export interface AssemblyCache {
  readonly folder: string
  /** Marks an assembly as this process's for as long as it runs, and as the newest. */
  use(name: string): Promise<void>
  forgetOld(): Promise<void>
}

/** `users` holds an empty file `<name>@<process id>` for each use. */
export function assemblyCache(folder: string, users: string): AssemblyCache {
  async function namesInUse(): Promise<ReadonlySet<string>> {
    const names = new Set<string>()
    for (const mark of await readdir(users).catch(() => [])) {
      const [name = '', pid] = mark.split('@')
      if (isAlive(Number(pid))) names.add(name)
      else await rm(join(users, mark), { force: true })
    }
    return names
  }

  return {
    folder,
    async use(name) {
      const now = new Date()
      await utimes(join(folder, name), now, now)
      await mkdir(users, { recursive: true })
      await writeFile(join(users, `${name}@${process.pid}`), '')
    },
    async forgetOld() {
      const inUse = await namesInUse()
      const names = await readdir(folder)
      const made = new Map<string, number>()
      for (const name of names) made.set(name, (await stat(join(folder, name))).mtimeMs)
      const newestFirst = names.toSorted((one, other) => (made.get(other) ?? 0) - (made.get(one) ?? 0))
      for (const name of newestFirst.slice(newestKept))
        if (!inUse.has(name)) await rm(join(folder, name), { recursive: true, force: true })
    },
  }
}
