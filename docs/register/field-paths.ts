/** Every field a command may carry, as dotted paths, read from its contract's schema. */
import * as z from 'zod/mini'

const Node = z.looseObject({
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
  anyOf: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  additionalProperties: z.optional(z.unknown()),
})

function walk(schema: unknown, path: string): string[] {
  const node = Node.safeParse(schema)
  if (!node.success) return path === '' ? [] : [path]
  const { properties, items, anyOf, oneOf } = node.data
  if (properties)
    return Object.entries(properties).flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`))
  if (items !== undefined) return walk(items, path)
  const choices = anyOf ?? oneOf
  if (choices) return [...new Set(choices.flatMap(choice => walk(choice, path)))]
  return [path]
}

/** The paths of a schema's fields; a list counts as its items. */
export const fieldPaths = (schema: z.ZodMiniType<unknown>): string[] =>
  [...new Set(walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), ''))].sort()
