import { describe, expect, it } from 'vitest'
import { displayNumber } from '../../../../functions/registration/display-number.ts'
import {
  birthOf,
  firstUnfinished,
  heldNumberOf,
  isChild,
  mayBeDoubted,
  problemsOf,
} from '../../../../web/src/reception/intake/draft-problems.ts'
import { emptyDraft } from '../../../../web/src/reception/intake/intake-draft.ts'
import { aDraft, aMatch, today } from './a-draft.ts'

const known = '0193a3a0-0000-7000-8000-0000000000b1'
const other = '0193a3a0-0000-7000-8000-0000000000b2'

describe('what keeps an intake from being saved', () => {
  it('is nothing once the fast lane is answered', () => {
    expect(problemsOf(aDraft(), today)).toEqual({})
    expect(firstUnfinished(problemsOf(aDraft(), today))).toBeUndefined()
  })

  it('is every R field of an empty form, and nothing else', () => {
    expect(problemsOf(emptyDraft('batch'), today)).toEqual({
      givenNames: 'needed',
      surname: 'needed',
      sex: 'choose',
      birth: 'birth-missing',
      homeDistrict: 'choose',
      shareDistrict: 'choose',
      channel: 'choose',
      support: 'who-first',
      matches: 'asking',
    })
    expect(firstUnfinished(problemsOf(emptyDraft('batch'), today))).toBe('who')
  })

  it('asks of a child, or who may be one, who is with them and who answers', () => {
    const draft = aDraft()
    draft.birth.year.value = '2009'
    expect(problemsOf(draft, today)).toEqual({ accompaniment: 'choose', guardian: 'choose' })
    draft.birth.way.value = 'age'
    draft.birth.age.value = '18' // an age that was only said is doubted
    expect(problemsOf(draft, today)).toHaveProperty('accompaniment')
  })

  it('lets the officer take a young person for a child, and nobody for an adult', () => {
    const draft = aDraft()
    draft.birth.year.value = '2004'
    expect([mayBeDoubted(draft, today), isChild(draft, today)]).toEqual([true, false])
    draft.takenForChild.value = [true]
    expect([mayBeDoubted(draft, today), isChild(draft, today)]).toEqual([true, true])
    expect(birthOf(draft, today)).toMatchObject({ takenForChild: true })
    expect(problemsOf(draft, today)).toEqual({ accompaniment: 'choose', guardian: 'choose' })
    draft.takenForChild.value = []
    for (const year of ['1990', '2012']) {
      draft.birth.year.value = year
      expect(mayBeDoubted(draft, today)).toBe(false)
      expect(birthOf(draft, today)).not.toHaveProperty('takenForChild')
    }
  })

  it('needs a number only where the way of reaching needs one', () => {
    const draft = aDraft()
    draft.phone.value = ''
    expect(problemsOf(draft, today)).toEqual({ phone: 'phone' })
    for (const channel of ['NONE', 'VISIT', 'PERSON_CALLS_US', 'CHIEF'] as const) {
      draft.channel.value = channel
      expect(problemsOf(draft, today)).toEqual({})
    }
    draft.phone.value = 'at the shop'
    expect(problemsOf(draft, today)).toEqual({ phone: 'phone' })
  })

  it('is what a paper form does not tell, and it is asked for in the last part', () => {
    const draft = aDraft()
    draft.late.isLate.value = [true]
    expect(problemsOf(draft, today)).toEqual({ late: 'late-incomplete' })
    expect(firstUnfinished(problemsOf(draft, today))).toBe('check')
    draft.late.date.day.value = '23'
    draft.late.date.month.value = '11'
    draft.late.date.year.value = '2026'
    draft.late.clock.value = '14:30'
    draft.late.officer.value = 'Palesa M.'
    expect(problemsOf(draft, today)).toEqual({ late: 'late-future' })
    draft.late.date.day.value = '21'
    expect(problemsOf(draft, today)).toEqual({})
  })

  it('wants an answer to each person who may be the same, and one "same" at most', () => {
    const draft = aDraft()
    draft.matches.value = { facts: '', found: [aMatch(known), aMatch(other)] }
    expect(problemsOf(draft, today)).toEqual({ matches: 'answer-each' })
    draft.matchAnswers.value = { [known]: 'SAME', [other]: 'SAME' }
    expect(problemsOf(draft, today)).toEqual({ matches: 'one-same' })
    draft.matchAnswers.value = { [known]: 'SAME', [other]: 'UNSURE' }
    expect(problemsOf(draft, today)).toEqual({})
  })

  it('takes the number of a slip they hold already, in any spelling, and no number that does not check out', () => {
    const draft = aDraft()
    draft.slipNumber.value = 'not theirs'
    expect([heldNumberOf(draft), problemsOf(draft, today)]).toEqual([undefined, {}])
    draft.holdsSlip.value = [true]
    expect(problemsOf(draft, today)).toEqual({ slipNumber: 'slip' })
    const number = displayNumber({ postCode: 'MB', deviceCode: '7F2K', sequence: 7 })
    draft.slipNumber.value = number.toLowerCase().replaceAll('-', ' ')
    expect([heldNumberOf(draft), problemsOf(draft, today)]).toEqual([number, {}])
  })
})
