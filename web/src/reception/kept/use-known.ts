/**
 * What the desk knows: the server's last word, kept on an enrolled tablet for as long as a pass, with what was captured
 * here since laid over it. On a browser that is not enrolled it is the server's answer and nothing else.
 */
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import * as z from 'zod/mini'
import type { BatchSummary } from '../../../../functions/arrivals/batch.ts'
import { arrivalsRoutes, type BatchView } from '../../../../functions/arrivals/contract.ts'
import type { PostCode } from '../../../../functions/platform/places.ts'
import { registrationRoutes } from '../../../../functions/registration/contract.ts'
import type { PersonView } from '../../../../functions/registration/person-view.ts'
import { deskStockRoutes } from '../../../../functions/supplies/desk-contract.ts'
import { type Answer, call, type No } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { deviceTime } from '../../api/versions.ts'
import { thisDevice } from '../../device/this-device.ts'
import { dateToday } from '../../time/date-today.ts'
import { openShared, sealForAll } from '../../vault/shared-seal.ts'
import { unlockedOfficer } from '../../vault/vault.ts'
import { DeskStock, stockWith } from './desk-stock.ts'
import { deskStore } from './desk-store.ts'
import { standing } from './effects.ts'
import { batchesWith, batchWith, type DeskCopy, personWith } from './merged-view.ts'
import { isWithoutServer } from './without-server.ts'

export interface Known<T> {
  readonly value: T | undefined
  /** Why there is nothing, or nothing newer; a missing network says so only where nothing is known. */
  readonly no: No | undefined
  /** When the server was asked last, where it does not answer now. */
  readonly since: string | undefined
  readonly ask: () => void
}

const label = (name: string): string => `known|${name}`

const copyOf = <T>(value: z.ZodMiniType<T>) =>
  z.object({ value, knew: z.array(z.string()), at: z.string() }) satisfies z.ZodMiniType<DeskCopy<T>>

/** What the server answers to one question of the desk, as it is kept. */
interface Question<T> {
  /** Of the copy on the device: codes and ids, and nothing of people. */
  readonly name: string
  readonly shape: z.ZodMiniType<T>
  readonly ask: () => Promise<Answer<T>>
}

/** Asks once, and keeps the answer where this tablet may keep it. */
export async function askAndKeep<T>({ name, ask }: Question<T>): Promise<Answer<DeskCopy<T>>> {
  const knew = standing.value.filter(({ state }) => state === 'received').map(({ recordId }) => recordId)
  const at = deviceTime()
  const answer = await ask()
  if (!answer.ok) return answer
  const copy = { value: answer.value, knew, at }
  if (thisDevice() !== undefined) {
    const sealed = await sealForAll(copy, label(name))
    // a full disk is told where a record is kept; a copy of what the server has is no reason to stop
    if (sealed !== undefined) await deskStore.putKnown(name, sealed).catch(() => undefined)
  }
  return { ok: true, value: copy }
}

export async function keptCopy<T>({ name, shape }: Question<T>): Promise<DeskCopy<T> | undefined> {
  const sealed = thisDevice() === undefined ? undefined : await deskStore.findKnown(name)
  const read = z.safeParse(copyOf(shape), sealed && (await openShared(sealed, label(name))))
  return read.success ? read.data : undefined
}

function useCopy<T>(question: Question<T>) {
  const { name } = question
  const kept = useSignal<{ readonly name: string; readonly copy: DeskCopy<T> } | undefined>(undefined)
  const looked = useSignal<string | undefined>(undefined)
  const officer = unlockedOfficer()
  const asked = useAnswer(name, () => askAndKeep(question))
  // read while the page is drawn without it
  useLayoutEffect(() => {
    let current = true
    void keptCopy(question).then(copy => {
      if (!current) return
      kept.value = copy && { name, copy }
      looked.value = name
    })
    return () => {
      current = false
    }
  }, [name, officer])
  const own = kept.value?.name === name ? kept.value.copy : undefined
  return { ...asked, copy: asked.value ?? own, isLooked: looked.value === name }
}

function useKnown<T, Merged>(
  question: Question<T>,
  merge: (copy: DeskCopy<T> | undefined) => Merged | undefined,
): Known<Merged> {
  const { copy, no, ask, isLooked } = useCopy(question)
  // the same value as long as nothing of it changed: what is drawn of it is not drawn anew
  const value = useMemo(() => merge(copy), [question.name, copy, standing.value])
  const isAway = no?.offline === true || isWithoutServer(no)
  // a copy may still be on its way from the disk: nothing is missing yet
  const isMissing = value === undefined && isLooked
  return {
    value,
    no: no !== undefined && (!isAway || isMissing) ? no : undefined,
    since: isAway ? copy?.at : undefined,
    ask,
  }
}

const batchQuestion = (batchId: string): Question<BatchView> => ({
  name: `batch ${batchId}`,
  shape: arrivalsRoutes.readBatch.response,
  ask: () => call(arrivalsRoutes.readBatch, { params: { batchId } }),
})

export const useBatch = (batchId: string): Known<BatchView> =>
  useKnown(batchQuestion(batchId), copy => batchWith(batchId, copy, standing.value))

const Batches = z.array(arrivalsRoutes.readBatch.response.shape.batch)

export const useBatches = (post: PostCode): Known<readonly BatchSummary[]> =>
  useKnown(
    {
      name: `batches ${post}`,
      shape: Batches,
      async ask() {
        const answer = await call(arrivalsRoutes.listBatches, { query: { post } })
        return answer.ok ? { ok: true, value: answer.value.batches } : answer
      },
    },
    copy => batchesWith(post, copy, standing.value),
  )

const stockQuestion = (post: PostCode): Question<DeskStock> => ({
  name: `stock ${post}`,
  shape: DeskStock,
  async ask() {
    const device = thisDevice()
    const [answer, own] = await Promise.all([
      call(deskStockRoutes.readStock, { params: { post } }),
      device?.post === post
        ? call(deskStockRoutes.readHoldings, { params: { post, deviceId: device.deviceId } })
        : ({ ok: true, value: { holdings: [], payers: [] } } as const),
    ])
    if (!answer.ok) return answer
    if (!own.ok) return own
    const left = Object.fromEntries(answer.value.levels.map(level => [level.item, level.left]))
    return { ok: true, value: { left, ...own.value } }
  },
})

/** Undefined while the stock is not known. `except`: a record that is being saved once more. */
export const useStock = (post: PostCode, except?: string): Known<DeskStock> =>
  useKnown(stockQuestion(post), copy =>
    stockWith(
      copy,
      standing.value.filter(({ recordId }) => recordId !== except),
      dateToday(),
    ),
  )

/** Somebody's record, also of who was registered on this tablet and is not received yet. */
export const usePerson = (personId: string): Known<PersonView> =>
  useKnown(
    {
      name: `person ${personId}`,
      shape: registrationRoutes.readPerson.response,
      ask: () => call(registrationRoutes.readPerson, { params: { personId } }),
    },
    copy => personWith(personId, copy, standing.value),
  )

/** The open arrivals a tablet keeps ready for when the network goes: the latest ones. */
const mostKeptReady = 5

/** With a network: the lists of the open arrivals and the stock, before anybody asked for them. */
export async function keepReady(post: PostCode, batches: readonly BatchSummary[]): Promise<void> {
  if (thisDevice() === undefined) return
  const open = batches.filter(({ state }) => state === 'EXPECTED' || state === 'ARRIVED').slice(0, mostKeptReady)
  await askAndKeep(stockQuestion(post))
  for (const { batchId } of open) await askAndKeep(batchQuestion(batchId))
}
