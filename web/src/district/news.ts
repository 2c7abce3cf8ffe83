import { signal } from '@preact/signals'

/** What the list says once to who comes back to it from a task. */
export const news = signal<'news.saved' | undefined>(undefined)
