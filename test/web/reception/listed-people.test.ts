import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../functions/arrivals/manifest.ts'
import { matchesName, nameOfRow, notTakenOn, waitingOn } from '../../../web/src/reception/listed-people.ts'

const reading = readManifest(
  'NO;SURNAME;FULL NAMES;SEX;D.O.B;NATIONALITY\n1;FOULO;KGOTSO;M;1985/07/07;LSO\n2;NDLOVU;SIPHO;M;1994/02/11;ZIMBABWE\n3;MOTSHEANONG;DINEO;F;1990/01/02;LSO',
  { arrivedOn: '2026-11-22' },
)
if ('refusal' in reading) throw new Error(reading.refusal)
const { rows } = reading

describe('the pick list', () => {
  it('holds the accepted rows that nobody was received on', () => {
    expect(waitingOn({ rows, counted: [] }).map(({ name }) => name)).toEqual(['KGOTSO FOULO', 'DINEO MOTSHEANONG'])
    expect(waitingOn({ rows, counted: [{ id: 'a', row: 1, outcome: 'REGISTERED' }] }).map(({ row }) => row)).toEqual([
      3,
    ])
  })

  it('keeps the rejected rows in sight until they end in an outcome', () => {
    expect(notTakenOn({ rows, counted: [] }).map(({ row }) => row)).toEqual([2])
    expect(notTakenOn({ rows, counted: [{ id: 'a', row: 2, outcome: 'NOT_NATIONAL' }] })).toEqual([])
  })

  it('names a row however it was read', () => {
    expect(nameOfRow(rows, 2)).toContain('NDLOVU')
    expect(nameOfRow(rows, undefined)).toBeUndefined()
  })
})

describe('the search by name', () => {
  it.each([
    ['KGOTSO FOULO', 'khotso'],
    ['Khotso Foulo', 'kgotso'],
    ['DINEO MOTSHEANONG', 'lineo motšeanong'],
    ["Ts'epo Tau", 'tšepo'],
    ['Lerato Mohapi', 'moh ler'],
    ['Lerato Mohapi', ''],
  ])('finds %s by %j', (name, typed) => {
    expect(matchesName(name, typed)).toBe(true)
  })

  it.each([
    ['Thabo Tau', 'tsepo'],
    ['Lerato Mohapi', 'mohapi thabo'],
  ])('does not find %s by %j', (name, typed) => {
    expect(matchesName(name, typed)).toBe(false)
  })
})
