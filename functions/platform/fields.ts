/** Fields that many contracts share. No AWS: the web imports this file. */
import * as z from 'zod/mini'
import { holdsHiddenSigns, showsSomething } from './hidden-signs.ts'

/** An id made on the device. Either case is the same id (RFC 9562), so that a retry in the other one finds the first. */
export const Id = z.uuid().check(z.toLowerCase())

/** A UTC instant, `2026-11-22T20:13:02.000Z`; no clock is finer than a billionth of a second. */
export const Instant = z.iso.datetime().check(z.maxLength(30))

/** A calendar date in Lesotho, `YYYY-MM-DD`. */
export const CalendarDate = z.iso.date()

/** Half a character can be neither stored nor shown. */
const isWhole = z.refine<string>(text => text.isWellFormed(), { params: { word: 'broken-character' } })
const isPlain = z.refine<string>(text => !holdsHiddenSigns(text), { params: { word: 'hidden-sign' } })
const isVisible = z.refine<string>(showsSomething, { params: { word: 'nothing-to-see' } })
const text = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), isWhole, isPlain, isVisible)
export const ShortText = text(80)
export const LongText = text(600)

/** E.164; Basotho numbers are +266 and 8 digits, many hold +27 numbers (domain.md 8.3). */
export const Phone = z.string().check(z.regex(/^\+[1-9]\d{7,14}$/))

/** Nothing is named twice: what counts it later would count it twice. `nameOf` says what of an entry names it. */
export const isOnce = <Entry>(nameOf: (entry: Entry) => unknown) =>
  z.refine<readonly Entry[]>(list => new Set(list.map(nameOf)).size === list.length, {
    params: { word: 'named-twice' },
  })
export const isNamedOnce = isOnce<unknown>(entry => entry)

export const Count = z.int().check(z.nonnegative(), z.maximum(5_000))

/** Both clocks are kept: this is the device's; the server's is added on receipt. Never a reason to refuse. */
export const DeviceTime = Instant

/** The versions a command was captured under (design.md 4): the server upcasts and judges by them. */
export const CommandVersions = z.strictObject({
  contract: z.int().check(z.positive()),
  rules: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
})

/** What a stored command answers: the receipt. */
export const Receipt = z.strictObject({
  id: Id,
  receivedAt: Instant,
  /** Rises when data was restored: devices then send again what they still hold. */
  restoreEpoch: z.int(),
})
export type Receipt = z.infer<typeof Receipt>

/** Path parameters, by name, each an id made on a device. */
export const ids = <const Name extends string>(...names: Name[]): z.ZodMiniType<Record<Name, string>> =>
  z.strictObject(Object.fromEntries(names.map(name => [name, Id])) as Record<Name, typeof Id>) as z.ZodMiniType<
    Record<Name, string>
  >

export const noQuery = z.strictObject({})
export const noParams = z.strictObject({})
