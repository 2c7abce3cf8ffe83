/** st-LS, a draft that awaits a native speaker's review. */
import type { Catalogue } from '../i18n/words.ts'
import type { en } from './en.ts'

export const st: Catalogue<typeof en> = {
  title: 'Tsebiso ho bohle',
  'choose.language': 'E buuoa ka puo efe?',
  'language.st': 'Sesotho',
  'language.en': 'English',
  'language.xh': 'isiXhosa',
  play: 'Bapala',
  pause: 'Emisa',
  'play.device': 'Mochine ona o e bue',
  aloud: 'Ha ho khatiso ea lentsoe ka puo ena: e bale holimo, setšoantšo ka setšoantšo.',
  'some-aloud': 'Ha ho khatiso ea lentsoe ea sena: se bale holimo.',
  'not-played': 'Khatiso ea lentsoe ha ea bapala: e bale holimo.',
  'scene.of': '{{scene}} ho tse {{scenes}}',
  next: 'Setšoantšo se latelang',
  back: 'Setšoantšo sa pele',
  again: 'Ho tloha qalong',
  draft: 'Mongolo oa puo ena o sa emetse ho hlahlojoa.',
  version: 'Mongolo {{version}}, {{hash}}',
}
