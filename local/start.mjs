/**
 * The first file of `npm start`. Plain JavaScript, since it must run on any Node from 20 on:
 * it installs what is missing and hands over to the Node 24 that the packages bring.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from './packages.mjs'

const oldestNode = 20
const oldestJava = 17
const repository = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

function checkNode() {
  const [major] = process.versions.node.split('.')
  if (Number(major) < oldestNode)
    stop(`Kamohelo needs Node ${oldestNode} or later; this is Node ${process.versions.node}.`)
}

/** Debian prints `openjdk version "17.0.15"`; Java 8 called itself 1.8. */
function checkJava() {
  if (process.env['DYNAMODB_ENDPOINT']) return
  const { error, stderr, stdout } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(`${stderr}${stdout}`) ?? []
  const found = Number(first === '1' ? second : first)
  const wanted = `Kamohelo keeps its data in DynamoDB Local, which needs Java ${oldestJava} or later`
  const otherwise = 'install a Java runtime, or name another DynamoDB with DYNAMODB_ENDPOINT'
  if (error || !(found > 0)) stop(`${wanted}, and there is none here: ${otherwise}.`)
  if (found < oldestJava) stop(`${wanted}, and this is Java ${found}: ${otherwise}.`)
}

/**
 * Name and parent of a process, where the system shows them as files.
 * @param {number} pid
 */
function processAbove(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { name, parent: Number(parent) }
  } catch {
    return { name: undefined, parent: 0 }
  }
}

/** The process of npm, which starts us directly or through a shell. Undefined where somebody else started us. */
function npmAbove() {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  const { name, parent } = processAbove(process.ppid)
  return name === 'sh' || name === 'dash' ? `${process.ppid} ${parent}` : String(process.ppid)
}

checkNode()
checkJava()
if (!installMissing()) stop('The packages could not be installed; see above what npm says.')

const node = join(repository, 'node_modules', '.bin', 'node')
// The channel closes with us, however we end: the host sees it and does not stay behind.
const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
const env = { KAMOHELO_SEED: 'demo', ...process.env }
const host = spawn(node, [join(repository, 'local', 'host.ts')], { cwd: repository, env, stdio })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => host.kill(signal))
// npm hands on every signal but the one that can't be caught; then its going is all we see of it.
const npm = npmAbove()
setInterval(() => npmAbove() === npm || host.kill('SIGTERM'), 1000).unref()
host.on('error', error => stop(`Node 24 could not be started: ${error.message}.`))
host.on('exit', code => process.exit(code ?? 1))
