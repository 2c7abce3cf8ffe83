/** The effects of what was captured on this tablet, open to whoever is unlocked, in the order of capture. */
import { effect, signal } from '@preact/signals'
import { working } from '../../device/working.ts'
import { changes } from '../../outbox/outbox-news.ts'
import type { RecordState } from '../../outbox/record-states.ts'
import { openShared, sealForAll } from '../../vault/shared-seal.ts'
import { unlockedOfficer } from '../../vault/vault.ts'
import { deskStore } from './desk-store.ts'
import { LocalEffect, type StandingEffect } from './local-effect.ts'

/** Nothing of it while locked. */
export const standing = signal<readonly StandingEffect[]>([])

/** Opened, or made in this tab: by record. */
const opened = new Map<string, LocalEffect>()
const settled = new Set<string>()

const label = (recordId: string): string => `effect|${recordId}`

const stateOf: Readonly<Record<RecordState, StandingEffect['state']>> = {
  waiting: 'unsent',
  sending: 'unsent',
  quarantined: 'unsent',
  refused: 'refused',
  received: 'received',
}

async function open(recordId: string): Promise<LocalEffect | undefined> {
  const known = opened.get(recordId)
  if (known !== undefined) return known
  const sealed = unlockedOfficer() === undefined ? undefined : await deskStore.findEffect(recordId)
  const read = LocalEffect.safeParse(sealed && (await openShared(sealed, label(recordId))))
  if (!read.success) return undefined
  opened.set(recordId, read.data)
  return read.data
}

/** Before its record is kept. Without any officer's vault here it is known to this tab alone. */
export async function keepEffect(made: LocalEffect): Promise<void> {
  const sealed = await sealForAll(made, label(made.recordId))
  if (sealed !== undefined) await deskStore.putEffect(made.recordId, sealed)
  opened.set(made.recordId, made)
}

let turn = 0

/** As the device's database has it now. */
export async function lookAtEffects(): Promise<void> {
  turn += 1
  const mine = turn
  const records = await deskStore.effectRecords()
  const found = await Promise.all(
    records.map(async ({ recordId, record }): Promise<StandingEffect | undefined> => {
      const read = record && (await open(recordId))
      return record && read && { ...read, state: stateOf[record.state] }
    }),
  )
  if (mine !== turn) return
  standing.value = found.filter(each => each !== undefined)
  const isEnded = ({ record }: (typeof records)[number]) => record === undefined || record.state === 'received'
  const unsettled = records.filter(each => isEnded(each) !== settled.has(each.recordId))
  if (unsettled.length === 0) return
  for (const each of unsettled) {
    if (isEnded(each)) settled.add(each.recordId)
    else settled.delete(each.recordId)
  }
  await deskStore.settleEffects(
    unsettled.filter(isEnded).map(({ recordId }) => recordId),
    unsettled.filter(each => !isEnded(each)).map(({ recordId }) => recordId),
  )
}

/** Once a desk is opened; the answer ends it. What is open is forgotten when the tablet is locked. */
export function followEffects(): () => void {
  let officer = working.peek()?.officerId
  return effect(() => {
    const now = working.value?.officerId
    changes.value
    if (now !== officer) {
      officer = now
      opened.clear()
      standing.value = []
    }
    void lookAtEffects()
  })
}
