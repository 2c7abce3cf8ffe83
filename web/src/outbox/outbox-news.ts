/** How many are not yet sent, in every tab, as soon as one tab knows. */
import { signal } from '@preact/signals'
import { outboxStore } from './outbox-store.ts'

/** Undefined until it was counted. */
export const unsent = signal<number | undefined>(undefined)
/** Rises with each change: lists look again. */
export const changes = signal(0)

const news = new BroadcastChannel('kamohelo.outbox')

async function lookAgain(): Promise<void> {
  unsent.value = await outboxStore.unsentCount()
  changes.value += 1
}

/** After anything that changed a record's state in this tab. */
export async function tellChange(): Promise<void> {
  news.postMessage('changed')
  await lookAgain()
}

/** Once, when the application starts. */
export function followOutbox(): void {
  news.onmessage = () => void lookAgain()
  void lookAgain()
}
