import { describe, expect, it } from 'vitest'
import { washingtonGroupItems } from '../../../functions/registration/vulnerability-codes.ts'
import { findInstrument, itemsAskedBy, screenAnswers, screenItemIds } from '../../../functions/screening/instruments.ts'
import { privateScreen1 } from '../../../functions/screening/private-screen-1.ts'
import { washingtonGroup1 } from '../../../functions/screening/washington-group-1.ts'

const bothLanguages = (text: { en: string; 'st-LS': string }) => text.en.trim() !== '' && text['st-LS'].trim() !== ''

describe('finding an instrument', () => {
  it('gives the version named, and nothing for one never issued', () => {
    expect(findInstrument('PRIVATE_SCREEN', 1)).toBe(privateScreen1)
    expect(findInstrument('WASHINGTON_GROUP_SHORT', 1)).toBe(washingtonGroup1)
    expect(findInstrument('PRIVATE_SCREEN', 2)).toBeUndefined()
    expect(findInstrument('WASHINGTON_GROUP_SHORT', 0)).toBeUndefined()
  })
})

describe('the private screen', () => {
  it('has A1 to A12 in order, each answered with one of five words', () => {
    expect(privateScreen1.items.map(item => item.id)).toEqual([...screenItemIds])
    expect(privateScreen1.answers).toEqual([...screenAnswers])
    expect(Object.values(privateScreen1.answerTexts).every(bothLanguages)).toBe(true)
  })

  it('says before A1, A3, A4 and A8 that it is never about police, courts or being held', () => {
    const saidBefore = privateScreen1.items.filter(item => item.sayBefore !== undefined)
    expect(saidBefore.map(item => item.id)).toEqual(['A1', 'A3', 'A4', 'A8'])
    for (const item of saidBefore) {
      expect(item.sayBefore?.en).toMatch(/police.*court.*held/)
      expect(item.sayBefore?.['st-LS']).toMatch(/mapolesa.*lekhotla.*tšoar|mapolesa.*lekhotla.*tšoeroe/)
    }
  })

  it('lets reception ask an adult all but A12, and a child nothing', () => {
    expect(itemsAskedBy(privateScreen1, 'SCREENING_OFFICER', 'ADULT').map(item => item.id)).toEqual(
      screenItemIds.filter(id => id !== 'A12'),
    )
    expect(itemsAskedBy(privateScreen1, 'SCREENING_OFFICER', 'CHILD')).toEqual([])
  })

  it('lets the child officer ask a child, A12 included, and no adult', () => {
    expect(itemsAskedBy(privateScreen1, 'CHILD_OFFICER', 'CHILD').map(item => item.id)).toEqual([...screenItemIds])
    expect(itemsAskedBy(privateScreen1, 'CHILD_OFFICER', 'ADULT')).toEqual([])
  })

  it('keeps A9 and A10 from an officer in uniform', () => {
    expect(privateScreen1.items.filter(item => item.notInUniform).map(item => item.id)).toEqual(['A9', 'A10'])
  })

  it('is worded in both languages, and marked as awaiting a native speaker', () => {
    const texts = [...privateScreen1.items, ...privateScreen1.observations].map(each => each.text)
    expect(texts.filter(text => !bothLanguages(text))).toEqual([])
    expect(privateScreen1.sesothoReview).toBe('DRAFT_AWAITING_NATIVE_SPEAKER')
  })
})

describe('the Washington Group Short Set', () => {
  it('asks its six items in both languages, from five years on', () => {
    expect(washingtonGroup1.items.map(item => item.id)).toEqual([...washingtonGroupItems])
    expect(washingtonGroup1.items.every(item => bothLanguages(item.text))).toBe(true)
    expect(washingtonGroup1.minimumAgeYears).toBe(5)
  })

  it('never uses the word disabled', () => {
    expect(
      washingtonGroup1.items.filter(item => /disab|bokooa/i.test(`${item.text.en} ${item.text['st-LS']}`)),
    ).toEqual([])
  })
})

it('neither instrument is worded in the spelling of South Africa', () => {
  const sesotho = [...privateScreen1.items, ...washingtonGroup1.items].map(item => item.text['st-LS']).join(' ')
  expect(sesotho).not.toMatch(/\b(di|du)|kg|tjh|fj|[^n]y|wa\b|tsh/i)
})
