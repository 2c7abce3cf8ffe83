/** EventBridge's event patterns, which stream filters use too. */

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  )

function compareNumbers(test: readonly unknown[], value: unknown): boolean {
  if (typeof value !== 'number') return false
  for (let index = 0; index < test.length; index += 2) {
    const bound = Number(test[index + 1])
    const holds = {
      '=': value === bound,
      '<': value < bound,
      '<=': value <= bound,
      '>': value > bound,
      '>=': value >= bound,
    }[String(test[index])]
    if (holds !== true) return false
  }
  return true
}

const textTests: Readonly<Record<string, (test: string, value: string) => boolean>> = {
  prefix: (test, value) => value.startsWith(test),
  suffix: (test, value) => value.endsWith(test),
  wildcard: (test, value) => wildcard(test).test(value),
  'equals-ignore-case': (test, value) => value.toLowerCase() === test.toLowerCase(),
}

function matchesTest(test: unknown, value: unknown): boolean {
  if (!isFields(test)) return test === value
  const [kind = '', argument] = Object.entries(test)[0] ?? []
  if (kind === 'numeric' && Array.isArray(argument)) return compareNumbers(argument, value)
  if (kind === 'anything-but') return !asList(argument).some(one => matchesTest(one, value))
  const compare = textTests[kind]
  if (compare === undefined) throw new Error(`the local host knows no "${kind}" in an event pattern`)
  return typeof value === 'string' && asList(argument).some(one => compare(String(one), value))
}

/** Whether one field of the event satisfies its list of tests; a list in the event satisfies by any of its values. */
function matchesField(tests: readonly unknown[], value: unknown): boolean {
  const present = value !== undefined
  return tests.some(test => {
    if (isFields(test) && 'exists' in test) return test['exists'] === present
    return present && (Array.isArray(value) && value.length > 0 ? value : [value]).some(one => matchesTest(test, one))
  })
}

export function matchesPattern(pattern: unknown, event: unknown): boolean {
  if (!isFields(pattern)) return false
  const fields = isFields(event) ? event : {}
  return Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or' && Array.isArray(expected)) return expected.some(one => matchesPattern(one, fields))
    if (Array.isArray(expected)) return matchesField(expected, fields[name])
    return matchesPattern(expected, fields[name])
  })
}
