import { describe, expect, it } from 'vitest'
import { LateCapture } from '../../../functions/intake/contract.ts'
import { lateCaptureOf, lateDraft, readClock } from '../../../web/src/paper/late-capture.ts'

const today = '2026-11-22'
function written(day: string, clock = '14:30', officer = 'Palesa M.') {
  const draft = lateDraft()
  draft.isLate.value = [true]
  draft.date.day.value = day
  draft.date.month.value = '11'
  draft.date.year.value = '2026'
  draft.clock.value = clock
  draft.officer.value = officer
  return draft
}

describe('a paper form that is typed in', () => {
  it('keeps when it was written, by Lesotho’s clocks, by whom, and who stood by', () => {
    const draft = written('20')
    draft.witness.value = ' Tefo K. '
    const late = lateCaptureOf(draft, today)
    expect(late).toEqual({ writtenAt: '2026-11-20T12:30:00.000Z', officer: 'Palesa M.', witness: 'Tefo K.' })
    expect(LateCapture.safeParse(late).success).toBe(true)
  })

  it('is nothing where the intake was not on paper', () => {
    expect(lateCaptureOf(lateDraft(), today)).toBeUndefined()
  })

  it('is not complete without its day, time and officer, and cannot be from tomorrow', () => {
    expect(lateCaptureOf(written('31'), today)).toBe('incomplete')
    expect(lateCaptureOf(written('20', '25:00'), today)).toBe('incomplete')
    expect(lateCaptureOf(written('20', '14:30', ' '), today)).toBe('incomplete')
    expect(lateCaptureOf(written('23', '0:00'), today)).toBe('future')
    expect(lateCaptureOf(written('22', '23:59'), today)).toMatchObject({ writtenAt: '2026-11-22T21:59:00.000Z' })
  })

  it('reads a time as people write it', () => {
    expect(['9:05', '09.05', '0905', '9h05', ' 14:30 '].map(readClock)).toEqual([
      '09:05',
      '09:05',
      '09:05',
      '09:05',
      '14:30',
    ])
    expect(['', '24:00', '9', '9:60', 'nine'].map(readClock)).toEqual(Array(5).fill(undefined))
  })
})
