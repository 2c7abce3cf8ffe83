/**
 * What a policy's conditions can tell apart. Leading keys differ in nearly every request, so a decision cached by
 * the key itself would never be found again; but conditions see a key only through their patterns, and two keys
 * that match the same patterns are decided alike.
 */
import type { PolicyDocument } from '../template/roles.ts'

export type Context = Readonly<Record<string, string | readonly string[]>>

export interface ConditionClasses {
  /** The part of a request's context that the conditions look at. */
  mentioned(context: Context): Record<string, string | string[]>
  /** Equal for contexts that every condition sees alike. */
  classOf(context: Context): string
}

interface Seen {
  readonly tests: ((value: string) => boolean)[]
  /** Some operator compares otherwise than by text: only equal values are sure to be decided alike. */
  exact: boolean
}

const pattern = (like: string): RegExp =>
  new RegExp(
    `^${like
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  )

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function see(seen: Map<string, Seen>, operator: string, key: string, values: unknown): void {
  const entry = seen.get(key.toLowerCase()) ?? { tests: [], exact: false }
  seen.set(key.toLowerCase(), entry)
  const bare = operator
    .replace(/^For(All|Any)Values?:/i, '')
    .replace(/IfExists$/i, '')
    .toLowerCase()
  for (const value of asList(values).map(String)) {
    if (value.includes('${')) entry.exact = true
    else if (bare === 'stringequals' || bare === 'stringnotequals') entry.tests.push(found => found === value)
    else if (bare === 'stringlike' || bare === 'stringnotlike') {
      const expression = pattern(value)
      entry.tests.push(found => expression.test(found))
    } else if (bare !== 'null') entry.exact = true
  }
}

export function conditionClasses(policies: readonly PolicyDocument[]): ConditionClasses {
  const seen = new Map<string, Seen>()
  for (const { Statement: statements } of policies)
    for (const statement of statements) {
      const conditions: unknown = statement['Condition'] ?? {}
      for (const [operator, keys] of Object.entries(conditions ?? {}))
        for (const [key, values] of Object.entries(keys ?? {})) see(seen, operator, key, values)
      for (const [variable] of JSON.stringify(statement).matchAll(/\$\{[^}]+\}/g))
        see(seen, 'variable', variable.slice(2, -1), variable)
    }

  const lookedAt = (context: Context): [string, string | readonly string[], Seen][] =>
    Object.entries(context).flatMap(([key, value]) => {
      const entry = seen.get(key.toLowerCase())
      return entry === undefined ? [] : [[key, value, entry]]
    })

  return {
    mentioned: context =>
      Object.fromEntries(
        lookedAt(context).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
      ),
    classOf: context =>
      lookedAt(context)
        .map(([key, value, { tests, exact }]) => {
          const values = typeof value === 'string' ? [value] : value
          const classes = exact ? values : values.map(one => tests.map(test => (test(one) ? '1' : '0')).join(''))
          return `${key}=${[...new Set(classes)].sort().join(',')}`
        })
        .join('&'),
  }
}
