/**
 * `npm test`: installs what is missing, then runs types, lint and every test, and ends with a line
 * `N passed, N failed`. Plain JavaScript, so that it starts on Node 20; the rest runs on the Node 24 of package.json.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from '../local/packages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const run = (command, parameters) =>
  spawnSync(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  }).status === 0

function end(sentence) {
  console.error(sentence)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

if (!installMissing()) end('The packages could not be installed.')
if (spawnSync('java', ['-version']).status !== 0 && !process.env.DYNAMODB_ENDPOINT)
  end(
    'The tests need Java 17 or later for DynamoDB Local; install a JRE, or name another DynamoDB in DYNAMODB_ENDPOINT.',
  )
if (!chromiumPaths.some(path => existsSync(path)) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
}
if (!chromiumPaths.some(path => existsSync(path))) end('The browser tests need Chromium: install the package chromium.')

const checks = [
  ['types', () => run('npm', ['run', '--silent', 'types'])],
  ['lint', () => run('npm', ['run', '--silent', 'lint'])],
].map(([name, check]) => ({ name, passed: check() }))

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-test-'))
const report = join(folder, 'report.json')
const testsPassed = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
const counts = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, success: false }
rmSync(folder, { recursive: true })

const failedChecks = checks.filter(({ passed }) => !passed)
for (const { name } of failedChecks) console.error(`${name}: failed`)
// A file that breaks before its first test, or an error outside any test, fails the run without failing a test.
const unseen = !testsPassed && counts.numFailedTests === 0 ? 1 : 0
const passed = counts.numPassedTests + checks.length - failedChecks.length
const failed = counts.numFailedTests + failedChecks.length + unseen
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
