import { describe, expect, it } from 'vitest'
import { foldName } from '../../../functions/registration/name-folding.ts'
import { isOneSlipApart } from '../../../functions/registration/near-names.ts'
import {
  drawWordPair,
  readWordPair,
  rememberedWords,
  WordPair,
  wordCodes,
} from '../../../functions/registration/remembered-words.ts'
import { harmfulIn } from '../../web/harmful-words.ts'

const spoken = wordCodes.flatMap(code =>
  [rememberedWords[code].en, rememberedWords[code].st].map(word => ({ code, word, key: foldName(word) })),
)

describe('the words to remember', () => {
  it('are told apart in either language, also with a slip of the pen', () => {
    const near = spoken.flatMap(one =>
      spoken
        .filter(other => other.code > one.code && (other.key === one.key || isOneSlipApart(one.key, other.key)))
        .map(other => `${one.word} ${other.word}`),
    )
    expect(near).toEqual([])
  })

  it('are short, one word each, and nothing that a bystander must not read', () => {
    for (const { word } of spoken) expect([word, /^[a-zš]{3,10}$/.test(word)]).toEqual([word, true])
    expect(spoken.flatMap(({ word }) => harmfulIn(word))).toEqual([])
  })

  it('are enough for a bus to have mostly different ones', () => {
    expect((wordCodes.length * (wordCodes.length - 1)) / 2).toBeGreaterThan(900)
  })
})

describe('two words as somebody says them', () => {
  it('are read in either language, order and spelling', () => {
    expect(readWordPair('letsatsi noka')).toEqual(['SUN', 'RIVER'])
    expect(readWordPair(' River,  SUN ')).toEqual(['RIVER', 'SUN'])
    expect(readWordPair('notshi pentshele')).toEqual(['BEE', 'PENCIL'])
  })

  it('are nothing where one is missing, doubled, or none of ours', () => {
    expect(['', 'sun', 'sun sun', 'sun letsatsi', 'sun crocodile', 'sun moon star'].map(readWordPair)).toEqual(
      Array(6).fill(undefined),
    )
  })

  it('are drawn so that any two may come, and never the same twice', () => {
    const steps = [0, 0.2, 0.5, 0.8, 0.9999]
    for (const one of steps)
      for (const other of steps) {
        const draws = [one, other]
        expect(WordPair.safeParse(drawWordPair(() => draws.shift() ?? 0)).success).toBe(true)
      }
  })
})
