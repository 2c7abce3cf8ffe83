/**
 * Stands in for `zod/mini` in the browser (vite.config.ts). Zod would otherwise try `new Function` on its first schema,
 * which the content security policy forbids and reports. And the contracts hold some nine hundred schemas, of which a
 * page reads a few dozen: each is made when something is first parsed by it, since making all of them before the first
 * page took a third of its scripts' time.
 */
import * as zod from 'zod/v4-mini'

zod.config({ jitless: true })

export * from 'zod/v4-mini'

/** Stands for a schema or a check until one of its properties is asked for; checks added to it wait with it. */
function standIn(make: () => object): object {
  let made: object | undefined
  const real = (): object => {
    made ??= make()
    return made
  }
  const check = (...checks: unknown[]): object =>
    standIn(() => {
      const schema = real()
      if (!('check' in schema && typeof schema.check === 'function')) throw new Error('only a schema takes checks')
      return schema.check(...checks)
    })
  return new Proxy(
    {},
    {
      get: (_, name) => (name === 'check' ? check : Reflect.get(real(), name)),
      has: (_, name) => Reflect.has(real(), name),
      getPrototypeOf: () => Reflect.getPrototypeOf(real()),
    },
  )
}

/** The same maker, whose schemas wait. What it is given is asked for no sooner. */
const whenUsed =
  (make: (...given: never[]) => object) =>
  (...given: never[]): object =>
    standIn(() => make(...given))

export const string = /* @__PURE__ */ whenUsed(zod.string)
export const number = /* @__PURE__ */ whenUsed(zod.number)
export const boolean = /* @__PURE__ */ whenUsed(zod.boolean)
export const int = /* @__PURE__ */ whenUsed(zod.int)
export const unknown = /* @__PURE__ */ whenUsed(zod.unknown)
export const literal = /* @__PURE__ */ whenUsed(zod.literal)
export const array = /* @__PURE__ */ whenUsed(zod.array)
export const object = /* @__PURE__ */ whenUsed(zod.object)
export const strictObject = /* @__PURE__ */ whenUsed(zod.strictObject)
export const looseObject = /* @__PURE__ */ whenUsed(zod.looseObject)
export const record = /* @__PURE__ */ whenUsed(zod.record)
export const partialRecord = /* @__PURE__ */ whenUsed(zod.partialRecord)
export const tuple = /* @__PURE__ */ whenUsed(zod.tuple)
export const union = /* @__PURE__ */ whenUsed(zod.union)
export const discriminatedUnion = /* @__PURE__ */ whenUsed(zod.discriminatedUnion)
export const optional = /* @__PURE__ */ whenUsed(zod.optional)
export const nullable = /* @__PURE__ */ whenUsed(zod.nullable)
export const _default = /* @__PURE__ */ whenUsed(zod._default)
export const pipe = /* @__PURE__ */ whenUsed(zod.pipe)
export const transform = /* @__PURE__ */ whenUsed(zod.transform)
export const custom = /* @__PURE__ */ whenUsed(zod.custom)
export const lazy = /* @__PURE__ */ whenUsed(zod.lazy)
export const extend = /* @__PURE__ */ whenUsed(zod.extend)
export const pick = /* @__PURE__ */ whenUsed(zod.pick)
export const omit = /* @__PURE__ */ whenUsed(zod.omit)
export const regex = /* @__PURE__ */ whenUsed(zod.regex)
export const minLength = /* @__PURE__ */ whenUsed(zod.minLength)
export const maxLength = /* @__PURE__ */ whenUsed(zod.maxLength)
export const length = /* @__PURE__ */ whenUsed(zod.length)
export const minimum = /* @__PURE__ */ whenUsed(zod.minimum)
export const maximum = /* @__PURE__ */ whenUsed(zod.maximum)
export const positive = /* @__PURE__ */ whenUsed(zod.positive)
export const nonnegative = /* @__PURE__ */ whenUsed(zod.nonnegative)
export const refine = /* @__PURE__ */ whenUsed(zod.refine)
export const startsWith = /* @__PURE__ */ whenUsed(zod.startsWith)
export const uuid = /* @__PURE__ */ whenUsed(zod.uuid)
export const url = /* @__PURE__ */ whenUsed(zod.url)
export const trim = /* @__PURE__ */ whenUsed(zod.trim)
export const toLowerCase = /* @__PURE__ */ whenUsed(zod.toLowerCase)
export const toUpperCase = /* @__PURE__ */ whenUsed(zod.toUpperCase)
const enumOf = /* @__PURE__ */ whenUsed(zod.enum)

const catchOf = /* @__PURE__ */ whenUsed(zod.catch)

// names that a variable may not have
export { catchOf as catch, enumOf as enum }
