/**
 * Every word with which this system says no, its HTTP status, and what the officer reads in both languages.
 * A closed list: a handler can refuse with nothing else, and the tablet knows them all.
 *
 * The Sesotho sentences are drafts in Lesotho's spelling and await a native speaker's review.
 */
interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 503
  readonly en: string
  readonly st: string
}

const words = {
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
  'identifier-reused': {
    status: 409,
    en: 'This number already belongs to a record with other content. Both are kept as they are.',
    st: 'Nomoro ena e se e le ea rekoto e nang le litaba tse ling. Ka bobeli li bolokiloe.',
  },
  'revision-stale': {
    status: 409,
    en: 'Somebody changed this record first. Look at it again, then save.',
    st: 'Motho e mong o fetotse rekoto ena pele. E shebe hape, ebe u boloka.',
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
  'version-retired': {
    status: 422,
    en: 'This version of the form is no longer taken. Nothing was stored; what you typed stays here until you leave the form.',
    st: 'Foromo ea mofuta ona ha e sa amoheloa. Ha ho letho le bolokiloeng; seo u se ngotseng se sala mona ho fihlela u tsoa foromong.',
  },
  'date-in-future': {
    status: 422,
    en: 'A date that was typed lies in the future.',
    st: 'Letsatsi le ngotsoeng le sa tla.',
  },
  'date-ambiguous': {
    status: 422,
    en: 'This date can be read in two ways. Choose one.',
    st: "Letsatsi lena le ka baloa ka litsela tse peli. Khetha e le 'ngoe.",
  },
  'batch-unknown': {
    status: 404,
    en: 'This arrival is not known here. Send the arrival first.',
    st: 'Ho fihla hona ha ho tsejoe mona. Romela ho fihla pele.',
  },
  'batch-closed': { status: 409, en: 'This arrival has been closed.', st: 'Ho fihla hona ho koetsoe.' },
  'headcount-unbalanced': {
    status: 409,
    en: 'The count does not balance. Only a supervisor can close it, with a reason.',
    st: 'Palo ha e lekane. Ke mookameli feela ea ka e koalang, ka lebaka.',
  },
  'reason-needed': { status: 422, en: 'Please give a reason.', st: 'Ka kopo fana ka lebaka.' },
  'row-unknown': { status: 404, en: 'The list has no such row.', st: 'Lethathamo ha le na mola oo.' },
  'row-already-taken': {
    status: 409,
    en: 'Another officer has already received the person on this row.',
    st: "Ofisiri e 'ngoe e se e amohetse motho oa mola ona.",
  },
  'manifest-unreadable': {
    status: 422,
    en: 'This list could not be read: no heading for the names was found.',
    st: 'Lethathamo lena ha le balehe: ha ho sehlooho sa mabitso.',
  },
  'manifest-empty': { status: 422, en: 'This list has no rows.', st: 'Lethathamo lena ha le na mela.' },
  'manifest-too-large': {
    status: 413,
    en: 'This list is too long to be imported. Register the people without it.',
    st: 'Lethathamo lena le lelele haholo hore le ka kenngoa. Ngolisa batho ntle le lona.',
  },
  'list-already-imported': {
    status: 409,
    en: 'This arrival already has a list. Whoever is not on it is registered without it.',
    st: 'Ho fihla hona ho se ho na le lethathamo. Ea seng ho lona o ngolisoa ntle le lona.',
  },
  'number-invalid': {
    status: 422,
    en: 'The number on the slip does not check out. Read it again.',
    st: 'Nomoro ea sekhechana ha ea nepahala. E bale hape.',
  },
  'number-taken': {
    status: 409,
    en: 'Another slip already has this number. Give a new slip with the number shown now.',
    st: 'Sekhechana se seng se se se na le nomoro ena. Fana ka se secha se nang le nomoro e bontšitsoeng hona joale.',
  },
  'care-status-needed': {
    status: 422,
    en: 'For a child, say who takes care of them.',
    st: 'Bakeng sa ngoana, bolela hore na ke mang ea mo hlokomelang.',
  },
  'person-unknown': { status: 404, en: 'This person is not known here.', st: 'Motho enoa ha a tsejoe mona.' },
  'already-supported': {
    status: 409,
    en: 'This was already given for this return.',
    st: 'Sena se se se filoe bakeng sa ho khutla hona.',
  },
  'lease-exhausted': {
    status: 409,
    en: 'There is not enough left of this item at this post.',
    st: 'Ntho ena ha e sa lekana setsing sena.',
  },
  'not-eligible': {
    status: 422,
    en: 'The rules for this item do not allow it for this person.',
    st: 'Melao ea ntho ena ha e e lumelle motho enoa.',
  },
  'over-ceiling': {
    status: 422,
    en: 'This is more than one person may receive.',
    st: 'Sena se feta seo motho a le mong a ka se fumanang.',
  },
  'task-already-claimed': {
    status: 409,
    en: 'Somebody else has already taken this task.',
    st: 'Motho e mong o se a nkile mosebetsi ona.',
  },
  'task-not-yours': { status: 409, en: 'Take this task first.', st: 'Nka mosebetsi ona pele.' },
  'task-finished': { status: 409, en: 'This task is already finished.', st: 'Mosebetsi ona o se o phethiloe.' },
  'task-other-kind': {
    status: 422,
    en: 'This task asks for something else.',
    st: "Mosebetsi ona o batla ntho e 'ngoe.",
  },
  'plan-state-not-allowed': {
    status: 409,
    en: 'The plan cannot go from where it is to there.',
    st: 'Moralo o ke ke oa fetela moo ho tloha moo o leng teng.',
  },
  'plan-unknown': { status: 404, en: 'This plan is not known here.', st: 'Moralo ona ha o tsejoe mona.' },
  'route-only-raised': {
    status: 422,
    en: 'Here the next step can be made earlier, never later.',
    st: 'Mona mohato o latelang o ka potlakisoa, eseng ho liehisoa.',
  },
  'second-officer-needed': {
    status: 422,
    en: 'A supervisor of the post confirms who takes care of the child, and nobody who wrote it down or registered the child. Until then it stays as said.',
    st: 'Ea hlokomelang ngoana o netefatsoa ke mookameli: eseng ea ngotseng seo kapa ea ngolisitseng ngoana. Ho fihlela ka nako eo se lula se le joalo.',
  },
  'guardian-needed': {
    status: 422,
    en: 'For a child, say who answered: a parent or guardian, or the child.',
    st: 'Bakeng sa ngoana, bolela hore na ho arabile mang: motsoali kapa mohlokomeli, kapa ngoana.',
  },
  'consent-needed': { status: 422, en: 'The returnee has not agreed to this.', st: 'Mokhutli ha a lumela sena.' },
  'picture-unreadable': {
    status: 422,
    en: 'This is no picture, or only half of one. Nothing was kept; take it again.',
    st: 'Sena hase setšoantšo, kapa ke halofo feela. Ha ho letho le bolokiloeng; se nke hape.',
  },
  'picture-with-details': {
    status: 422,
    en: 'This picture carries hidden details, such as where it was taken. Nothing was kept; take it here, with the tablet.',
    st: 'Setšoantšo sena se na le lintlha tse patiloeng, joalo ka moo se nkiloeng teng. Ha ho letho le bolokiloeng; se nke mona, ka mochine.',
  },
  'waits-for-refused': {
    status: 409,
    en: 'This waits for a record that was refused. Mend that one first.',
    st: 'Sena se emetse rekoto e hanngoeng. Lokisa eo pele.',
  },
  'command-unknown': {
    status: 422,
    en: 'This kind of record cannot be sent here.',
    st: 'Mofuta ona oa rekoto o ke ke oa romeloa mona.',
  },
  'content-not-sealed': {
    status: 422,
    en: 'The record was not closed in the way it must be. Nothing was kept.',
    st: 'Rekoto ha ea koaloa kamoo e tlamehang. Ha ho letho le bolokiloeng.',
  },
  'content-too-long': {
    status: 413,
    en: 'There is too much text here. Please say it in fewer words.',
    st: 'Mongolo o molelele haholo. Ka kopo o khutsufatse.',
  },
  'content-unreadable': {
    status: 422,
    en: 'This record cannot be opened: it was changed on the way or closed with another key.',
    st: 'Rekoto ena ha e bulehe: e fetotsoe tseleng kapa e koetsoe ka senotlolo se seng.',
  },
  'device-unknown': { status: 404, en: 'This tablet is not enrolled here.', st: 'Mochine ona ha oa ngolisoa mona.' },
  'device-revoked': {
    status: 409,
    en: 'This tablet has been withdrawn. What it still holds is sent and waits for a supervisor.',
    st: 'Mochine ona o hutlisitsoe. Seo o ntseng o se tšoere sea romeloa ’me se emela mookameli.',
  },
  'signature-invalid': {
    status: 422,
    en: 'The request was not made by this tablet.',
    st: 'Kopo ena ha ea etsoa ke mochine ona.',
  },
  'record-unreadable': {
    status: 422,
    en: 'The system cannot open this record. It stays on this tablet; ask for help with it.',
    st: 'Tsamaiso e sitoa ho bula rekoto ena. E sala mochineng ona; kopa thuso ka eona.',
  },
  'author-unknown': {
    status: 422,
    en: 'Whoever wrote this record has not signed in on this tablet.',
    st: 'Ea ngotseng rekoto ena ha a e-s’o kene mochineng ona.',
  },
  'record-decided': {
    status: 409,
    en: 'What becomes of this record has been decided already.',
    st: 'Se tla etsahala ka rekoto ena se se se ahlotsoe.',
  },
  'report-unknown': { status: 404, en: 'There is no such report.', st: 'Ha ho tlaleho e joalo.' },
  'try-again': {
    status: 503,
    en: 'The system is busy. What you typed stays here; try again in a moment. Nothing is stored twice.',
    st: 'Tsamaiso e phathahane. Seo u se ngotseng se sala mona; leka hape hamorao hanyane. Ha ho letho le bolokoang habeli.',
  },
} as const satisfies Record<string, Refusal>

export type RefusalWord = keyof typeof words

export const refusals: { readonly [word in RefusalWord]: Refusal } = words

export const isRefusalWord = (text: string): text is RefusalWord => Object.hasOwn(words, text)

/** What any route may answer, whatever it does: the contract rows need not repeat these. */
export const everyRouteRefuses = [
  'malformed-json',
  'malformed-gzip',
  'invalid-fields',
  'identifier-not-uuid',
  'body-too-large',
  'wrong-content-type',
  'not-signed-in',
  'not-permitted',
  'not-found',
  'try-again',
] as const satisfies readonly RefusalWord[]
