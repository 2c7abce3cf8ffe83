/**
 * Write units by AWS's rule: an item's bytes in steps of 1 kB, twice in a transaction. DynamoDB Local's own figure for a
 * transaction sums distinct values and is wrong, so it is never used. Every index whose key an item carries is counted
 * at two times as well, which is more than AWS charges for most writes.
 */
import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { indexes, partitionKey, sortKey, type Zone } from '../../functions/platform/tables.ts'

const utf8 = (text: string): number => Buffer.byteLength(text, 'utf8')

/** About one byte for two significant digits and one more; one again where negative. */
function numberBytes(text: string): number {
  const digits = text
    .replace(/^-/, '')
    .replace(/e.*$/i, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '')
  return Math.min(21, Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0))
}

/** Bytes of one value, by AWS's published item size rule. */
export function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return utf8(value.S)
  if (value.N !== undefined) return numberBytes(value.N)
  if (value.B !== undefined) return value.B.byteLength
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1
  if (value.L !== undefined) return 3 + value.L.reduce((sum, inner) => sum + 1 + valueBytes(inner), 0)
  if (value.M !== undefined)
    return 3 + Object.entries(value.M).reduce((sum, [name, inner]) => sum + 1 + utf8(name) + valueBytes(inner), 0)
  if (value.SS !== undefined) return value.SS.reduce((sum, inner) => sum + utf8(inner), 0)
  throw new Error('a value of a kind that is not weighed')
}

export type WeighedItem = Readonly<Record<string, AttributeValue>>

export const itemBytes = (item: WeighedItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0)

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024)

/** What one write of this item costs in a transaction, its indexes at two times each. `keyMoves`: its index key changes. */
export function writeUnits(zone: Zone, item: WeighedItem, keyMoves = false): number {
  const ofIndexes = indexes[zone].map(index => {
    if (item[index.partitionKey] === undefined) return 0
    const projected = new Set<string>([partitionKey, sortKey, index.partitionKey, index.sortKey, ...index.include])
    const bytes = itemBytes(Object.fromEntries(Object.entries(item).filter(([name]) => projected.has(name))))
    return kilobytes(bytes) * (keyMoves ? 2 : 1)
  })
  return 2 * (kilobytes(itemBytes(item)) + ofIndexes.reduce((sum, units) => sum + units, 0))
}

/** Table and key of a write, to read back what it left. */
export function target(write: TransactWriteItem): { table: string; key: WeighedItem } {
  const { Put, Update } = write
  if (Put?.TableName && Put.Item?.['pk'] && Put.Item['sk'])
    return { table: Put.TableName, key: { pk: Put.Item['pk'], sk: Put.Item['sk'] } }
  if (Update?.TableName && Update.Key) return { table: Update.TableName, key: Update.Key }
  throw new Error('only puts and updates are weighed')
}
