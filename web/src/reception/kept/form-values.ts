/**
 * A half-filled form as plain values, by the place of each in it: `document.number`. Kept is what differs from the form as
 * it was opened, so that what a colleague changed meanwhile in a record stands where this officer touched nothing. Pure.
 */
import { Signal } from '@preact/signals'
import * as z from 'zod/mini'

const Line = z.record(z.string(), z.string())
type Line = z.infer<typeof Line>

/** `null`: nothing chosen, where something was. */
export const FormValues = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), z.number(), z.null(), z.array(z.union([z.string(), z.boolean(), Line]))]),
)
export type FormValues = z.infer<typeof FormValues>
type FormValue = FormValues[string]

/** By the place of a list whose lines are forms of their own: one line, from what was typed in it. */
export type LineMakers = Readonly<Record<string, (line: Line) => unknown>>

const signalsIn = (form: object, place = ''): [string, Signal<unknown>][] =>
  Object.entries(form).flatMap(([name, part]): [string, Signal<unknown>][] => {
    if (part instanceof Signal) return [[`${place}${name}`, part]]
    return typeof part === 'object' && part !== null && !Array.isArray(part) ? signalsIn(part, `${place}${name}.`) : []
  })

/** A signal in a list is written as its value. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Reading them follows their changes. */
export const valuesIn = (form: object): FormValues =>
  FormValues.parse(Object.fromEntries(signalsIn(form).map(([place, part]) => [place, plain(part.value)])))

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export const changedIn = (opened: FormValues, now: FormValues): FormValues =>
  Object.fromEntries(Object.entries(now).filter(([place, value]) => !isSame(value, opened[place])))

/** What was typed stays text, and a list stays one. */
function fits(opened: FormValue | undefined, kept: FormValue): boolean {
  if (opened === '') return typeof kept === 'string'
  if (Array.isArray(opened) || Array.isArray(kept)) return Array.isArray(opened) && Array.isArray(kept)
  return opened === null || kept === null || typeof opened === typeof kept
}

/**
 * Puts kept values where nobody typed since the form was opened; true where it put any. What is of another kind than its
 * place is left out. A code that this version does not know shows as nothing chosen, and the contract takes none.
 */
export function fillWith(form: object, opened: FormValues, kept: FormValues, makers: LineMakers = {}): boolean {
  let filled = false
  for (const [place, part] of signalsIn(form)) {
    const value = kept[place]
    if (value === undefined || !isSame(plain(part.peek()), opened[place]) || !fits(opened[place], value)) continue
    const make = makers[place]
    part.value =
      make !== undefined && Array.isArray(value)
        ? value.flatMap(line => (typeof line === 'object' ? [make(line)] : []))
        : (value ?? undefined)
    filled = true
  }
  return filled
}
