/** One cold start, from process start: loads the handler named, sends it one event, exits with its answer. */
const [file, event] = process.argv.slice(2)
const { handler } = await import(file)
const answer = await handler(JSON.parse(event), {})
process.exit(answer?.statusCode === undefined || answer.statusCode >= 500 ? 1 : 0)
