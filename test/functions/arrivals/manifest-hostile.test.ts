/** Manifests as nobody should send them, and as somebody will. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReadRow, readManifest } from '../../../functions/arrivals/manifest.ts'

const arrivedOn = '2026-11-22'
const seed = 20_261
const read = (text: string) => {
  const reading = readManifest(text, { arrivedOn })
  if ('refusal' in reading) throw new Error(reading.refusal)
  return reading
}
const refusal = (text: string) => {
  const reading = readManifest(text, { arrivedOn })
  return 'refusal' in reading ? reading.refusal : undefined
}
const headings = 'SURNAME;NAMES;SEX;DOB;NATIONALITY'
const notesOf = (line: string) => read(`${headings}\n${line}`).rows.map(({ notes }) => notes.map(({ note }) => note))

describe('a manifest that is refused', () => {
  it.each([
    ['nothing', '', 'manifest-empty'],
    ['nothing but space', '\uFEFF \r\n\t', 'manifest-empty'],
    ['headings alone', headings, 'manifest-empty'],
    ['headings and empty lines', `${headings}\n;;;;\n\n ; ;;;\n`, 'manifest-empty'],
    ['no headings', 'MOHAPI;NEO;M;2014/06/19;LSO', 'manifest-unreadable'],
    ['no heading of names', 'SEX;DOB;NATIONALITY\nM;1990/01/01;LSO', 'manifest-unreadable'],
    ['one heading alone, which may be chance', 'NAMES\nNEO', 'manifest-unreadable'],
    ['a web page', '<html><body>Sign in</body></html>', 'manifest-unreadable'],
    ['a spreadsheet file', 'PK\u0003\u0004\u0000\u0000[Content_Types].xml', 'manifest-unreadable'],
    ['UTF-16 read as UTF-8', `${headings}\nMOHAPI;NEO;;;\n`.replace(/./g, '$&\u0000'), 'manifest-unreadable'],
    ['2,001 rows', `${headings}\n${'MOHAPI;NEO;;;\n'.repeat(2_001)}`, 'manifest-too-large'],
    ['more than 1,000,000 bytes', `${headings}\n${'\u0161'.repeat(500_001)}`, 'manifest-too-large'],
  ])('holds %s', (_what, text, word) => {
    expect(refusal(text)).toBe(word)
  })

  it('may be as long as the limits', () => {
    expect(read(`${headings}\n${'MOHAPI;NEO;;;\n'.repeat(2_000)}`).rows.length).toBe(2_000)
  })
})

describe('headings', () => {
  it('are found below titles, in any order, case and common wording', () => {
    const { rows, linesBeforeHeadings, columnsNotKept } = read(
      'LINDELA REPATRIATION CENTRE,,,\nDate: 2026/11/22,,,\nDate of Birth,Gender,First Name(s),Last name,Court,Court\n1990/01/01,Female,Palesa,Pitso,Springs,x',
    )
    expect(linesBeforeHeadings).toBe(2)
    expect(columnsNotKept).toEqual(['Court'])
    expect(rows).toMatchObject([{ row: 1, person: { surname: 'Pitso', givenNames: 'Palesa', sex: 2 } }])
  })

  it('with one column for both names leave the name whole, since its order is not known', () => {
    const [row] = read('NO;NAME AND SURNAME;SEX\n1;Palesa Pitso;F').rows
    expect(row?.person).toMatchObject({ surname: '', givenNames: 'Palesa Pitso' })
    expect(row?.notes).toContainEqual({ note: 'NAMES_NOT_SPLIT' })
  })

  it('may lack a column: what is not there is missing', () => {
    const [row] = read('SURNAME;NAMES\nPITSO;PALESA').rows
    expect(row).toMatchObject({ status: 'ACCEPTED', person: { sex: 0, nationality: 'XXX' } })
    expect(row?.notes.map(({ note }) => note)).toEqual(['SEX_MISSING', 'NATIONALITY_MISSING', 'BIRTH_MISSING'])
  })

  it('may have a column of ages, which speaks where the birth date does not', () => {
    const { rows } = read('SURNAME;NAMES;AGE;DOB\nPITSO;PALESA;30;\nPITSO;LEFU;30;1990/01/01\nPITSO;NEO;x;')
    expect(rows.map(({ person }) => person?.birth)).toEqual([
      { date: '1996-11-22', precision: 'AGE_EST' },
      { date: '1990-01-01', precision: 'DAY' },
      undefined,
    ])
    expect(rows[2]?.notes).toContainEqual({ note: 'BIRTH_UNREADABLE' })
  })
})

describe('rows', () => {
  it('keep the number of their line when lines between them are empty', () => {
    const { rows, blankLines } = read(`${headings}\nPITSO;NEO;;;\n\n;;;;\nPITSO;LEFU;;;\n\n`)
    expect([rows.map(({ row }) => row), blankLines]).toEqual([[1, 4], 2])
  })

  it('say that cells are too many or too few', () => {
    expect(notesOf('PITSO;NEO;M;1990/01/01;LSO;x')).toEqual([['EXTRA_CELLS']])
    expect(notesOf('PITSO;NEO;M;1990/01/01;LSO; ;')).toEqual([[]])
    expect(notesOf('PITSO;NEO')).toEqual([['CELLS_MISSING', 'SEX_MISSING', 'NATIONALITY_MISSING', 'BIRTH_MISSING']])
  })

  it.each(['UNKNOWN;UNKNOWN', '-;?', ';123', ';', 'N/A;none'])('%s name nobody', names => {
    expect(read(`${headings}\n${names};M;1990/01/01;LSO`).rows).toMatchObject([
      { status: 'REJECTED', reason: 'NO_NAME' },
    ])
  })

  it('of a child are accepted even without a name', () => {
    expect(read(`${headings}\n;;;2 YRS;`).rows).toMatchObject([
      { status: 'ACCEPTED', person: { surname: '', givenNames: '', sex: 0 } },
    ])
  })

  it('with one of two names are accepted with a note', () => {
    expect(notesOf('PITSO;;M;1990/01/01;LSO')).toEqual([['NAME_INCOMPLETE']])
  })
})

describe('text that came to harm', () => {
  it('keeps quoted separators, quotes and line breaks inside a cell', () => {
    const { rows } = read(`${headings}\n"PITSO; ""the elder""";"NEO\nJOHN";M;1990/01/01;LSO`)
    expect(rows).toMatchObject([
      { person: { surname: 'PITSO; "the elder"', givenNames: 'NEO\nJOHN' }, notes: [{ note: 'NAME_UNUSUAL' }] },
    ])
  })

  it('never lets a stray quote swallow the rows below it', () => {
    const lines = ['"PITSO;NEO;M;1990/01/01;LSO', 'MOHAPI;LEFU;M;1991/01/01;LSO', 'SELLO;THATO;M;1992/01/01;LSO']
    const unclosed = read([headings, ...lines].join('\n'))
    expect(unclosed.rows.map(({ typed }) => typed.surname)).toEqual(['"PITSO', 'MOHAPI', 'SELLO'])
    expect(unclosed.rows.map(({ notes }) => notes.some(({ note }) => note === 'QUOTES_UNPAIRED'))).toEqual([
      true,
      false,
      false,
    ])
    const closedLater = read([headings, lines[0], lines[1], 'SELLO";THATO;M;1992/01/01;LSO'].join('\n'))
    expect(closedLater.rows.length).toBe(3)
    expect(read(`${headings}\n;;;"\n";;a;;;b`).rows.map(({ row }) => row)).toEqual([1, 2])
  })

  it('says where letters were lost: Windows-1252 read as UTF-8, and the other way round', () => {
    const lost = new TextDecoder('utf-8').decode(Uint8Array.from([0x4d, 0x4f, 0x54, 0x9a, 0x4f])) // MOTšO in Windows-1252
    expect(notesOf(`${lost};NEO;M;1990/01/01;LSO`)).toEqual([['TEXT_DAMAGED', 'NAME_UNUSUAL']])
    const garbled = new TextDecoder('windows-1252').decode(new TextEncoder().encode('Motšo’o'))
    const turned = 'MO\u202EHAPI\u0007'
    const [row] = read(`${headings}\n${turned};NEO;M;1990/01/01;LSO`).rows
    expect([row?.typed.surname, row?.person?.surname]).toEqual([turned, 'MOHAPI'])
    expect(row?.notes).toEqual([{ note: 'TEXT_DAMAGED' }])
    expect(notesOf(`${garbled};NEO;M;1990/01/01;LSO`)[0]).toContain('TEXT_DAMAGED')
    expect(notesOf('Motšo’o;Thérèse;M;1990/01/01;LSO')).toEqual([[]])
  })

  it.each(["=cmd|' /C calc'!A0", '=HYPERLINK("http://x","Neo")', '+27821234567 NEO', '@SUM(A1)', '-NEO', '<b>NEO</b>'])(
    'keeps %s as it was typed, and says that it is no name',
    typed => {
      const [row] = read(`${headings}\nPITSO;${typed};M;1990/01/01;LSO`).rows
      expect(row?.person?.givenNames).toBe(typed)
      expect(row?.notes).toContainEqual({ note: 'NAME_UNUSUAL' })
    },
  )

  it('shortens what no cell can hold, and says so', () => {
    const [row] = read(`${headings}\nPITSO;${'😀'.repeat(10)}${'A'.repeat(59)}😀😀;M;1990/01/01;LSO`).rows
    expect(row?.typed.givenNames?.length).toBe(79)
    expect(row?.typed.givenNames?.isWellFormed()).toBe(true)
    expect(row?.notes).toContainEqual({ note: 'CELL_SHORTENED' })
  })
})

describe(`any text at all (seed ${seed})`, () => {
  const pieces = fc.constantFrom(
    ...[
      'SURNAME',
      'NAMES',
      'SEX',
      'D.O.B',
      'AGE',
      'MOHAPI',
      'NEO',
      'M',
      '1990/01/01',
      '110201',
      '4 YRS',
      'LSO',
      'ZIMBABWE',
    ],
    ...[
      'PP RA1234',
      'NONE',
      ';',
      ',',
      '\t',
      '|',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\u0000',
      '\uFEFF',
      '\uD83D',
      "'",
      '=',
    ],
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces).map(list => list.join('')),
  )
  const underHeadings = anything.map(text => `${headings}\n${text}`)

  it('is refused or read to rows that are each accepted or rejected, and never fails', () => {
    fc.assert(
      fc.property(fc.oneof(anything, underHeadings), text => {
        const reading = readManifest(text, { arrivedOn })
        if ('refusal' in reading) return
        const accepted = reading.rows.filter(({ status }) => status === 'ACCEPTED')
        const rejected = reading.rows.filter(({ status }) => status === 'REJECTED')
        expect(accepted.length + rejected.length).toBe(reading.rows.length)
        expect(new Set(reading.rows.map(({ row }) => row)).size).toBe(reading.rows.length)
        for (const row of accepted) expect([row.person !== undefined, row.reason]).toEqual([true, undefined])
        for (const row of rejected) expect([row.person, row.reason !== undefined]).toEqual([undefined, true])
        for (const row of reading.rows) expect(ReadRow.safeParse(row).error).toBeUndefined()
      }),
      { seed, numRuns: 2_000 },
    )
  })

  it('keeps every line that has anything in it', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab1 /-\'"='), maxLength: 6 })
    const line = fc.array(cell, { minLength: 1, maxLength: 7 }).map(cells => cells.join(';'))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), lines => {
        const filled = lines.filter(each => each.replace(/[;"]/g, '').trim() !== '')
        const reading = readManifest([headings, ...lines].join('\n'), { arrivedOn })
        const rows = 'refusal' in reading ? [] : reading.rows
        const typed = rows.flatMap(row => Object.values(row.typed)).join(' ')
        for (const letter of 'ab1') if (kept(filled, letter)) expect(typed).toContain(letter)
        if (!lines.some(each => each.includes('"'))) expect(rows.length).toBe(filled.length)
      }),
      { seed, numRuns: 1_000 },
    )
  })

  /** Only the first five cells have headings; the rest is said to be there, not kept. */
  const kept = (lines: readonly string[], letter: string): boolean =>
    lines.some(line =>
      line
        .split(';')
        .slice(0, 5)
        .some(cell => cell.includes(letter)),
    )

  it('never turns a child into a rejected row', () => {
    const year = fc.integer({ min: 2009, max: 2026 })
    const child = fc.oneof(
      year.map(each => `${each}/01/31`),
      year.map(String),
      fc.integer({ min: 0, max: 18 }).map(age => `${age} YRS`),
    )
    const cell = fc.constantFrom('', '-', 'UNKNOWN', 'MOHAPI', 'NEO', 'ZIMBABWE', 'LSO', 'M', 'F', '=1')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, child, cell), { minLength: 1, maxLength: 6 }), list => {
        const { rows } = read([headings, ...list.map(cells => cells.join(';'))].join('\n'))
        expect(rows.map(({ status }) => status)).toEqual(list.map(() => 'ACCEPTED'))
      }),
      { seed, numRuns: 500 },
    )
  })
})
