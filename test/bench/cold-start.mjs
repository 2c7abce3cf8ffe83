/**
 * One cold start, from process start: loads the handler named, sends it one event, and ends when the first reply of the
 * database has wholly arrived. A handler of which none is expected (no event) ends with its answer.
 */
import { subscribe } from 'node:diagnostics_channel'

subscribe('http.client.response.finish', ({ response }) => response.once('end', () => process.exit(0)))

const [file, event] = process.argv.slice(2)
const { handler } = await import(file)
const answer = await handler(event && JSON.parse(event), {})
if (event !== undefined) console.error(`answered without the database: ${JSON.stringify(answer)}`)
process.exit(event === undefined ? 0 : 1)
