/** The fast lane's questions as a plain SurveyJS form: what the reception desk's start is held against. Runs in a browser. */
import { Model } from 'survey-core'
import { renderSurvey } from 'survey-js-ui'
import 'survey-core/survey-core.min.css'
import { districts } from '../../../functions/platform/places.ts'
import { contactChannels, urgentFlags } from '../../../functions/registration/code-lists.ts'
import { itemCodes } from '../../../functions/support/items.ts'
import { en as words } from '../../../web/src/reception/intake/en.ts'
import { spokenSentences } from '../../../web/src/reception/intake/spoken-text.ts'

const yesOrNo = ['yes', 'no']

const pages = [
  {
    title: words['section.who'],
    elements: [
      { type: 'text', name: 'givenNames', title: words['who.given-names'], isRequired: true },
      { type: 'text', name: 'surname', title: words['who.surname'], isRequired: true },
      { type: 'radiogroup', name: 'sex', title: words['who.sex'], choices: ['1', '2', '0'], isRequired: true },
      { type: 'text', name: 'day', title: words['who.birth'], inputType: 'number' },
      { type: 'text', name: 'month', title: ' ', inputType: 'number' },
      { type: 'text', name: 'year', title: ' ', inputType: 'number' },
      { type: 'text', name: 'age', title: 'Age', inputType: 'number' },
      { type: 'checkbox', name: 'doubt', title: words['who.doubt'], choices: [words['who.doubt.yes']] },
      { type: 'radiogroup', name: 'family', title: words['who.family'], choices: yesOrNo },
    ],
  },
  {
    title: words['section.home'],
    elements: [
      {
        type: 'radiogroup',
        name: 'district',
        title: words['home.district'],
        choices: districts.map(({ code, name }) => ({ value: code, text: name })),
        isRequired: true,
      },
      { type: 'radiogroup', name: 'help', title: spokenSentences.district.en, choices: yesOrNo },
      { type: 'radiogroup', name: 'reach', title: spokenSentences.reach.en, choices: [...contactChannels] },
      { type: 'text', name: 'phone', title: words['consent.phone'], inputType: 'tel' },
      { type: 'checkbox', name: 'allows', title: words['consent.allows'], choices: ['CALL', 'MESSAGE'] },
      { type: 'dropdown', name: 'language', title: words['consent.language'], choices: ['st', 'en', 'xh', 'zu'] },
      {
        type: 'dropdown',
        name: 'mode',
        title: words['consent.mode'],
        choices: ['VERBAL_WITNESSED', 'SIGNATURE', 'THUMB'],
      },
    ],
  },
  {
    title: words['section.urgent'],
    elements: [{ type: 'checkbox', name: 'urgent', title: words['urgent.legend'], choices: [...urgentFlags] }],
  },
  {
    title: words['section.support'],
    elements: [{ type: 'checkbox', name: 'support', title: words['support.legend'], choices: [...itemCodes] }],
  },
]

const place = document.getElementById('survey')
if (place === null) throw new Error('the page has no place for the form')
renderSurvey(new Model({ pages, showProgressBar: true }), place)
