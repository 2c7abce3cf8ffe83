/** Words a person reads, in both official languages. `st-LS` is Sesotho in Lesotho's spelling, never South Africa's. */
export type LocalText = { readonly en: string; readonly 'st-LS': string }

/**
 * How far a catalogue's Sesotho may be trusted. A draft is shown, since an English question helps nobody who speaks
 * Sesotho only, but it says so wherever staff choose a version, until a native speaker has reviewed it.
 */
export type TranslationReview = 'DRAFT_AWAITING_NATIVE_SPEAKER' | 'REVIEWED_BY_NATIVE_SPEAKER'
