import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assemblyCache } from '../../local/assembly-cache.ts'

const aProcessLongGone = 2 ** 22 + 1

async function givenAssemblies(names: readonly string[]) {
  const root = await mkdtemp(join(tmpdir(), 'assemblies-'))
  const users = join(root, 'users')
  const cache = assemblyCache(join(root, 'assemblies'), users)
  for (const [age, name] of names.entries()) {
    await mkdir(join(cache.folder, name), { recursive: true })
    await utimes(join(cache.folder, name), age, age)
  }
  return { cache, users, has: (name: string) => existsSync(join(cache.folder, name)) }
}

it('forgets all but the newest four', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const { cache, has } = await givenAssemblies(names)
  await cache.forgetOld()
  expect(names.filter(has)).toEqual(['c', 'd', 'e', 'f'])
})

it('keeps the one a running host loads its functions from, however old, and not that of a host long gone', async () => {
  const names = ['ours', 'gone', 'c', 'd', 'e', 'f']
  const { cache, users, has } = await givenAssemblies(names)
  await cache.use('ours')
  await utimes(join(cache.folder, 'ours'), 0, 0)
  await writeFile(join(users, `gone@${aProcessLongGone}`), '')
  await cache.forgetOld()
  expect(names.filter(has)).toEqual(['ours', 'c', 'd', 'e', 'f'])
})
