/** Sesotho in Lesotho's spelling: a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  band: 'Boikoetliso: batho ba qapiloeng. Ha ho letho le romeloang mona.',
  practice: 'Boikoetliso',
  desk: 'Tafole',
  record: 'Rekoto',
  leave: 'Tsoa boikoetlisong',
  'kept.none': 'Ha ho letho le bolokiloeng',
  kept_one: 'E {{count}} e bolokiloe',
  kept_other: 'Tse {{count}} li bolokiloe',
  'tray.title': 'Se bolokiloeng boikoetlisong',
  'tray.lead':
    'Tafoleng ea sebele tsena li ema mochineng ho fihlela li romeloa. Mona ha ho e romeloang: tsohle lia felloa ha u tsoa.',
  'tray.none': 'Ha ho letho le bolokiloeng boikoetlisong.',
  'tray.state': 'Boikoetliso: ha e romeloe',
  'tray.again': 'Qala bocha',
  'page.none': 'Leqephe lena hase karolo ea boikoetliso.',
  'page.desk': 'Tafoleng ea boikoetliso',
}
