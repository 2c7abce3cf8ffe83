/**
 * The one way a command of the desk takes. On an enrolled tablet it is kept there, durably, and sent when there is a
 * network; on any other browser it goes to the server at once or not at all. Either way the answer is good only once the
 * command is stored.
 */
import * as z from 'zod/mini'
import type { ResponseOf, Route } from '../../../../functions/platform/route.ts'
import {
  type Answer,
  type AnyAsking,
  type Asking,
  addressOf,
  call,
  type Refused,
  refusedAs,
  savedElsewhere,
  storageFull,
} from '../../api/client.ts'
import { keepsRecords } from '../../device/working.ts'
import type { RecordKind } from '../../outbox/outbox-row.ts'
import type { Kept } from '../../outbox/outbox-store.ts'
import type { OwnCopy } from '../../outbox/own-copy.ts'
import { isPractice } from '../../practice/is-practice.ts'
import { isStorageFull } from '../../vault/device-database.ts'
import { keepEffect, lookAtEffects } from './effects.ts'
import type { LocalEffect } from './local-effect.ts'

export interface Captured {
  /** The command's own id. */
  readonly recordId: string
  readonly kind: RecordKind
  readonly dependsOn: readonly string[]
  /** What its author may read of it in the tray. */
  readonly copy: OwnCopy
  /** What it means for the desk; of a command that changes nothing there, none. */
  readonly effect?: LocalEffect
}

export type Submitted<T> = { readonly is: 'received'; readonly receipt: T } | { readonly is: 'kept' }

/** What an officer is told of a record that the tablet did not take. */
export const notKept: Readonly<Record<Exclude<Kept, 'kept'>, Refused>> = {
  'storage-full': storageFull,
  'not-changeable': savedElsewhere,
}

const Body = z.record(z.string(), z.unknown())

async function keep(row: Route, asking: AnyAsking, captured: Captured) {
  const { recordId, kind, dependsOn, copy, effect } = captured
  // what the contract does not take would only be refused hours later
  if (!(row.body === undefined || z.safeParse(row.body, asking.body).success)) return refusedAs('invalid-fields')
  try {
    const { alreadySaved, keepRecord } = await import('../../outbox/keep-record.ts')
    const command = {
      method: row.method === 'POST' ? ('POST' as const) : ('PUT' as const),
      path: addressOf(row, asking),
      body: Body.parse(JSON.parse(JSON.stringify(asking.body ?? {}))),
    }
    const before = await alreadySaved(recordId, command)
    if (before === 'other') return savedElsewhere
    if (before === undefined) {
      // before its record: should the tablet die in between, nothing came of it
      if (effect !== undefined) await keepEffect(effect)
      const kept = await keepRecord({ ...{ recordId, kind, dependsOn, copy }, ...command })
      if (kept !== 'kept') return notKept[kept]
    }
    await lookAtEffects()
    return { ok: true, value: { is: 'kept' } } as const
  } catch (problem) {
    if (isStorageFull(problem)) return storageFull
    throw problem
  }
}

export async function submit<R extends Route>(
  row: R,
  asking: Asking<R> & AnyAsking,
  captured: Captured,
): Promise<Answer<Submitted<ResponseOf<R>>>> {
  if (isPractice) return (await import('../../practice/practice-records.ts')).practise(captured)
  if (keepsRecords()) return keep(row, asking, captured)
  const answer = await call(row, asking)
  return answer.ok ? { ok: true, value: { is: 'received', receipt: answer.value } } : answer
}
