import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ManifestNote, ReadRow, readManifest } from '../../../functions/arrivals/manifest.ts'

const arrivedOn = '2026-11-22'
const file = readFileSync(new URL('../../data/maseru-bridge-manifest.csv', import.meta.url), 'utf8')

const read = (text: string) => {
  const reading = readManifest(text, { arrivedOn })
  if ('refusal' in reading) throw new Error(reading.refusal)
  return reading
}
const headings = 'NO;SURNAME;FULL NAMES;SEX;D.O.B;NATIONALITY;TRAVEL DOC;DET. FILE NO;PLACE OF ARREST'
const rowOf = (line: string) => {
  const [row] = read(`${headings}\n${line}`).rows
  if (row === undefined) throw new Error('no row')
  return row
}
const words = (row: { notes: readonly ManifestNote[] }) => row.notes.map(({ note }) => note)

describe('the manifest of Maseru Bridge', () => {
  const reading = read(file)
  const row = (number: number) => {
    const found = reading.rows[number - 1]
    if (found === undefined) throw new Error(`no row ${number}`)
    return found
  }
  const rowsWith = (note: ManifestNote['note']) =>
    reading.rows.filter(each => words(each).includes(note)).map(each => each.row)

  it('has 117 rows: 115 accepted, 2 rejected, each with its reason', () => {
    expect(reading.rows.map(each => each.row)).toEqual(Array.from({ length: 117 }, (_, index) => index + 1))
    expect(reading.rows.filter(({ status }) => status === 'ACCEPTED').length).toBe(115)
    expect(
      reading.rows.filter(({ status }) => status === 'REJECTED').map(({ row, reason }) => ({ row, reason })),
    ).toEqual([
      { row: 116, reason: 'NOT_NATIONAL' },
      { row: 117, reason: 'NO_NAME' },
    ])
    expect([reading.blankLines, reading.linesBeforeHeadings]).toEqual([0, 0])
  })

  it('has row numbers that are the facility’s own, and fits its schema', () => {
    for (const each of reading.rows) {
      expect(each.typed.number).toBe(String(each.row))
      expect(ReadRow.parse(JSON.parse(JSON.stringify(each)))).toEqual(each)
    }
  })

  it('asks about exactly what needs asking', () => {
    expect(rowsWith('BIRTH_MISSING')).toEqual([19, 24, 36, 53, 66, 81, 110, 117])
    expect(rowsWith('DATE_AMBIGUOUS')).toEqual([8, 12, 14, 32, 63, 76, 90, 103])
    expect(rowsWith('NAMES_MAYBE_SWAPPED')).toEqual([55, 70, 109])
    expect(rowsWith('POSSIBLE_REPEAT')).toEqual([4, 115])
    expect(reading.rows.filter(each => each.notes.length === 0).length).toBe(96)
  })

  it('keeps no place of arrest, and says so', () => {
    expect(reading.columnsNotKept).toEqual(['PLACE OF ARREST'])
    expect(JSON.stringify(reading.rows)).not.toMatch(/THABONG|WELKOM|GERMISTON|MUSINA/)
  })

  it('does not reject a likely repeat: one letter, the file number and the document differ', () => {
    expect(row(115)).toMatchObject({ status: 'ACCEPTED', notes: [{ note: 'POSSIBLE_REPEAT', rows: [4] }] })
    expect(row(4)).toMatchObject({
      status: 'ACCEPTED',
      notes: [{ note: 'POSSIBLE_REPEAT', rows: [115] }],
      person: {
        surname: 'Qhobea',
        givenNames: 'Mweketsi',
        sex: 1,
        birth: { date: '1994-03-22', precision: 'DAY' },
        nationality: 'LSO',
        documentType: 'PE',
        fileNumber: 'LIN/2026457/168',
      },
    })
  })

  it('tells a father from a child of the same name', () => {
    expect(row(1)).toMatchObject({ notes: [], person: { birth: { date: '1998-02-07', precision: 'DAY' } } })
    expect(row(2)).toMatchObject({ notes: [], person: { birth: { date: '2022-11-22', precision: 'AGE_EST' } } })
  })

  it('reads documents, nationalities and sexes in all their spellings', () => {
    expect(row(6).person).toMatchObject({ documentType: 'P', documentNumber: 'RA354038', nationality: 'LSO' })
    expect(row(1).person?.documentType).toBe('NONE')
    expect(row(3).person).not.toHaveProperty('documentType')
    expect(row(27).person).not.toHaveProperty('documentType')
    expect(row(24).person?.sex).toBe(1)
    expect(row(54).person?.sex).toBe(2)
    expect(new Set(reading.rows.flatMap(({ person }) => person?.nationality ?? []))).toEqual(new Set(['LSO']))
  })

  it('keeps what was typed beside what was read', () => {
    expect(row(14).typed).toEqual({
      number: '14',
      surname: 'NTAOTE',
      givenNames: 'LETSIE',
      sex: 'M',
      birth: '01-08-1999',
      nationality: 'LSO',
      document: 'PP RA476324',
      fileNumber: 'LIN/2026252/145',
    })
    expect(row(14).person?.birth).toEqual({ date: '1999-01-01', precision: 'YEAR' })
    expect(row(1).typed.nationality).toBe('Lesotho ')
  })

  it('is the same with other separators, line ends and quotes', () => {
    const plain = file.replace(/^\uFEFF/, '')
    const people = (text: string) => read(text).rows.map(({ person, status }) => ({ person, status }))
    const expected = people(file)
    for (const separator of [',', '\t', '|']) expect(people(plain.replaceAll(';', separator))).toEqual(expected)
    expect(people(plain.replace(/\r?\n/g, '\r\n'))).toEqual(expected)
    expect(people(plain.replace(/\r?\n/g, '\r'))).toEqual(expected)
    expect(people(plain.replace(/[^;\r\n]+/g, '"$&"'))).toEqual(expected)
  })
})

