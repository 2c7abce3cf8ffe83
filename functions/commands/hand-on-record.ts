/** One sealed record: opened, attributed to its author, handed on in their name. */
import * as z from 'zod/mini'
import { carriedBy } from '../platform/carried-by.ts'
import type { Log } from '../platform/log.ts'
import type { OwnAnswer } from './lambda-gateway.ts'
import type { OpenRecord } from './open-parcel.ts'
import type { Pass } from './parcel-store.ts'
import type { PlayCommand } from './play-command.ts'
import type { Parcelled } from './record-outcome.ts'
import { readCommand } from './sealed-record.ts'

export type HandedOnRecord =
  | { readonly is: 'received'; readonly authorId: string }
  /** Without an author where the record could not be opened: nobody is believed to have written it. */
  | { readonly is: 'refused'; readonly word: string; readonly authorId?: string }
  | { readonly is: 'later' }

export interface HandOnParts {
  readonly open: OpenRecord
  readonly play: PlayCommand
  /** The author's latest pass on the record's device. */
  findPass(authorId: string): Promise<Pass | undefined>
  readonly log: Log
}

const Problem = z.object({ word: z.string() })

/** Busy, broken and out of time say nothing about the record; a no is the route's own, in a word of the closed list. */
function endOf({ status, body }: OwnAnswer, authorId: string): HandedOnRecord {
  if (status < 300) return { is: 'received', authorId }
  const { data } = Problem.safeParse(body)
  return status >= 500 || data === undefined ? { is: 'later' } : { is: 'refused', word: data.word, authorId }
}

/**
 * Hands on with the author's id and the groups of their latest pass on the device, whoever's token carried it.
 * Refuses `record-unreadable`, `author-unknown` where the author never held a pass there, `command-unknown`, and in the
 * words of the record's own route. A fault on the way is `later`: the record may or may not be stored, and sending it
 * again is harmless.
 */
export async function handOnRecord(
  record: Parcelled,
  { open, play, findPass, log }: HandOnParts,
): Promise<HandedOnRecord> {
  try {
    const opened = await open(record)
    if ('refusal' in opened) return { is: 'refused', word: opened.refusal }
    const { authorId } = opened
    const pass = await findPass(authorId)
    if (!pass) return { is: 'refused', word: 'author-unknown', authorId }
    const command = readCommand(opened.command)
    if (!command) return { is: 'refused', word: 'command-unknown', authorId }
    const claims = { sub: authorId, 'cognito:groups': pass.groups, ...carriedBy(pass.deviceId) }
    return endOf(await play(record.recordId, command, claims), authorId)
  } catch (error) {
    log.fault('record-failed', error, { recordId: record.recordId })
    return { is: 'later' }
  }
}
