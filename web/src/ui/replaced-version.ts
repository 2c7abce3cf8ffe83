import { signal } from '@preact/signals'

/** Another tab started a new version: what this one has not fetched yet is gone, and only starting again brings it. */
export const isReplaced = signal(false)
