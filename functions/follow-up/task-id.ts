/**
 * A task's id, the same whenever the same event raises it, so that raising it twice writes nothing. It tells nothing of
 * the type to who sees it in a list; who also knows the return event's id (122 random bits, never in a list) could try
 * the types, so that id opens with the claim only.
 */
import { derivedId } from '../platform/derived-id.ts'
import type { TaskTypeName } from './task-types.ts'

/** `occurrence` counts from 1. Not called by the web: only the server raises tasks. */
export const taskId = (returnEventId: string, type: TaskTypeName, occurrence: number): string =>
  derivedId(['task', returnEventId, type, occurrence].join('|'))
