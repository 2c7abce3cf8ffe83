/**
 * Half-filled forms on an enrolled tablet: each kept as it is filled, sealed to the officer who fills it, until it is saved,
 * emptied, or a week old. On another browser they live in the tab.
 */
import { effect, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import * as z from 'zod/mini'
import { newId } from '../../api/new-id.ts'
import { thisDevice } from '../../device/this-device.ts'
import { working } from '../../device/working.ts'
import { outboxStore } from '../../outbox/outbox-store.ts'
import { openOwn, sealerFor } from '../../vault/vault.ts'
import { deskStore } from './desk-store.ts'
import { changedIn, FormValues, fillWith, type LineMakers, valuesIn } from './form-values.ts'

/** So soon after the last letter; at once when the page goes out of sight. */
const restMilliseconds = 400

const label = (key: string): string => `draft|${key}`

/**
 * Where the forms of who works here are kept, the one they write first; none where this browser keeps none. Whoever works
 * without a PIN reads nothing back, so what they leave stands beside what was left under the PIN, and not in its place.
 */
function keysOf(name: string): readonly string[] {
  const here = working.peek()
  if (here === undefined || thisDevice() === undefined) return []
  const withoutPin = `${here.officerId} without PIN ${name}`
  return here.by === 'pin' ? [`${here.officerId} ${name}`, withoutPin] : [withoutPin]
}

/** Whether a half-filled form may be kept here, and an earlier one be there. */
export const keepsForms = (): boolean => keysOf('').length > 0

/** By name, where the form that is open was brought back from. */
const openedFrom = new Map<string, string>()

/** What this officer left of a form, to be parsed by it. */
export async function keptForm(name: string): Promise<unknown> {
  for (const key of keysOf(name)) {
    const sealed = await deskStore.findDraft(key)
    const opened = sealed && (await openOwn(sealed, label(key)))
    if (opened === undefined) continue
    openedFrom.set(name, key)
    return opened
  }
  return undefined
}

export async function dropForm(name: string): Promise<void> {
  // and not another person's, left without a PIN, that nobody has seen yet: it comes next
  const gone = keysOf(name).filter((key, place) => place === 0 || key === openedFrom.get(name))
  openedFrom.delete(name)
  await Promise.all(gone.map(key => deskStore.deleteDraft(key)))
}

/**
 * Keeps a form as it changes; the answer ends it. `read` gives its values and follows them; only what was changed is kept:
 * looking at a form begins none. `isOver`: it was saved or emptied, and nothing that is still being written may bring it
 * back. `isTyped`: somebody was quicker than the search for what was left of it, and that is kept too.
 */
export function keepWhileFilled(name: string, read: () => unknown, isOver: () => boolean, isTyped = false): () => void {
  const [key] = keysOf(name)
  const officerId = working.peek()?.officerId
  if (key === undefined || officerId === undefined) return () => undefined
  let seal: Awaited<ReturnType<typeof sealerFor>>
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: unknown
  const keep = async () => {
    clearTimeout(timer)
    const values = waiting
    waiting = undefined
    if (values === undefined || isOver()) return
    seal ??= await sealerFor(officerId, label(key))
    const sealed = await seal?.(values)
    // a full disk is told when the form is saved: it is still open
    if (sealed !== undefined && !isOver()) await deskStore.putDraft(key, sealed).catch(() => undefined)
  }
  const keepNow = () => void keep()
  let isFirst = !isTyped
  const stop = effect(() => {
    const values = read()
    if (isFirst) {
      isFirst = false
      return
    }
    waiting = values
    clearTimeout(timer)
    timer = setTimeout(keepNow, restMilliseconds)
  })
  addEventListener('pagehide', keepNow)
  document.addEventListener('visibilitychange', keepNow)
  return () => {
    stop()
    removeEventListener('pagehide', keepNow)
    document.removeEventListener('visibilitychange', keepNow)
    keepNow()
  }
}

const Kept = z.object({ recordId: z.string(), values: FormValues })

export interface KeptForm {
  /** The id of the record that this form becomes. */
  readonly recordId: () => string
  /** What stands here was left half-filled before. */
  readonly isReopened: boolean
  /** Once it is saved, or shall be empty. */
  readonly forget: () => void
}

/**
 * Keeps one form's signals under a name, and brings back what the officer left of it. `name` says form and subject, by codes
 * and ids; undefined where the form is not one of a tablet's desk.
 */
export function useKeptForm(name: string | undefined, form: object, makers?: LineMakers): KeptForm {
  const isReopened = useSignal(false)
  const state = useMemo(() => ({ recordId: newId(), isOver: false, opened: valuesIn(form) }), [form])
  useEffect(() => {
    if (name === undefined) return
    let stop: () => void = () => undefined
    let current = true
    void (async () => {
      const kept = Kept.safeParse(await keptForm(name))
      if (!current || state.isOver) return
      const isTyped = Object.keys(changedIn(state.opened, valuesIn(form))).length > 0
      if (kept.success) {
        // killed after it was saved and before it was forgotten
        const isSaved = (await outboxStore.findRow(kept.data.recordId)) !== undefined
        if (isSaved) await dropForm(name)
        else state.recordId = kept.data.recordId
        if (!current || state.isOver) return
        isReopened.value = !isSaved && fillWith(form, state.opened, kept.data.values, makers)
      }
      stop = keepWhileFilled(
        name,
        () => ({ recordId: state.recordId, values: changedIn(state.opened, valuesIn(form)) }),
        () => state.isOver,
        isTyped,
      )
    })()
    return () => {
      current = false
      stop()
    }
  }, [name, form])
  return {
    recordId: () => state.recordId,
    isReopened: isReopened.value,
    forget() {
      state.isOver = true
      isReopened.value = false
      if (name !== undefined) void dropForm(name)
    },
  }
}
