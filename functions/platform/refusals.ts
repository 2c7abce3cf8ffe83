/**
 * Every word with which this system says no, its HTTP status, and what the officer reads in both languages.
 * A closed list: a handler can refuse with nothing else, and the tablet knows them all.
 *
 * The Sesotho sentences are drafts in Lesotho's spelling and await a native speaker's review.
 */
import { type Refusal, refusalsSaidHere } from './refusals-said-here.ts'

const words = {
  ...refusalsSaidHere,
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
  'stock-exhausted': {
    status: 409,
    en: 'The store does not hold as much.',
    st: 'Polokelo ha e na bongata bo joalo.',
  },
  'project-unknown': { status: 404, en: 'There is no such project or line.', st: 'Ha ho morero kapa mola o joalo.' },
  'project-closed': {
    status: 409,
    en: 'This project is closed: nothing more is charged to it.',
    st: 'Morero ona o koetsoe: ha ho letho le ka lefuoang ke ona.',
  },
  'ends-not-later': {
    status: 422,
    en: 'A project is only ever made longer: choose a day after its last one.',
    st: 'Morero o lelefatsoa feela: khetha letsatsi le kamora’ la oona la ho qetela.',
  },
  'line-exists': {
    status: 409,
    en: 'This project has a line with this code already.',
    st: 'Morero ona o se o na le mola o nang le khoutu ena.',
  },
  'line-not-for-stores': {
    status: 409,
    en: 'What this line pays for goes through no store. The finance office pays for it directly.',
    st: 'Seo mola ona o se lefellang ha se fete polokelong. Ofisi ea lichelete e se lefa ka kotloloho.',
  },
  'budget-exhausted': {
    status: 409,
    en: 'The line has less than that.',
    st: 'Mola ona o na le chelete e ka tlase ho eo.',
  },
  'more-than-funded': {
    status: 409,
    en: 'This is more than the project put here. Keep the surplus apart, and tell the finance office.',
    st: 'Sena se feta seo morero o se kentseng mona. Beha se setseng ka thoko, ’me u tsebise ofisi ea lichelete.',
  },
  'lot-unknown': { status: 404, en: 'The store has no such lot.', st: 'Polokelo ha e na sehlopha seo.' },
  'lot-expired': {
    status: 422,
    en: 'This lot has expired.',
    st: 'Sehlopha sena se fetetsoe ke nako.',
  },
  'lot-expiry-differs': {
    status: 409,
    en: 'This lot stands here with another date. Read the label again.',
    st: 'Sehlopha sena se ngotsoe mona ka letsatsi le leng. Bala lengolo hape.',
  },
  'count-stale': {
    status: 409,
    en: 'The books have changed. Look again, then count.',
    st: 'Libuka li fetohile. Sheba hape, ebe u bala.',
  },
  'destination-unknown': {
    status: 422,
    en: 'There is no such place.',
    st: 'Ha ho sebaka se joalo.',
  },
  'transfer-unknown': {
    status: 404,
    en: 'Nothing like this is on its way here.',
    st: 'Ha ho letho la mofuta ona le tlang mona.',
  },
  'transfer-taken-in': {
    status: 409,
    en: 'This has been taken in already.',
    st: 'Sena se se se amohetsoe.',
  },
  'lease-unknown': {
    status: 404,
    en: 'This holder has no such lease from here.',
    st: 'Ea e tšoereng ha a na thepa e joalo ho tsoa mona.',
  },
  'lease-ended': {
    status: 409,
    en: 'This lease has ended.',
    st: 'Ho tšoara thepa hona ho felile.',
  },
  'lease-overdue': {
    status: 409,
    en: 'An earlier lease is overdue. Take it back or give it longer first.',
    st: 'Thepa e nkiloeng pele e fetile nako. E khutlise kapa e eketse nako pele.',
  },
  'lease-elsewhere': {
    status: 409,
    en: 'This tablet still holds this item from another store.',
    st: 'Mochine ona o sa tšoere thepa ena ho tsoa polokelong e ’ngoe.',
  },
  'dispute-unknown': {
    status: 404,
    en: 'Nothing like this waits here.',
    st: 'Ha ho letho le joalo le emetseng mona.',
  },
  'dispute-decided': { status: 409, en: 'This has been decided already.', st: 'Sena se se se ahlotsoe.' },
  'draw-log-incomplete': {
    status: 409,
    en: 'This tablet has not sent everything yet. Let it send first.',
    st: 'Mochine ona ha o e-s’o romele tsohle. E tlohele e romele pele.',
  },
  'request-unknown': { status: 404, en: 'There is no such request here.', st: 'Ha ho kopo e joalo mona.' },
  'request-answered': { status: 409, en: 'This request has been answered.', st: 'Kopo ena e se e arabiloe.' },
  'not-by-yourself': {
    status: 409,
    en: 'Somebody else decides on what you asked for or did yourself.',
    st: 'Seo u se kopileng kapa u se entseng se lekoloa ke motho e mong.',
  },
  'nothing-to-reverse': {
    status: 404,
    en: 'Nothing of it was given here that could be undone, or it was undone already.',
    st: 'Ha ho letho la eona le fanoeng mona le ka khutlisoang, kapa le se le khutlisitsoe.',
  },
  'sample-unknown': {
    status: 404,
    en: 'There is no such receipt in the sample.',
    st: 'Ha ho rasiti e joalo sampoleng.',
  },
  'sample-verified': { status: 409, en: 'This receipt was verified already.', st: 'Rasiti ena e se e netefalitsoe.' },
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
  'trip-unknown': { status: 404, en: 'This trip is not known here.', st: 'Leeto lena ha le tsejoe mona.' },
  'trip-departed': { status: 409, en: 'This trip has left already.', st: 'Leeto lena le se le tsamaile.' },
  'trip-not-departed': { status: 409, en: 'This trip has not left yet.', st: 'Leeto lena ha le e-s’o tsamae.' },
  'trip-arrived': { status: 409, en: 'This trip has been closed already.', st: 'Leeto lena le se le koetsoe.' },
  'trip-cancelled': { status: 409, en: 'This trip has been cancelled.', st: 'Leeto lena le hlakotsoe.' },
  'trip-empty': {
    status: 409,
    en: 'Nobody has a seat on this trip. Give seats first, or cancel it.',
    st: 'Ha ho motho ea nang le setulo leetong lena. Fana ka litulo pele, kapa u le hlakole.',
  },
  'departure-past': {
    status: 422,
    en: 'This departure is over. Choose a time that is still to come.',
    st: 'Nako ena ea ho tsamaea e fetile. Khetha nako e sa tlang.',
  },
  'passenger-unknown': {
    status: 404,
    en: 'A number is not known at this post. Read the slip again.',
    st: 'Nomoro e ’ngoe ha e tsejoe setsing sena. Bala pampiri hape.',
  },
  'already-seated': {
    status: 409,
    en: 'Somebody has a seat on a trip already.',
    st: 'E mong o se a ntse a e-na le setulo leetong.',
  },
  'not-seated': {
    status: 409,
    en: 'Somebody has no seat on this trip.',
    st: 'E mong ha a na setulo leetong lena.',
  },
  'seats-full': {
    status: 409,
    en: 'There are not so many free seats on this trip.',
    st: 'Ha ho litulo tse kalo tse se nang batho leetong lena.',
  },
  'not-on-route': {
    status: 422,
    en: 'This trip does not go to the home district of everybody.',
    st: 'Leeto lena ha le ee seterekeng sa habo e mong le e mong.',
  },
  'kept-apart': {
    status: 409,
    en: 'These people do not ride together. Choose another trip for one of them.',
    st: 'Batho bana ha ba tsamaee hammoho. Khethela e mong oa bona leeto le leng.',
  },
  'adult-needed': {
    status: 422,
    en: 'A child rides with an adult who is named, as far as their own stop; who came without their own rides with the caregiver whom a second officer confirmed.',
    st: 'Ngoana o tsamaea le motho e moholo ea boletsoeng ka lebitso, ho fihla moo a theohang; ea tlileng a se na ba habo o tsamaea le mohlokomeli ea netefalitsoeng ke ofisiri ea bobeli.',
  },
  'not-alone-at-night': {
    status: 422,
    en: 'In the dark no woman or girl rides alone with the driver, on any part of the way. Give another woman or her family a seat as far, or name an escort: then a supervisor who did not name them lets the trip leave.',
    st: 'Lefifing ha ho mosali kapa ngoanana ea tsamaeang a le mong le mokhanni, karolong efe kapa efe ea tsela. Fa mosali e mong kapa ba lelapa la hae setulo ho fihla moo, kapa u bolele motsamaisi: joale mookameli ea sa mo bolelang o lumella leeto ho tsamaea.',
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
