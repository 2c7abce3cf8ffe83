import { describe, expect, it } from 'vitest'
import { byDanger, judgeScreen, taskOf } from '../../../functions/protection/screen-judgement.ts'
import { aScreenContent } from '../../builders/screen-content.ts'

const officer = { declined: false, officerId: 'officer-7' }

describe('what the zone makes of a screen', () => {
  it('re-runs the rules: a tablet that showed nothing does not hide what was answered', () => {
    const content = aScreenContent({ answers: { A9: 'YES' } })
    expect(judgeScreen(content)).toMatchObject({ route: 'INTERVIEW_NOW', fired: ['HARMED_OR_DRUGGED'], differs: true })
  })

  it('keeps an officer who raised the route, whatever the rules say', () => {
    const content = aScreenContent({ answers: {}, decision: { ...officer, route: 'INTERVIEW_72H', reason: 'Injured' } })
    expect(judgeScreen(content)).toMatchObject({ route: 'INTERVIEW_72H', fired: [], differs: false })
  })

  it('never follows an officer who lowered it', () => {
    const content = aScreenContent({
      answers: { A3: 'YES' },
      suggestion: { route: 'INTERVIEW_72H', fired: ['PAPERS_KEPT'] },
      decision: { ...officer, route: 'NONE' },
    })
    expect(judgeScreen(content).route).toBe('INTERVIEW_72H')
  })

  it('judges by the rules of today where those of the tablet are gone, and says so', () => {
    const content = aScreenContent({ rulesVersion: '2020-01-01', answers: { A11: 'YES' } })
    expect(judgeScreen(content)).toMatchObject({ route: 'INTERVIEW_NOW', differs: true })
  })
})

describe('the zone’s own tasks', () => {
  const received = new Date('2026-11-22T10:00:00.000Z')

  it.each([
    ['INTERVIEW_NOW', 'INTERVIEW_NOW', '2026-11-22T11:00:00.000Z'],
    ['INTERVIEW_72H', 'INTERVIEW', '2026-11-25T10:00:00.000Z'],
    ['ASK_AGAIN_72H', 'RE_SCREEN', '2026-11-25T10:00:00.000Z'],
    ['LABOUR_OFFER', 'LABOUR_OFFER', '2026-11-25T10:00:00.000Z'],
    ['CARD_AND_OFFER', 'CARD_OFFER', '2026-12-22T10:00:00.000Z'],
  ] as const)('%s raises %s, due %s', (route, type, dueAt) => {
    expect(taskOf(route, received)).toEqual({ type, dueAt })
  })

  it('raises none where nothing is to be done', () => {
    expect(taskOf('NONE', received)).toBeUndefined()
  })
})

it('orders by route, then by danger, then by due time', () => {
  const queued = [
    { route: 'CARD_AND_OFFER', dangerOrder: 13, dueAt: '2026-11-22T10:00:00.000Z' },
    { route: 'INTERVIEW_72H', dangerOrder: 9, dueAt: '2026-11-23T10:00:00.000Z' },
    { route: 'INTERVIEW_72H', dangerOrder: 6, dueAt: '2026-11-25T10:00:00.000Z' },
    { route: 'INTERVIEW_72H', dangerOrder: 6, dueAt: '2026-11-24T10:00:00.000Z' },
    { route: 'INTERVIEW_NOW', dangerOrder: 2, dueAt: '2026-11-30T10:00:00.000Z' },
  ] as const
  expect(queued.toSorted(byDanger)).toEqual([queued[4], queued[3], queued[2], queued[1], queued[0]])
})
