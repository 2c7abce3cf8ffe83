/**
 * A task's id, the same whenever the same event raises it, so that raising it twice writes nothing. A UUID of version
 * 8 (RFC 9562) from SHA-256. It tells nothing of the type to who sees it in a list; who also knows the return event's
 * id (122 random bits, never in a list) could try the types, so that id opens with the claim only.
 */
import { createHash } from 'node:crypto'
import type { TaskTypeName } from './task-types.ts'

/** `occurrence` counts from 1. Not called by the web: only the server raises tasks. */
export function taskId(returnEventId: string, type: TaskTypeName, occurrence: number): string {
  const hash = createHash('sha256').update(['task', returnEventId, type, occurrence].join('|')).digest()
  const bytes = hash.subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6) // version 8
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8) // variant
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
