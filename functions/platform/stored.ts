/** Items as they stand in a table: parsed on every read, with an upcast for each older shape. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type * as z from 'zod/mini'

export type StoredAttributes = Record<string, AttributeValue>

/** Raises an item from the schema version it is filed under to the next one. */
export type Upcast = (item: Record<string, unknown>) => Record<string, unknown>

export interface StoredShape<T> {
  /** The version written today. */
  readonly version: number
  /** Built when the first such item is read: a cold start pays for no shape it does not meet. */
  readonly schema: () => z.ZodMiniType<T>
  /** `upcasts[n]` raises version n to n + 1; a gap is a fault found by the shape's own test. */
  readonly upcasts: Readonly<Record<number, Upcast>>
}

/** What an item of this shape reads as. */
export type Stored<Shape> = Shape extends StoredShape<infer T> ? T : never

export function storedShape<T>(
  version: number,
  build: () => z.ZodMiniType<T>,
  upcasts: Readonly<Record<number, Upcast>> = {},
): StoredShape<T> {
  let schema: z.ZodMiniType<T> | undefined
  return {
    version,
    upcasts,
    schema() {
      schema ??= build()
      return schema
    },
  }
}

function upcastTo<T>(shape: StoredShape<T>, item: Record<string, unknown>): Record<string, unknown> {
  let current = item
  const found = item['schemaVersion']
  for (let version = typeof found === 'number' ? found : 1; version < shape.version; version += 1) {
    const raise = shape.upcasts[version]
    if (!raise) throw new Error(`no upcast from stored version ${version}`)
    current = { ...raise(current), schemaVersion: version + 1 }
  }
  return current
}

/** An item's attributes as plain values, of no known shape yet. */
export const fromStored = (attributes: StoredAttributes): Record<string, unknown> => unmarshall(attributes)

/** Reads an item; throws where it does not fit its shape, since only our own code writes there. */
export function readStored<T>(shape: StoredShape<T>, attributes: StoredAttributes): T {
  return shape.schema().parse(upcastTo(shape, fromStored(attributes)))
}

/** An item as attributes; fields that are undefined are left out. */
export const toStored = (item: Record<string, unknown>): StoredAttributes =>
  marshall(item, { removeUndefinedValues: true })
