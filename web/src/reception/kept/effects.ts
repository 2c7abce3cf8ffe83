/** The effects of what was captured on this tablet, open to whoever is unlocked, in the order of capture. */
import { computed, effect, signal } from '@preact/signals'
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

/** Who works here: by PIN and by choice are two. Nobody while locked. */
const worker = computed(() => working.value && `${working.value.by} ${working.value.officerId}`)
/** Counts who came and went: what was begun for one of them is shown to no other. */
let reader = 0
// for as long as the application runs, not only while a desk is on the screen: a tablet is handed over on another page
effect(() => {
  worker.value
  reader += 1
  opened.clear()
  standing.value = []
})

async function open(recordId: string): Promise<LocalEffect | undefined> {
  if (worker.peek() === undefined) return undefined
  const mine = reader
  const known = opened.get(recordId)
  if (known !== undefined) return known
  const sealed = unlockedOfficer() === undefined ? undefined : await deskStore.findEffect(recordId)
  const read = LocalEffect.safeParse(sealed && (await openShared(sealed, label(recordId))))
  if (!read.success || mine !== reader) return undefined
  opened.set(recordId, read.data)
  return read.data
}

/** Before its record is kept. Without any officer's vault here it is known to this tab alone. */
export async function keepEffect(made: LocalEffect): Promise<void> {
  const mine = reader
  const sealed = await sealForAll(made, label(made.recordId))
  if (sealed !== undefined) await deskStore.putEffect(made.recordId, sealed)
  if (mine === reader) opened.set(made.recordId, made)
}

let turn = 0

/** As the device's database has it now. */
export async function lookAtEffects(): Promise<void> {
  turn += 1
  const mine = turn
  const reading = reader
  const records = await deskStore.effectRecords()
  const found = await Promise.all(
    records.map(async ({ recordId, record }): Promise<StandingEffect | undefined> => {
      const read = record && (await open(recordId))
      return record && read && { ...read, state: stateOf[record.state] }
    }),
  )
  if (mine !== turn || reading !== reader) return
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

/** Once a desk is opened; the answer ends it. */
export const followEffects = (): (() => void) =>
  effect(() => {
    worker.value
    changes.value
    void lookAtEffects()
  })
