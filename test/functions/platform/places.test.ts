import { describe, expect, it } from 'vitest'
import {
  DistrictCode,
  districtCodes,
  districtNamed,
  districts,
  PostCode,
  postOf,
  posts,
} from '../../../functions/platform/places.ts'

describe('districts', () => {
  it('are the ten of ISO 3166-2, and there is no LS-I', () => {
    expect(districtCodes).toEqual('ABCDEFGHJK'.split('').map(letter => `LS-${letter}`))
    expect(DistrictCode.safeParse('LS-I').success).toBe(false)
    expect(DistrictCode.parse('LS-A')).toBe('LS-A')
  })

  it.each([
    ["Mohale's Hoek", 'LS-F'],
    ['Mohales Hoek', 'LS-F'],
    ['MOHALE\u2019S HOEK', 'LS-F'],
    ['Mohale\u02BCs  hoek', 'LS-F'],
    ["Quacha's Nek", 'LS-H'],
    ["Qacha's Neck", 'LS-H'],
    ['qachas nek district', 'LS-H'],
    ['Butha Buthe', 'LS-B'],
    ['Thaba Tseka', 'LS-K'],
    ['Hlotse', 'LS-C'],
    ['T.Y.', 'LS-D'],
    ['ls-g', 'LS-G'],
  ])('reads %s as %s', (typed, code) => {
    expect(districtNamed(typed)).toBe(code)
  })

  it.each(['', 'Lesotho', 'Gauteng', 'Maseru Bridge', 'LS-I', 'Mohale'])('does not guess what %j is', typed => {
    expect(districtNamed(typed)).toBeUndefined()
  })

  it('reads back every name and every capital', () => {
    for (const { code, name, camptown } of districts) {
      expect([districtNamed(name), districtNamed(camptown)]).toEqual([code, code])
    }
  })
})

describe('arrival posts', () => {
  it('are found by code', () => {
    expect(postOf('MB')).toMatchObject({ name: 'Maseru Bridge', district: 'LS-A', priority: 1 })
    expect(PostCode.safeParse('XX').success).toBe(false)
    expect(postOf('INFORMAL').district).toBeNull()
  })

  it('have number codes of their own, which do not give the post away', () => {
    expect(new Set(posts.map(({ numberCode }) => numberCode)).size).toBe(posts.length)
    for (const { code, name, numberCode } of posts) {
      expect(numberCode).toMatch(/^[A-HJ-NP-Z]{2}$/)
      expect(posts.map(post => String(post.code))).not.toContain(numberCode)
      const initials = name.split(/[^A-Za-z]+/).map(word => word.charAt(0).toUpperCase())
      expect([...numberCode].filter(letter => code !== 'INFORMAL' && code.includes(letter))).toEqual([])
      expect(initials.slice(0, 2).join('')).not.toBe(numberCode)
    }
  })

  it('mark what is not confirmed: the district of every minor post', () => {
    expect(posts.filter(({ provisional }) => provisional).map(({ code }) => code)).toEqual(
      posts.filter(({ priority, district }) => priority === 3 && district !== null).map(({ code }) => code),
    )
  })
})
