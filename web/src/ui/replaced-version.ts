import { signal } from '@preact/signals'

/** Another tab started a new version: what this one has not fetched yet is gone, and only starting again brings it. */
export const isReplaced = signal(false)

/** Fetches once more, or starts the tab again where nothing of it is left to fetch. */
export function fetchAgain(begin: () => void): void {
  if (isReplaced.value) location.reload()
  else begin()
}
