/**
 * Refusals that a tablet says by itself too: what any route may answer, where nothing of ours was reached or read. Apart
 * from the others, whose sentences come with the server's answer: these every tablet has with its first page.
 *
 * The Sesotho sentences are drafts in Lesotho's spelling and await a native speaker's review.
 */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 503
  readonly en: string
  readonly st: string
}

export const refusalsSaidHere = {
  'malformed-json': { status: 400, en: 'The record could not be read.', st: 'Rekoto ha e balehe.' },
  'malformed-gzip': {
    status: 400,
    en: 'The packed record could not be unpacked.',
    st: 'Rekoto e pakiloeng ha e bulehe.',
  },
  'invalid-fields': {
    status: 400,
    en: 'Some fields are missing, unknown or wrong.',
    st: 'Libaka tse ling lia haella kapa li fosahetse.',
  },
  'identifier-not-uuid': {
    status: 400,
    en: 'The identifier is not of the right form.',
    st: 'Nomoro ea tsebiso ha ea ngoloa ka nepo.',
  },
  'not-signed-in': { status: 401, en: 'Please sign in again.', st: 'Ka kopo kena hape.' },
  'not-permitted': {
    status: 403,
    en: 'Your role does not include this.',
    st: 'Mosebetsi oa hao ha o kenyelletse sena.',
  },
  'not-found': {
    status: 404,
    en: 'There is nothing here that you can open.',
    st: 'Ha ho letho mona leo u ka le bulang.',
  },
  'body-too-large': {
    status: 413,
    en: 'The record is too large to send at once.',
    st: 'Rekoto e kholo haholo hore e ka romeloa hang.',
  },
  'wrong-content-type': {
    status: 415,
    en: 'The record was sent in a form that is not accepted.',
    st: 'Rekoto e rometsoe ka mokhoa o sa amoheleheng.',
  },
  'device-revoked': {
    status: 409,
    en: 'This tablet has been withdrawn. What it still holds is sent and waits for a supervisor.',
    st: 'Mochine ona o hutlisitsoe. Seo o ntseng o se tšoere sea romeloa ’me se emela mookameli.',
  },
  'try-again': {
    status: 503,
    en: 'The system is busy. What you typed stays here; try again in a moment. Nothing is stored twice.',
    st: 'Tsamaiso e phathahane. Seo u se ngotseng se sala mona; leka hape hamorao hanyane. Ha ho letho le bolokoang habeli.',
  },
} as const satisfies Record<string, Refusal>
export type RefusalSaidHere = keyof typeof refusalsSaidHere
