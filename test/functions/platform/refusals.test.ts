import { expect, it } from 'vitest'
import { allRoutes } from '../../../functions/contracts.ts'
import { everyRouteRefuses, isRefusalWord, refusals } from '../../../functions/platform/refusals.ts'

it('has a sentence in both languages for every word, and no two alike', () => {
  for (const language of ['en', 'st'] as const) {
    const sentences = Object.values(refusals).map(refusal => refusal[language])
    expect(sentences.every(sentence => /^\S.{8,}\.$/s.test(sentence))).toBe(true)
    expect(new Set(sentences).size).toBe(sentences.length)
  }
})

it('says no with a status of the client or, where only waiting helps, with 503', () => {
  const beyond = Object.entries(refusals).filter(([, { status }]) => status < 400 || (status >= 500 && status !== 503))
  expect(beyond).toEqual([])
  expect(Object.entries(refusals).flatMap(([word, { status }]) => (status === 503 ? [word] : []))).toEqual([
    'try-again',
  ])
})

it('knows each of its words and no other', () => {
  expect(Object.keys(refusals).every(isRefusalWord)).toBe(true)
  expect(['', 'toString', 'teapot'].some(isRefusalWord)).toBe(false)
})

it('repeats in no contract row what every route may answer', () => {
  const shared: readonly string[] = everyRouteRefuses
  const repeated = allRoutes.filter(({ refusals: own }) => own.some(word => shared.includes(word)))
  expect(repeated.map(({ name }) => name)).toEqual([])
})
