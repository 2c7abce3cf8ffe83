import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import type { Language } from '../i18n/language.ts'

/** What stands in the frame under the header of every page; the tablet puts its line here. */
export const frameLine = signal<ComponentType | undefined>(undefined)

/** In practice alone: what stands on a slip and in a dialog, which the frame's line does not reach. */
export const practiceLine = signal<ComponentType<{ readonly language?: Language }> | undefined>(undefined)
