/**
 * What only this side says. `fault`: the server broke, or answered what the contract does not know. `storage-full`: the
 * tablet took nothing. `saved-elsewhere`: it took something else under the same id before.
 *
 * The Sesotho sentences are drafts in Lesotho's spelling and await a native speaker's review.
 */
import type { LocalText } from '../../../functions/platform/local-text.ts'

export const saidByUs = {
  fault: {
    en: 'Something broke on our side. What you typed stays here; try again.',
    'st-LS': 'Ho senyehile ka lehlakoreng la rona. Seo u se ngotseng se sala mona; leka hape.',
  },
  'storage-full': {
    en: 'This tablet is full: nothing was saved. What you typed stays here. Send what waits, then save again.',
    'st-LS':
      'Mochine ona o tletse: ha ho letho le bolokiloeng. Seo u se ngotseng se sala mona. Romela se emetseng, ebe u boloka hape.',
  },
  'saved-elsewhere': {
    en: 'This was saved already, in another window. What you changed here since is not saved: look at the record, and correct it there.',
    'st-LS':
      'Sena se se se bolokiloe, fensetereng e ’ngoe. Seo u se fetotseng mona ha se a bolokoa: sheba rekoto, ’me u e lokise teng.',
  },
} as const satisfies Record<string, LocalText>
export type SaidByUs = keyof typeof saidByUs
