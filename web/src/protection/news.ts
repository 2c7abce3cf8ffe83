import { signal } from '@preact/signals'

/** What the list says once to who comes back to it from a record. */
export const news = signal<'decide.saved' | undefined>(undefined)
