/** The private screen, version 1 (domain.md 3.6, level A). The wording is ours; the Sesotho is a draft. */
import type { LocalText } from '../platform/local-text.ts'
import type { PrivateScreenInstrument } from './instruments.ts'

const notAboutAuthorities: LocalText = {
  en: 'Again: I ask about employers, people who found you work, drivers and other private people. I do not ask about the police, a court or the place where you were held.',
  'st-LS':
    'Hape: ke botsa ka bahiri, batho ba u batletseng mosebetsi, bakhanni le batho ba bang feela. Ha ke botse ka mapolesa, lekhotla kapa moo u neng u tšoeroe teng.',
}

const everybody = ['ADULT', 'CHILD'] as const

export const privateScreen1: PrivateScreenInstrument = {
  id: 'PRIVATE_SCREEN',
  version: 1,
  title: { en: 'A talk in private', 'st-LS': 'Puisano ea lekunutu' },
  sesothoReview: 'DRAFT_AWAITING_NATIVE_SPEAKER',
  answers: ['YES', 'NO', 'REFUSED', 'NOT_ASKED', 'NOT_KNOWN'],
  answerTexts: {
    YES: { en: 'Yes', 'st-LS': 'E' },
    NO: { en: 'No', 'st-LS': 'Che' },
    REFUSED: { en: 'Would rather not say', 'st-LS': 'Ha a batle ho araba' },
    NOT_ASKED: { en: 'Not asked', 'st-LS': 'Ha ea botsoa' },
    NOT_KNOWN: { en: 'Does not know', 'st-LS': 'Ha a tsebe' },
  },
  items: [
    {
      id: 'A1',
      askedOf: everybody,
      sayBefore: {
        en: 'These questions are about employers, people who found you work, drivers and other private people. They are never about the police, a court or being held. You may leave out any question, and you will get the same help.',
        'st-LS':
          "Lipotso tsena li mabapi le bahiri, batho ba u batletseng mosebetsi, bakhanni le batho ba bang feela. Ha li mabapi le mapolesa, lekhotla kapa ho tšoaroa. U ka tlola potso efe kapa efe, 'me u tla fumana thuso e tšoanang.",
      },
      text: {
        en: 'Did someone else arrange your trip or your job?',
        'st-LS': 'Na ho na le motho e mong ea u hlophiselitseng leeto kapa mosebetsi?',
      },
    },
    {
      id: 'A2',
      askedOf: everybody,
      text: {
        en: 'Was the work, the pay or the place different from what you were promised?',
        'st-LS': 'Na mosebetsi, moputso kapa sebaka li ne li fapane le seo u neng u se tšepisitsoe?',
      },
    },
    {
      id: 'A3',
      askedOf: everybody,
      sayBefore: notAboutAuthorities,
      text: {
        en: 'Did someone keep your papers so that you could not have them?',
        'st-LS': 'Na ho na le motho ea ileng a u hanela ka mangolo a hau?',
      },
    },
    {
      id: 'A4',
      askedOf: everybody,
      sayBefore: notAboutAuthorities,
      text: {
        en: 'Were you kept from leaving the work or the house when you wanted to?',
        'st-LS': 'Na u ne u thibeloa ho tsoa mosebetsing kapa ka tlung ha u batla?',
      },
    },
    {
      id: 'A5',
      askedOf: everybody,
      text: {
        en: 'Did you owe an employer, a person who found you work or a driver money that you could not pay off?',
        'st-LS':
          'Na u ne u kolota mohiri, motho ea u batletseng mosebetsi kapa mokhanni chelete eo u neng u sitoa ho e lefa?',
      },
    },
    {
      id: 'A6',
      askedOf: everybody,
      text: {
        en: 'Were you not paid, or paid much less than was agreed?',
        'st-LS': 'Na u ile ua hloka ho lefshoa, kapa ua lefshoa hanyenyane haholo ho seo le lumellaneng ka sona?',
      },
    },
    {
      id: 'A7',
      askedOf: everybody,
      text: {
        en: 'Were you arrested shortly before pay day, or did the employer call the police?',
        'st-LS': 'Na u tšoeroe nakoana pele ho letsatsi la moputso, kapa na mohiri o ile a bitsa mapolesa?',
      },
    },
    {
      id: 'A8',
      askedOf: everybody,
      sayBefore: notAboutAuthorities,
      text: {
        en: 'Did someone threaten you or your family, for example with calling the police or having you sent away?',
        'st-LS':
          'Na ho na le motho ea u tšositseng, kapa a tšosa ba lelapa la hau, mohlala ka ho bitsa mapolesa kapa ho etsa hore u khutlisoe?',
      },
    },
    {
      id: 'A9',
      askedOf: everybody,
      notInUniform: true,
      text: {
        en: 'Did someone beat you, hurt you in a sexual way, or give you drugs so that you would work?',
        'st-LS':
          'Na ho na le motho ea u otlileng, ea u utloisitseng bohloko ka tsa thobalano, kapa ea u file lithethefatsi hore u sebetse?',
      },
    },
    {
      id: 'A10',
      askedOf: everybody,
      notInUniform: true,
      text: {
        en: 'Did someone make you do sexual acts, or things against the law?',
        'st-LS':
          'Na ho na le motho ea u qobelletseng ho etsa liketso tsa thobalano, kapa lintho tse khahlanong le molao?',
      },
    },
    {
      id: 'A11',
      askedOf: everybody,
      text: {
        en: 'Is someone waiting for you, here or at home, whom you are afraid of?',
        'st-LS': 'Na ho na le motho ea u emetseng, mona kapa hae, eo u mo tšabang?',
      },
    },
    {
      id: 'A12',
      askedOf: ['CHILD'],
      text: {
        en: 'Were you working, begging, married, or living with a grown-up who is not family?',
        'st-LS':
          'Na u ne u sebetsa, u kopa seterateng, u le lenyalong, kapa u lula le motho e moholo eo e seng oa lelapa la heno?',
      },
    },
  ],
  observations: [
    {
      code: 'LETS_ANOTHER_SPEAK',
      text: { en: 'Lets another person speak', 'st-LS': 'O lumella e mong ho mo buella' },
    },
    {
      code: 'REHEARSED_STORY',
      text: { en: 'The story sounds learnt by heart', 'st-LS': 'Pale e utloahala e ithutiloe ka hlooho' },
    },
    { code: 'UNTREATED_INJURY', text: { en: 'An injury not treated', 'st-LS': 'Leqeba le sa phekoloang' } },
    {
      code: 'FEARS_FELLOW_TRAVELLER',
      text: { en: 'Afraid of a fellow traveller', 'st-LS': 'O tšaba motho eo a tsamaeang le eena' },
    },
  ],
  askedBy: { ADULT: 'SCREENING_OFFICER', CHILD: 'CHILD_OFFICER' },
  insteadForChild: {
    en: 'Ask nothing. Stay with the child and call the child officer now.',
    'st-LS': "Se botse letho. Lula le ngoana 'me u bitse ofisiri ea bana hona joale.",
  },
}
