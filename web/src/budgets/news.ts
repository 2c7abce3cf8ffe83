import { signal } from '@preact/signals'

/** Which project was just opened: said once, on the page to which its form leads back. */
export const justOpened = signal<string | undefined>(undefined)
