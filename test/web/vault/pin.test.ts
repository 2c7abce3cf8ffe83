import { describe, expect, it } from 'vitest'
import { pinProblem } from '../../../web/src/vault/pin.ts'

describe('a PIN', () => {
  it.each(['48201957', '90417362', '7305918264'])('may be %s', pin => {
    expect(pinProblem(pin)).toBeUndefined()
  })

  it.each([
    ['', 'too-short'],
    ['4820195', 'too-short'],
    ['48201957482019571', 'too-long'],
    ['4820195a', 'not-digits'],
    ['١٢٣٤٥٦٧٨', 'not-digits'],
    ['12345678', 'too-simple'],
    ['87654321', 'too-simple'],
    ['90123456', 'too-simple'],
    ['24680246', 'too-simple'],
    ['11111111', 'too-simple'],
    ['12121212', 'too-simple'],
    ['12341234', 'too-simple'],
    ['4820482048', 'too-simple'],
    ['12344321', 'too-simple'],
    ['10012001', 'too-simple'],
  ])('may not be "%s": %s', (pin, problem) => {
    expect(pinProblem(pin)).toBe(problem)
  })
})
