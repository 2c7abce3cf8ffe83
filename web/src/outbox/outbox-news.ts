/** How many are not yet sent, in every tab, as soon as one tab knows. */
import { signal } from '@preact/signals'
import { lookAtRecords } from '../screening/record-news.ts'
import { outboxStore } from './outbox-store.ts'

/** Sealed records among them. Undefined until it was counted. */
export const unsent = signal<number | undefined>(undefined)
/** Rises with each change: lists look again. */
export const changes = signal(0)

const news = new BroadcastChannel('kamohelo.outbox')

async function lookAgain(): Promise<void> {
  const [inOutbox, records] = await Promise.all([outboxStore.unsentCount(), lookAtRecords()])
  unsent.value = inOutbox + records
  changes.value += 1
}

type News = 'kept' | 'changed'

let onKept = (): void => undefined

/** After anything that changed a record's state in this tab; `kept` for one that now waits. */
export async function tellChange(what: News = 'changed'): Promise<void> {
  news.postMessage(what)
  if (what === 'kept') onKept()
  await lookAgain()
}

/** Once, when the application starts. `whenKept`: this tab or another one kept a record. */
export function followOutbox(whenKept: () => void = () => undefined): void {
  onKept = whenKept
  news.onmessage = ({ data }: MessageEvent<unknown>) => {
    void lookAgain()
    if (data === 'kept') onKept()
  }
  void lookAgain()
}
