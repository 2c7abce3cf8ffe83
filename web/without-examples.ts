/**
 * A contract says of each request, beside what the desks need to send it, what only the API's description shows (a summary
 * and examples) and what only the server judges by. No tablet fetches these.
 */
import type { Plugin } from 'vite'

const notForDesks = new Set([
  ...['summary', 'examples'],
  ...['recording', 'refusals', 'maxBodyBytes', 'maxPackedBytes', 'contractVersion', 'upcasts'],
])

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

const isNode = (value: unknown): value is Node & Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** Every property that a row `route({ … })` could do without here. */
function* spared(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* spared(one)
  if (!isNode(node)) return
  const { callee, arguments: given } = node
  if (node.type === 'CallExpression' && isNode(callee) && callee['name'] === 'route' && Array.isArray(given)) {
    const [row]: unknown[] = given
    const properties = isNode(row) ? row['properties'] : undefined
    if (Array.isArray(properties))
      for (const property of properties)
        if (isNode(property) && isNode(property['key']) && notForDesks.has(String(property['key']['name'])))
          yield property
    return
  }
  for (const part of Object.values(node)) if (typeof part === 'object') yield* spared(part)
}

export const withoutExamples = (): Plugin => ({
  name: 'kamohelo:without-examples',
  apply: 'build',
  transform: {
    filter: { id: /\/functions\/.*contract\.ts$/ },
    handler(code) {
      let rest = code
      // from the end, so that what stands before keeps its place
      for (const { start, end } of [...spared(this.parse(code))].reverse())
        rest = rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, '')
      return { code: rest, map: null }
    },
  },
})
