/**
 * The routing of the private screen as it stands from 1 November 2026 (domain.md 3.6, PROPOSAL). Never edited: other
 * rules are another version, because the server judges a record by the version its tablet had (design.md 4).
 *
 * `dangerOrder` orders the queue, 1 first. No published order was found; this one is a PROPOSAL: who is in danger
 * here and now comes before what was done, and that before what was owed.
 */
import type { ScreenItemId } from './instruments.ts'
import type { ScreenAnswers, ScreenRule } from './private-screen-rules.ts'

const isYes = (answers: ScreenAnswers, item: ScreenItemId): boolean => answers[item] === 'YES'
const workItems = ['A1', 'A2', 'A6', 'A7'] as const
const countOfWorkItems = (answers: ScreenAnswers): number => workItems.filter(item => isYes(answers, item)).length

export const privateScreenRules1: readonly ScreenRule[] = [
  {
    name: 'CHILD',
    route: 'INTERVIEW_NOW',
    dangerOrder: 1,
    sentence: {
      en: 'Under 18, or may be: the child officer speaks with the child now.',
      'st-LS': 'O ka tlase ho lilemo tse 18, kapa ho ka etsahala: ofisiri ea bana e bua le ngoana hona joale.',
    },
    // A12 is put to children only: a yes to it says that the person is one, whatever the age box says.
    fires: (answers, facts) => facts.isMinor || isYes(answers, 'A12'),
  },
  {
    name: 'FEARS_SOMEONE_WAITING',
    route: 'INTERVIEW_NOW',
    dangerOrder: 2,
    sentence: {
      en: 'Is afraid of someone who is waiting, here or at home.',
      'st-LS': 'O tšaba motho ea mo emetseng, mona kapa hae.',
    },
    fires: answers => isYes(answers, 'A11'),
  },
  {
    name: 'HARMED_OR_DRUGGED',
    route: 'INTERVIEW_NOW',
    dangerOrder: 3,
    sentence: {
      en: 'Was beaten, hurt in a sexual way, or given drugs to work.',
      'st-LS': 'O ile a otloa, a utloisoa bohloko ka tsa thobalano, kapa a fuoa lithethefatsi hore a sebetse.',
    },
    fires: answers => isYes(answers, 'A9'),
  },
  {
    name: 'MADE_TO_DO_ACTS',
    route: 'INTERVIEW_NOW',
    dangerOrder: 4,
    sentence: {
      en: 'Was made to do sexual acts or things against the law.',
      'st-LS': 'O ile a qobelloa ho etsa liketso tsa thobalano kapa lintho tse khahlanong le molao.',
    },
    fires: answers => isYes(answers, 'A10'),
  },
  {
    name: 'ASKED_TO_SPEAK',
    route: 'INTERVIEW_NOW',
    dangerOrder: 5,
    sentence: { en: 'Asked to speak with someone.', 'st-LS': 'O kopile ho bua le motho.' },
    fires: (_answers, facts) => facts.asksToSpeak,
  },
  {
    name: 'THREATENED',
    route: 'INTERVIEW_72H',
    dangerOrder: 6,
    sentence: {
      en: 'Was threatened, or the family was.',
      'st-LS': 'O ile a tšosoa, kapa ba lelapa ba tšosoa.',
    },
    fires: answers => isYes(answers, 'A8'),
  },
  {
    name: 'COULD_NOT_LEAVE',
    route: 'INTERVIEW_72H',
    dangerOrder: 7,
    sentence: {
      en: 'Could not leave the work or the house freely.',
      'st-LS': 'O ne a sitoa ho tsoa mosebetsing kapa ka tlung ka bolokolohi.',
    },
    fires: answers => isYes(answers, 'A4'),
  },
  {
    name: 'PAPERS_KEPT',
    route: 'INTERVIEW_72H',
    dangerOrder: 8,
    sentence: {
      en: 'Someone else kept the papers.',
      'st-LS': 'Mangolo a hae a ne a le ho motho e mong.',
    },
    fires: answers => isYes(answers, 'A3'),
  },
  {
    name: 'DEBT_NOT_PAYABLE',
    route: 'INTERVIEW_72H',
    dangerOrder: 9,
    sentence: {
      en: 'Owed money that could not be paid off.',
      'st-LS': 'O ne a kolota chelete eo a neng a sitoa ho e lefa.',
    },
    fires: answers => isYes(answers, 'A5'),
  },
  {
    name: 'SEVERAL_WORK_FACTS',
    route: 'INTERVIEW_72H',
    dangerOrder: 10,
    sentence: {
      en: 'Two or more of: trip or job arranged by someone, work not as promised, not paid, arrested before pay day.',
      'st-LS':
        'Tse peli kapa ho feta: leeto kapa mosebetsi o hlophisitsoe ke e mong, mosebetsi o fapane le tšepiso, ha a lefshoa, o tšoeroe pele ho letsatsi la moputso.',
    },
    fires: answers => countOfWorkItems(answers) >= 2,
  },
  {
    name: 'NOT_PRIVATE',
    route: 'ASK_AGAIN_72H',
    dangerOrder: 11,
    sentence: {
      en: 'There was no private place: protection asks again.',
      'st-LS': 'Ho ne ho se na sebaka sa lekunutu: ba tšireletso ba tla botsa hape.',
    },
    fires: (_answers, facts) => !facts.placeIsPrivate,
  },
  {
    name: 'ONE_WORK_FACT',
    route: 'LABOUR_OFFER',
    dangerOrder: 12,
    sentence: {
      en: 'One of: work not as promised, not paid, arrested before pay day. Offer help with labour rights.',
      'st-LS':
        "E 'ngoe ea: mosebetsi o fapane le tšepiso, ha a lefshoa, o tšoeroe pele ho letsatsi la moputso. Mo fe thuso ea litokelo tsa mosebetsi.",
    },
    fires: answers => countOfWorkItems(answers) === 1 && !isYes(answers, 'A1'),
  },
  {
    name: 'REFUSED',
    route: 'CARD_AND_OFFER',
    dangerOrder: 13,
    sentence: {
      en: 'Would rather not answer: give the card with a number, and ask no more.',
      'st-LS': "Ha a batle ho araba: mo fe karete e nang le nomoro, 'me u se ke ua botsa hape.",
    },
    fires: answers => Object.values(answers).includes('REFUSED'),
  },
]
