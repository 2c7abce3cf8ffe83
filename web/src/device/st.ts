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
  'pin.no-pass':
    "Kena hang ka marang-rang hore u bule seo u se bolokileng mona. Ha ho letho le lahlehileng, 'me se emetseng sea romeloa.",
  'pin.no-vault': 'Ha u e-so be le PIN mochineng ona. Kena ebe u khetha e mong.',
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
  'storage.ask.title': 'Boloka seo u se bolokang mochineng ona',
  'storage.ask': 'Sebatli se ka hlakola mochine ona ha se hloka sebaka. Se bolelle hore se boloke seo u se bolokang.',
  'storage.ask.do': 'Se boloke',
  'storage.ask.no': 'Sebatli ha sea lumela. Romela se emetseng hang ha marang-rang a le teng.',
  'storage.full.title': 'Mochine ona o se o le haufi le ho tlala',
  'storage.full':
    "Romela se emetseng pele u tsoela pele, 'me u hlakole litšoantšo kapa mananeo a sa hlokoeng ke motho.",
}
