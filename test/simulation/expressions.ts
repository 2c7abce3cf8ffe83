/** The expressions that our own writes are made of, as DynamoDB reads them; anything else is a fault. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export type Item = Record<string, AttributeValue>

export interface Names {
  readonly names: Readonly<Record<string, string>> | undefined
  readonly values: Readonly<Record<string, AttributeValue>> | undefined
}

const nameIn = (token: string, { names }: Names): string => {
  if (!token.startsWith('#')) return token
  const name = names?.[token]
  if (name === undefined) throw new Error(`no name for ${token}`)
  return name
}
const valueIn = (token: string, { values }: Names): AttributeValue => {
  const value = values?.[token]
  if (value === undefined) throw new Error(`no value for ${token}`)
  return value
}

const plain = (value: AttributeValue): string | number => {
  if (value.N !== undefined) return Number(value.N)
  if (value.S !== undefined) return value.S
  throw new Error('only words and numbers are compared')
}

/** `a AND (b OR c)`, of `#name = :value`, `#name >= :value`, `attribute_not_exists(name)`. */
export function holds(expression: string, item: Item | undefined, given: Names): boolean {
  const tokens = expression.match(/attribute_not_exists\([#\w]+\)|[()]|[#:\w]+|>=|=/g) ?? []
  let at = 0
  const next = (): string => tokens[at++] ?? ''

  function one(): boolean {
    const token = next()
    if (token === '(') {
      const inner = any()
      if (next() !== ')') throw new Error(`no end of a bracket in ${expression}`)
      return inner
    }
    const absent = /^attribute_not_exists\((.+)\)$/.exec(token)?.[1]
    if (absent !== undefined) return item?.[nameIn(absent, given)] === undefined
    const operator = next()
    const wanted = plain(valueIn(next(), given))
    const found = item?.[nameIn(token, given)]
    if (found === undefined) return false
    if (operator === '=') return plain(found) === wanted
    if (operator === '>=') return plain(found) >= wanted
    throw new Error(`no operator ${operator}`)
  }
  function all(): boolean {
    let result = one()
    while (tokens[at] === 'AND') {
      at += 1
      result = one() && result
    }
    return result
  }
  function any(): boolean {
    let result = all()
    while (tokens[at] === 'OR') {
      at += 1
      result = all() || result
    }
    return result
  }

  const result = any()
  if (at !== tokens.length) throw new Error(`not read to its end: ${expression}`)
  return result
}

/** `SET #a = :b, … REMOVE #c, … ADD #d :e, …` */
export function updated(expression: string, item: Item, given: Names): Item {
  const changed = { ...item }
  for (const clause of expression.split(/ (?=REMOVE |ADD )/)) {
    const [verb = '', rest = ''] = [clause.slice(0, clause.indexOf(' ')), clause.slice(clause.indexOf(' ') + 1)]
    for (const part of rest.split(', ')) {
      const [name = '', sign = '', last = sign] = part.split(' ')
      const attribute = nameIn(name, given)
      if (verb === 'SET') changed[attribute] = valueIn(last, given)
      else if (verb === 'REMOVE') delete changed[attribute]
      else if (verb === 'ADD')
        changed[attribute] = { N: String(Number(changed[attribute]?.N ?? 0) + Number(valueIn(sign, given).N)) }
      else throw new Error(`no clause ${verb}`)
    }
  }
  return changed
}
