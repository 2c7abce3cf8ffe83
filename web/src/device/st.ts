/** Sesotho in Lesotho's spelling: a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  'pin.title': 'PIN ea hao',
  'pin.who': 'Ke mang ea sebetsang hona joale?',
  'pin.type': 'Ngola PIN ea hao',
  'pin.do': 'Bula',
  'pin.wrong_one': "Eo e ne e se PIN. Ho setse teko e le 'ngoe.",
  'pin.wrong_other': 'Eo e ne e se PIN. Ho setse liteko tse {{count}}.',
  'pin.wait_one': "Li-PIN tse fosahetseng li ngata haholo. Leka hape ka mor'a motsotso.",
  'pin.wait_other': "Li-PIN tse fosahetseng li ngata haholo. Leka hape ka mor'a metsotso e {{count}}.",
  'pin.cannot':
    'Mochine ona o sitoa ho bula PIN hajoale. Ha ho teko e baliloeng. Koala tse ling tse butsoeng, ebe u leka hape.',
  'pin.no-pass':
    "Kena hang ka marang-rang hore u bule seo u se bolokileng mona. Ha ho letho le lahlehileng, 'me se emetseng sea romeloa.",
  'pin.no-vault': 'Ha u e-so be le PIN mochineng ona. Kena ebe u khetha e mong.',
  'pin.forgotten': 'Ke lebetse PIN ea ka',
  'pin.forgotten.lead':
    'Khetha e ’ngoe. Seo u se bolokileng se ntse se fihla; seo u neng u se bala mona, u ke ke ua hlola u se bala.',
  'who.tablet': 'Mochine {{code}}',
  'who.first': 'Ha ho motho ea nang le PIN mochineng ona. Kena ka marang-rang, ebe u khetha e ’ngoe.',
  'who.other': 'Ha u eo lenaneng, kapa PIN ea hao ha e bule? Kena ka marang-rang.',
  'who.not-me': 'Hase ’na',
  'choice.title': 'Tsoela pele ntle ho PIN',
  'choice.lead':
    'U ka boloka tse ncha; li romeloa ka lebitso la hao, ’me lenaneng la hao li ngotsoe e le tse bolokiloeng ntle ho PIN. Se bolokiloeng pele ha se bontšoe.',
  'choice.do': 'Tsoela pele ntle ho PIN',
  'pass.none': 'Mochine ona ha oa u buleha',
  'pin.set.title': 'Khetha PIN',
  'pin.set.lead':
    'E bula seo u se bolokang mochineng ona, bakeng sa hao u le mong. Ha ho motho ea ka u batlelang eona.',
  'pin.set.forgotten':
    'Haeba u e lebala, seo u se bolokileng se ntse se fihla tsamaisong; mochineng ona u ke ke ua hlola u se bala.',
  'pin.set.new': 'PIN e ncha',
  'pin.set.hint': 'Linomoro tse robeli kapa ho feta, tse sa latellaneng, tse sa tšoaneng kaofela',
  'pin.set.again': 'PIN eona eo hape',
  'pin.set.do': 'Boloka PIN ena',
  'pin.set.differs': 'Tse peli ha li tšoane.',
  'pin.change.title': 'Fetola PIN ea hao',
  'pin.change.old': 'PIN eo u nang le eona joale',
  'pin.change.done': 'PIN ea hao e fetotsoe.',
  'pin.problem.not-digits': 'PIN e na le linomoro feela.',
  'pin.problem.too-short': 'PIN e na le linomoro tse robeli kapa ho feta.',
  'pin.problem.too-long': 'PIN e na le linomoro tse leshome le metso e tšeletseng ka ho fetisisa.',
  'pin.problem.too-simple': 'Ena e nahanoa habonolo haholo. Khetha linomoro tse se nang mokhoa o itseng.',
  'device.title': 'Mochine ona',
  'device.code': 'Khoutu',
  'device.code.note':
    'Linomoro tse tsoang mochineng ona li na le khoutu ea oona. Ha ho mochine o mong o nang le e tšoanang.',
  'device.post': 'Setsi',
  'device.since': 'O ngolisitsoe',
  'device.begin': 'Qala ho sebetsa',
  'device.none': 'Mochine ona ha oa ngolisoa. Mookameli oa setsi kapa motsamaisi o kena mona ’me oa o ngolisa.',
  'device.withdrawn.title': 'Mochine ona o hutlisitsoe',
  'device.withdrawn':
    'Se bolokiloeng mona pele se ntse se romeloa; mookameli o etsa qeto ka sona. Ho sebetsa hape mochineng ona, o ngolise bocha.',
  'enrol.title': 'Ngolisa mochine ona',
  'enrol.lead': 'Basebeletsi ba setsi ba ka sebetsa ho oona ntle ho marang-rang, e mong le e mong ka PIN ea hae.',
  'enrol.post': 'Setsi',
  'enrol.post.problem': 'Khetha setsi seo mochine ona o sebelisoang ho sona.',
  'enrol.none': 'Ha oa ngolisoa',
  'enrol.do': 'Ngolisa',
  'hand-over.title': 'Fetisetsa mochine ona ho e mong',
  'hand-over.lead':
    'Nako ea hao mochineng ona ea fela. Se emetseng sea romeloa, ho sa tsotellehe hore na ho sebetsa mang; ha ho motho ea ka balang se leng sa hao.',
  'hand-over.begin': 'O fetisetse',
  'hand-over.sure': "Ka mor'a mona u bula karolo ea hao mochineng ona ka ho kena ka marang-rang feela.",
  'hand-over.do': 'E, o fetisetse',
  'storage.ask.title': 'Boloka seo u se bolokang mochineng ona',
  'storage.ask': 'Sebatli se ka hlakola mochine ona ha se hloka sebaka. Se bolelle hore se boloke seo u se bolokang.',
  'storage.ask.do': 'Se boloke',
  'storage.ask.no': 'Sebatli ha sea lumela. Romela se emetseng hang ha marang-rang a le teng.',
  'storage.full.title': 'Mochine ona o se o le haufi le ho tlala',
  'storage.full':
    "Romela se emetseng pele u tsoela pele, 'me u hlakole litšoantšo kapa mananeo a sa hlokoeng ke motho.",
}
