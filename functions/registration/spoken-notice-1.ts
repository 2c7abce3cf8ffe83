/**
 * The notice to a whole bus, version 1 (domain.md 2.7): what is said to everybody before anybody is asked anything. The
 * wording is ours; the Sesotho and the isiXhosa are drafts. Nobody's disease, fear or reason stands in it.
 */
import type { SpokenNotice } from './spoken-notice.ts'

export const spokenNotice1: SpokenNotice = {
  version: 1,
  reviews: { st: 'DRAFT_AWAITING_NATIVE_SPEAKER', en: 'OWN_WORDING', xh: 'DRAFT_AWAITING_NATIVE_SPEAKER' },
  scenes: [
    {
      id: 'welcome',
      text: {
        st: 'Rea u amohela. Re mona ho u thusa leetong la hao.',
        en: 'Welcome. We are here to help you on your way.',
        xh: 'Wamkelekile. Silapha ukuze sikuncede endleleni yakho.',
      },
    },
    {
      id: 'free',
      text: {
        st: 'Thuso ke ea mahala. Ha ho motho ea ka u kopang chelete kapa molemo.',
        en: 'Help is free. Nobody may ask you for money or favours.',
        xh: 'Uncedo lusimahla. Akukho mntu uvumelekileyo ukukucela imali okanye inzuzo.',
      },
    },
    {
      id: 'record',
      text: {
        st: 'Re ngola lebitso la motho e mong le e mong ea tlileng, joalo ka ha naha e etsa ho bohle moeling.',
        en: 'We write down the name of everybody who comes, as the country does at every border.',
        xh: 'Sibhala phantsi igama lomntu ngamnye ofikayo, njengoko ilizwe lisenza emdeni ngamnye.',
      },
    },
    {
      id: 'choice',
      text: {
        st: 'Lipotso tse ling u ka li tlola. U tla fumana thuso e tšoanang.',
        en: 'Other questions you may leave out. You get the same help.',
        xh: 'Eminye imibuzo ungayishiya. Ufumana uncedo olufanayo.',
      },
    },
    {
      id: 'counts',
      text: {
        st: 'Re boetse re bala batho, e le hore thuso e ka reroa. Lipalo ha li bolele lebitso la motho.',
        en: 'We also count people, so that help can be planned. A count names nobody.',
        xh: 'Sikwabala abantu, ukuze uncedo lucwangciswe. Amanani akabizi gama lamntu.',
      },
    },
    {
      id: 'nurse',
      text: {
        st: 'Re bolelle ha u hloka mooki, kapa ha u siile moriana.',
        en: 'Tell us if you need a nurse, or left medicine behind.',
        xh: 'Sixelele ukuba ufuna umongikazi, okanye ushiye iyeza emva.',
      },
    },
    {
      id: 'child',
      text: {
        st: 'Re bolelle ha ho na le ngoana a le mong, mona kapa moo u tsoang teng.',
        en: 'Tell us if a child is alone, here or where you came from.',
        xh: 'Sixelele ukuba kukho umntwana oyedwa, apha okanye apho uvela khona.',
      },
    },
    {
      id: 'alone',
      text: {
        st: 'Mang kapa mang a ka bua le rona a le mong. Ha ho hlokahale hore a bolele lebaka.',
        en: 'Anybody may speak with us alone. Nobody need say why.',
        xh: 'Nabani na angathetha nathi yedwa. Akunyanzelekanga ukuba achaze isizathu.',
      },
    },
    {
      id: 'slip',
      text: {
        st: 'U tla fumana sekhechana se nang le nomoro. Se boloke: ka sona thuso ea hao e tla fumaneha hape.',
        en: 'You get a slip with a number. Keep it: with it your help is found again.',
        xh: 'Uya kufumana isiqwengana sephepha esinenombolo. Sigcine: ngaso uncedo lwakho luyafumaneka kwakhona.',
      },
    },
    {
      id: 'questions',
      text: {
        st: 'Ho elella re botsa lintho tse peli: na setereke sa heno se ka u thusa hae, le hore re ka u fumana joang. Che le eona ke karabo.',
        en: 'At the end we ask two things: may your district help you at home, and how may we reach you? No is an answer too.',
        xh: 'Ekugqibeleni sibuza izinto ezimbini: isithili sakho singakunceda na ekhaya, kwaye singakufumana njani? Hayi nayo yimpendulo.',
      },
    },
  ],
}
