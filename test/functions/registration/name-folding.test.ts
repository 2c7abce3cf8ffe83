import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedWords, foldName, nameKey } from '../../../functions/registration/name-folding.ts'

const seed = 85_002
const runs = { seed, numRuns: 500 }

describe(`folding names (seed ${seed})`, () => {
  // domain.md 8.5: every vector
  it.each([
    [['kgotso', 'khotso']],
    [['Tshepo', 'Tšepo', "Ts'epo", 'Tsepo']],
    [['Dineo', 'Lineo']],
    [['Dimpho', 'Limpho']],
    [['Motsheanong', 'Motšeanong', 'Motseanong']],
    [['moya', 'moea']],
    [['Mmabatho', "'Mabatho", 'Mabatho']],
    [['Nnete', "'Nete"]],
    [['Tjhaka', 'Chaka']],
  ])('brings together %j', spellings => {
    expect(new Set(spellings.map(foldName)).size).toBe(1)
  })

  // the table of domain.md 8.5: South African and Lesotho spellings
  it.each([
    ['kadima', 'kalima'],
    ['khoso', "k'hoso"],
    ['tjha', 'cha'],
    ['utlwisisa', 'utloisisa'],
    ['bofjwa', 'bofshoa'],
    ['mpjhe', 'mpshe'],
    ['mme', "'m'e"],
    ["t'sepo", 'tšepo'],
    ['Thèrèso', 'Thereso'],
    ['Mweketsi', 'Moeketsi'],
    ['Ma-Thabo', 'MaThabo'],
  ])('brings together %s and %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })

  it.each([
    ['Thabo', 'Tsepo'],
    ['Lerato', 'Leratong'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other))
  })

  it('merges foreign names too, which is why it decides nothing', () => {
    expect(foldName('Lisa')).toBe(foldName('Disa'))
  })

  it('takes every kind of apostrophe for one', () => {
    const kinds = ["'", '\u2018', '\u2019', '\u02BC', '\u02BB', '\u2032', '`', '\u00B4', '\uFF07']
    expect(new Set(kinds.map(kind => foldName(`Ts${kind}epo`)))).toEqual(new Set(['tsepo']))
    expect(new Set(kinds.map(kind => foldName(`Mants${kind}ebo`)))).toEqual(new Set([foldName('Mantšebo')]))
  })

  it('gives no key to what holds no letter or figure', () => {
    expect([foldName(''), foldName(" '-. "), nameKey('', '--')]).toEqual(['', '', ''])
  })

  const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzšòōèēéŠÒ', "'", ' ', '-')
  const name = fc.string({ unit: letters, maxLength: 24 })

  it('is its own key: folding twice changes nothing', () => {
    fc.assert(
      fc.property(name, text => foldName(foldName(text)) === foldName(text)),
      runs,
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => foldName(foldName(text)) === foldName(text)),
      runs,
    )
  })

  it('does not depend on case, on the kind of apostrophe or on the normalisation form', () => {
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
        fc.constantFrom("'", '’', 'ʼ', '´'),
        (text, form, mark) => {
          const key = foldName(text)
          expect(foldName(text.toUpperCase())).toBe(key)
          expect(foldName(text.normalize(form))).toBe(key)
          expect(foldName(text.replaceAll("'", mark).normalize(form))).toBe(key)
        },
      ),
      runs,
    )
  })
})

describe('the key of a whole name', () => {
  it('is the same when surname and given name are swapped', () => {
    expect(nameKey('Teboho', 'Moilwa')).toBe(nameKey('MOILOA', "TEBOHO'"))
    expect(nameKey('Thabo John', 'Mokoena')).toBe(nameKey('Mokwena John', 'Thabo'))
  })

  it('tells people of one surname apart', () => {
    expect(nameKey('Neo', 'Mohapi')).not.toBe(nameKey('Kgwabane', 'Mohapi'))
  })

  it('does not depend on order, spaces or case', () => {
    const word = fc.string({ unit: fc.constantFrom(..."abdghijklmostwyš'"), minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(word, word, fc.constantFrom(' ', '  ', '\u00A0', '\t'), (given, surname, space) => {
        const key = nameKey(given, surname)
        expect(nameKey(surname, given)).toBe(key)
        expect(nameKey(`${space}${given.toUpperCase()}${space}`, surname)).toBe(key)
        expect(nameKey(`${given}${space}${surname}`, '')).toBe(key)
        expect(nameKey('', foldedWords(`${surname} ${given}`).join(' '))).toBe(key)
      }),
      runs,
    )
  })
})
