import { describe, expect, it } from 'vitest'
import { displayNumber } from '../../../functions/registration/display-number.ts'
import { ScreenContent } from '../../../functions/screening/screen-content.ts'
import {
  contentOf,
  decidedRoute,
  emptyForm,
  namesPerson,
  questionsFor,
  type RecordForm,
  routesFrom,
  suggestionFor,
} from '../../../web/src/screening/record-form.ts'

const given = { officerId: 'officer', interviewersOnDuty: 1 }

function aForm(): RecordForm {
  const form = emptyForm()
  form.number.value = displayNumber({ postCode: 'MB', deviceCode: '7F2K', sequence: 1 }).toLowerCase()
  form.ageGroup.value = 'ADULT'
  form.placeIsPrivate.value = true
  form.inUniform.value = false
  form.asksToSpeak.value = false
  return form
}

describe('the questions of a record', () => {
  it('are put to an adult in private alone', () => {
    expect(questionsFor(aForm()).length).toBeGreaterThan(0)
    const child = aForm()
    child.ageGroup.value = 'CHILD'
    expect(questionsFor(child)).toEqual([])
    const overheard = aForm()
    overheard.placeIsPrivate.value = false
    expect(questionsFor(overheard)).toEqual([])
  })

  it('leave out A9 and A10 for an officer in uniform', () => {
    const form = aForm()
    form.inUniform.value = true
    expect(questionsFor(form).map(({ id }) => id)).not.toContain('A9')
    expect(questionsFor(form).map(({ id }) => id)).not.toContain('A10')
    expect(questionsFor(form).map(({ id }) => id)).toContain('A11')
  })
})

describe('a talk that somebody comes into', () => {
  it('is asked again elsewhere, with what was said until then', () => {
    const form = aForm()
    form.answers.value = { A1: 'NO' }
    form.overheard.value = true
    expect(suggestionFor(form).fired).toContain('NOT_PRIVATE')
    expect(contentOf(form, given)).toMatchObject({
      placeIsPrivate: false,
      answers: { A1: 'NO', A2: 'NOT_ASKED', A11: 'NOT_ASKED' },
    })
  })
})

describe('the decision of a record', () => {
  it('offers what is suggested and what is more urgent, never less', () => {
    expect(routesFrom('INTERVIEW_72H')).toEqual(['INTERVIEW_72H', 'INTERVIEW_NOW'])
    const form = aForm()
    form.answers.value = { A11: 'YES' }
    expect(suggestionFor(form).route).toBe('INTERVIEW_NOW')
    form.raisedTo.value = 'NONE'
    form.reason.value = 'the officer wants it'
    expect(decidedRoute(form, 'INTERVIEW_NOW')).toEqual({ route: 'INTERVIEW_NOW', reason: undefined })
  })

  it('is a raise only with its reason', () => {
    const form = aForm()
    form.raisedTo.value = 'INTERVIEW_NOW'
    expect(decidedRoute(form, 'NONE').route).toBe('NONE')
    form.reason.value = 'trembles'
    expect(decidedRoute(form, 'NONE')).toEqual({ route: 'INTERVIEW_NOW', reason: 'trembles' })
  })
})

describe('what is sealed', () => {
  it('is what the protection zone can read, with the number as it is printed', () => {
    const form = aForm()
    form.answers.value = { A1: 'YES', A2: 'REFUSED' }
    form.observations.value = ['UNTREATED_INJURY']
    form.channel.value = 'CHURCH'
    const content = contentOf(form, given)
    expect(ScreenContent.safeParse(JSON.parse(JSON.stringify(content))).error).toBeUndefined()
    expect(content.displayNumber).toBe(displayNumber({ postCode: 'MB', deviceCode: '7F2K', sequence: 1 }))
    expect(content.answers).toMatchObject({ A1: 'YES', A2: 'REFUSED', A3: 'NOT_ASKED', A11: 'NOT_ASKED' })
  })

  it('keeps that the person declined, and does not lower the route for it', () => {
    const form = aForm()
    form.answers.value = { A11: 'YES' }
    form.agrees.value = false
    expect(contentOf(form, given).decision).toMatchObject({ route: 'INTERVIEW_NOW', declined: true })
  })

  it('names the child only, without any answer, for a child', () => {
    const form = aForm()
    form.ageGroup.value = 'CHILD'
    form.careStatus.value = 'UNACCOMPANIED'
    const content = contentOf(form, given)
    expect(ScreenContent.safeParse(JSON.parse(JSON.stringify(content))).error).toBeUndefined()
    expect(content).toMatchObject({ isMinor: true, child: { careStatus: 'UNACCOMPANIED' }, answers: {} })
  })

  it('names its person by a number that checks out alone', () => {
    const form = aForm()
    form.number.value = 'XV-7F2K-00001-0'
    expect(namesPerson(form)).toBe(false)
    form.number.value = ''
    expect(namesPerson(form)).toBe(false)
    form.number.value = aForm().number.value
    expect(namesPerson(form)).toBe(true)
  })
})
