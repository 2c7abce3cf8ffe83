import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

/** What stands in the frame under the header of every page; the tablet puts its line here. */
export const frameLine = signal<ComponentType | undefined>(undefined)
