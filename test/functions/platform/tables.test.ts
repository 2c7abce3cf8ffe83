import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  auditKeys,
  countedPrefix,
  countedSlot,
  dayBookKeys,
  ledgerKeys,
  ledgerPrefixes,
  lookupKeys,
  manifestPartPrefix,
  protectionKeys,
  registryKeys,
  sealedPrefix,
} from '../../../functions/platform/tables.ts'

const root = new URL('../../../', import.meta.url)
const patterns = readFileSync(new URL('docs/access-patterns.md', root), 'utf8')

it.each(Object.entries({ registryKeys, lookupKeys, ledgerKeys, dayBookKeys, protectionKeys, auditKeys }))(
  'has a question on record for every one of %s',
  (name, keys) => {
    const unasked = Object.keys(keys).filter(key => !patterns.includes(`\`${name}.${key}\``))
    expect(unasked).toEqual([])
  },
)

it('names no key and no file on record that is not there', () => {
  const named = [...patterns.matchAll(/`(\w+Keys)\.(\w+)`/g)]
  const keys: Record<string, object> = { dayBookKeys, registryKeys, lookupKeys, ledgerKeys, protectionKeys, auditKeys }
  expect(named.filter(([, group = '', key = '']) => !Object.hasOwn(keys[group] ?? {}, key))).toEqual([])
  const files = [...patterns.matchAll(/`((?!lib)[a-z-]+\/[a-z-]+\.ts)`/g)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(30)
  expect(files.filter(file => !existsSync(new URL(`functions/${file}`, root)))).toEqual([])
})

it('takes no other item of a batch for a counted person or a part of its list', () => {
  const id = '0193a3a0-0000-7000-8000-000000000001'
  const others = [
    registryKeys.batch(id),
    registryKeys.manifest(id),
    registryKeys.headCount(id, id),
    registryKeys.outcome(id, id),
  ]
  for (const prefix of [countedPrefix, manifestPartPrefix]) {
    expect(others.filter(({ sk }) => sk.startsWith(prefix))).toEqual([])
  }
  expect(countedSlot({ row: 7, id }).startsWith(countedPrefix)).toBe(true)
  expect(registryKeys.manifestPart(id, 0).sk.startsWith(manifestPartPrefix)).toBe(true)
})

it('orders rows and parts as numbers, not as words', () => {
  const slots = [2, 10, 1_999].map(row => countedSlot({ row, id: 'i' }))
  expect(slots.toSorted()).toEqual(slots)
  const parts = [0, 9, 10].map(part => registryKeys.manifestPart('b', part).sk)
  expect(parts.toSorted()).toEqual(parts)
})

it('keeps a row and an id of the same batch apart', () => {
  expect(countedSlot({ row: 1, id: 'ROW#00001' })).not.toBe(countedSlot({ id: 'ROW#00001' }))
})

it('puts everything the ledger only adds to under one prefix, and what it changes under another', () => {
  const added = [
    ledgerKeys.entitlement('r', 'BLANKET'),
    ledgerKeys.householdMark('h', 'BLANKET', undefined),
    ledgerKeys.stockMove('MB', 'm'),
  ]
  expect(added.every(({ pk }) => pk.startsWith(ledgerPrefixes.entry))).toBe(true)
  expect(ledgerKeys.lease('DESK#MB', 'BLANKET').pk.startsWith(ledgerPrefixes.lease)).toBe(true)
  const balances = [
    ledgerKeys.lot('MB', 'BLANKET', 'a lot'),
    ledgerKeys.transfer('MB', 't'),
    ledgerKeys.dispute('MB', 'r', 'BLANKET', undefined),
  ]
  expect(balances.every(({ pk }) => pk.startsWith(ledgerPrefixes.balance))).toBe(true)
})

it('keeps what the screening function may put apart from everything else of its zone', () => {
  expect(protectionKeys.sealed('x').pk.startsWith(sealedPrefix)).toBe(true)
  const own = [protectionKeys.screen('x'), protectionKeys.decision('x', 'y'), protectionKeys.audit('x', 'y', 'z')]
  expect(own.filter(({ pk }) => pk.startsWith(sealedPrefix))).toEqual([])
})