describe('the same person twice', () => {
  const first = '1;MOKOENA;THABO;M;1990/01/31;LSO;;LIN/1;'

  it('is rejected where it is certain, naming the row that stays', () => {
    const { rows } = read([headings, first, '2;Mokwena;Thabo;M;900131;Lesotho;ETD;;', first].join('\n'))
    expect(rows.map(({ status, reason, repeats }) => [status, reason, repeats])).toEqual([
      ['ACCEPTED', undefined, undefined],
      ['REJECTED', 'REPEATED_ROW', 1],
      ['REJECTED', 'REPEATED_ROW', 1],
    ])
    expect(rows[1]).not.toHaveProperty('person')
  })

  it.each([
    ['another file number', '2;MOKOENA;THABO;M;1990/01/31;LSO;;LIN/2;'],
    ['a name with one slip', '2;MOKONEA;THABO;M;1990/01/31;LSO;;LIN/1;'],
    ['a birth date that is missing', '2;MOKOENA;THABO;M;;LSO;;;'],
    ['an age that fits', '2;MOKOENA;THABO;M;36 YRS;LSO;;LIN/2;'],
    ['another name and the same file number', '2;PITSO;LEFU;M;1971/05/06;LSO;;lin 1;'],
    ['a sex that is missing', '2;MOKOENA;THABO;;1990/01/31;LSO;;LIN/1;'],
    ['names the other way round and a shared year', '2;THABO;MOKOENA;M;1990;LSO;;;'],
  ])('is a question with %s', (_what, second) => {
    const { rows } = read([headings, first, second].join('\n'))
    expect(rows.map(({ status }) => status)).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(rows.map(row => row.notes.find(({ note }) => note === 'POSSIBLE_REPEAT'))).toEqual([
      { note: 'POSSIBLE_REPEAT', rows: [2] },
      { note: 'POSSIBLE_REPEAT', rows: [1] },
    ])
  })

  it.each([
    ['another day of birth', '2;MOKOENA;THABO;M;1990/02/28;LSO;;;'],
    ['the other sex', '2;MOKOENA;THABO;F;1990/01/31;LSO;;;'],
    ['another name', '2;MOKOENA;THABANG;M;1990/01/31;LSO;;;'],
  ])('is no question with %s', (_what, second) => {
    expect(read([headings, first, second].join('\n')).rows.flatMap(words)).not.toContain('POSSIBLE_REPEAT')
  })

  it('never rejects a child: even a certain repeat is a question', () => {
    const child = '1;MOKOENA;THABO;M;2015/01/31;LSO;;LIN/1;'
    const { rows } = read([headings, child, child].join('\n'))
    expect(rows.map(row => [row.status, words(row)])).toEqual([
      ['ACCEPTED', ['POSSIBLE_REPEAT']],
      ['ACCEPTED', ['POSSIBLE_REPEAT']],
    ])
  })

  it('names five rows at most', () => {
    const { rows } = read([headings, ...Array.from({ length: 9 }, () => ';MOKOENA;THABO;M;;LSO;;;')].join('\n'))
    expect(rows[8]?.notes).toContainEqual({ note: 'POSSIBLE_REPEAT', rows: [1, 2, 3, 4, 5] })
  })
})

describe('people of other countries', () => {
  it('are handed to immigration if they are adults for certain', () => {
    expect(rowOf('1;NDLOVU;SIPHO;M;1994/02/11;ZIMBABWE;;;')).toMatchObject({
      status: 'REJECTED',
      reason: 'NOT_NATIONAL',
    })
    expect(rowOf('1;DLAMINI;SIPHO;M;40 YRS;Swazi;;;')).toMatchObject({ status: 'REJECTED', reason: 'NOT_NATIONAL' })
  })

  it.each([
    ['a child', '2015/02/11'],
    ['18, so it is said', '18 YRS'],
    ['perhaps a child', '110201'],
    ['of unknown age', ''],
    ['of unreadable age', '11 Feb'],
  ])('are never rejected when %s', (_what, birth) => {
    const row = rowOf(`1;NDLOVU;SIPHO;M;${birth};ZIMBABWE;;;`)
    expect(row).toMatchObject({ status: 'ACCEPTED', person: { nationality: 'ZWE' } })
    expect(words(row)).toContain('OTHER_NATIONALITY')
  })

  it.each([
    ['', 'NATIONALITY_MISSING'],
    ['-', 'NATIONALITY_MISSING'],
    ['LESTOHO', 'NATIONALITY_UNREADABLE'],
    ['LESOTHO/RSA', 'NATIONALITY_UNREADABLE'],
    ['STATELESS', 'NATIONALITY_UNREADABLE'],
  ])('are not found in %j', (typed, note) => {
    const row = rowOf(`1;NDLOVU;SIPHO;M;1994/02/11;${typed};;;`)
    expect(row).toMatchObject({ status: 'ACCEPTED', person: { nationality: 'XXX' } })
    expect(words(row)).toEqual([note])
  })
})
