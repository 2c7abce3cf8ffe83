/** Installs what package-lock.json names and node_modules lacks. Plain JavaScript, for any Node from 20 on. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @param {string} file */
const packagesOf = file => JSON.parse(readFileSync(join(repository, file), 'utf8')).packages

/** npm keeps a copy of what it installed; times of files say little after a checkout or a copy. */
function isInstalled() {
  if (!existsSync(join(repository, 'node_modules', '.package-lock.json'))) return false
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/** True where everything is there in the end. What npm says stands in between. */
export function installMissing() {
  if (isInstalled()) return true
  console.log('Installing packages')
  const parameters = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  return spawnSync('npm', parameters, { cwd: repository, stdio: 'inherit' }).status === 0
}
