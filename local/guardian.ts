/**
 * Runs one command and ends it as soon as standard input closes.
 * The one who started us holds the other end of that pipe, so even a `kill -9` of it closes the pipe:
 * no database is left behind holding the data folder.
 */
import { spawn } from 'node:child_process'

const [command, ...parameters] = process.argv.slice(2)
if (command === undefined) throw new Error('guardian: name a command')

const child = spawn(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'] })
child.on('error', () => process.exit(127))
child.on('exit', code => process.exit(code ?? 1))

const patienceMilliseconds = 5000
function end(): void {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), patienceMilliseconds).unref()
}
process.stdin.on('close', end).on('error', end).resume()
process.on('SIGTERM', end).on('SIGINT', end)
