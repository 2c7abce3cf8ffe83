/**
 * The Washington Group Short Set, version 1 (domain.md 2.4). The six functions and four answers are the published
 * ones; the wording here is ours and the Sesotho a draft. The cut-off stands in `hasDisability`. Never ask "are you
 * disabled?". Not asked under 5; from 5 to 17 the child functioning module would be better (GK).
 */
import { washingtonGroupFromYears } from '../registration/vulnerability-codes.ts'
import type { WashingtonGroupInstrument } from './instruments.ts'

export const washingtonGroup1: WashingtonGroupInstrument = {
  id: 'WASHINGTON_GROUP_SHORT',
  version: 1,
  title: { en: 'Everyday activities', 'st-LS': 'Mesebetsi ea letsatsi le letsatsi' },
  sesothoReview: 'DRAFT_AWAITING_NATIVE_SPEAKER',
  sayBefore: {
    en: 'Some people find everyday activities hard because of a health problem. How is it for you?',
    'st-LS':
      'Batho ba bang ba thatafalloa ke mesebetsi ea letsatsi le letsatsi ka lebaka la bophelo. Ho joang ho uena?',
  },
  items: [
    {
      id: 'SEEING',
      text: {
        en: 'Is it hard for you to see, even with glasses?',
        'st-LS': 'Na u thatafalloa ke ho bona, le ha u roetse likhalase?',
      },
    },
    {
      id: 'HEARING',
      text: {
        en: 'Is it hard for you to hear, even with a hearing aid?',
        'st-LS': 'Na u thatafalloa ke ho utloa, le ha u sebelisa sethusa-kutlo?',
      },
    },
    {
      id: 'WALKING',
      text: {
        en: 'Is it hard for you to walk or climb steps?',
        'st-LS': 'Na u thatafalloa ke ho tsamaea kapa ho nyoloha litepisi?',
      },
    },
    {
      id: 'REMEMBERING',
      text: {
        en: 'Is it hard for you to remember or to keep your mind on something?',
        'st-LS': 'Na u thatafalloa ke ho hopola kapa ho tsepamisa kelello?',
      },
    },
    {
      id: 'SELF_CARE',
      text: {
        en: 'Is it hard for you to wash all over or to dress?',
        'st-LS': "Na u thatafalloa ke ho itlhatsoa 'mele oohle kapa ho apara?",
      },
    },
    {
      id: 'COMMUNICATING',
      text: {
        en: 'In your own language, is it hard for you to understand others or to be understood?',
        'st-LS': 'Ka puo ea hau, na u thatafalloa ke ho utloisisa ba bang kapa ho utloisisoa?',
      },
    },
  ],
  answerTexts: {
    1: { en: 'No, not hard', 'st-LS': 'Che, ha ho thata' },
    2: { en: 'Yes, a little', 'st-LS': 'E, hanyenyane' },
    3: { en: 'Yes, very', 'st-LS': 'E, haholo' },
    4: { en: 'I cannot do it at all', 'st-LS': 'Ha ke khone ho hang' },
  },
  minimumAgeYears: washingtonGroupFromYears,
}
