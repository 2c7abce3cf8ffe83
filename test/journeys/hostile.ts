/** Ways to spoil a body that would be taken as it is. */
import * as fc from 'fast-check'

export interface Twist {
  readonly how: 'replace' | 'remove' | 'add'
  /** Which of all places in the body. */
  readonly where: number
  /** JSON text, which may say what no value of ours can: a number beyond all numbers, a nest without end. */
  readonly json: string
}

const text = (value: string): string => JSON.stringify(value)
const nest = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

/** Ids of the right form, which may stand in what was taken as well. */
export const hostileIds: readonly string[] = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
]

/** Written as JSON would never write them, or where somebody's code has broken before. */
const hostile: readonly string[] = [
  ...['null', 'true', '0', '-1', '-0', '1.5', '1e400', '1e21', '9007199254740993', '[]', '{}', '[null]', '{"":1}'],
  ...[nest(40), nest(1_500), `{"a":${nest(1_000)}}`],
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u202e\u200b',
    '🐑'.repeat(30),
    "'; DROP TABLE",
    '=HYPERLINK("x")',
    '<b>',
    '#',
    'SEALED#',
  ].map(text),
  ...['x'.repeat(81), 'x'.repeat(700), 'x'.repeat(5_000), 'é'.repeat(9_000), 'x'.repeat(100_000)].map(text),
  ...['"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"'],
  ...['2026-02-30', '2026-13-01', '0000-00-00', '9999-12-31', '1000-01-01', '2099-01-01', '20261122', 'yesterday'].map(
    text,
  ),
  ...['2026-11-22T25:00:00.000Z', '2026-11-22T08:00:00', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z'].map(
    text,
  ),
  ...['one', '0193a3a0-0000-7000-8000', ...hostileIds].map(text),
  ...['__proto__', 'constructor', 'toString', 'LS-Z', 'XX', '*', 'DEPORTED', 'ALL_OLD'].map(text),
  `[${Array.from({ length: 400 }, () => '{}').join()}]`,
]

export const twist: fc.Arbitrary<Twist> = fc.record({
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add'),
  where: fc.nat(),
  json: fc.oneof(
    { arbitrary: fc.constantFrom(...hostile), weight: 4 },
    { arbitrary: fc.jsonValue({ maxDepth: 2 }).map(value => JSON.stringify(value)), weight: 1 },
  ),
})

type Path = readonly (string | number)[]
type Content = Readonly<Record<string | number, unknown>>
const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null

const pathsIn = (value: unknown, at: Path = []): Path[] =>
  isContent(value)
    ? [
        at,
        ...Object.entries(value).flatMap(([name, inner]) =>
          pathsIn(inner, [...at, Array.isArray(value) ? Number(name) : name]),
        ),
      ]
    : [at]

/** A value that no body holds, to be put in for JSON text. */
const token = '\u{e000}hostile\u{e001}'

function changed(value: unknown, [name, ...rest]: Path, how: Twist['how']): unknown {
  if (name === undefined)
    return how === 'add' && isContent(value) && !Array.isArray(value) ? { ...value, unknown: token } : token
  if (Array.isArray(value))
    return value.flatMap((inner, index) => {
      if (index !== name) return [inner]
      return how === 'remove' && rest.length === 0 ? [] : [changed(inner, rest, how)]
    })
  if (!isContent(value)) return token
  const { [name]: inner, ...others } = value
  return how === 'remove' && rest.length === 0 ? others : { ...others, [name]: changed(inner, rest, how) }
}

/** The body's JSON text, spoilt at one place. */
export function hostileBody(body: unknown, { how, where, json }: Twist): string {
  const paths = pathsIn(body)
  const path = paths[where % paths.length] ?? []
  return JSON.stringify(changed(body, path, how)).replace(JSON.stringify(token), () => json)
}
