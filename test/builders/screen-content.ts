import type { ScreenContent } from '../../functions/screening/screen-content.ts'

export const aScreenContent = (override: Partial<ScreenContent> = {}): ScreenContent => ({
  contentVersion: 1,
  screenId: '0193a3a0-0000-7000-8000-000000000031',
  returnEventId: '0193a3a0-0000-7000-8000-000000000021',
  instrument: { id: 'PRIVATE_SCREEN', version: 1 },
  rulesVersion: '2026-11-01',
  isMinor: false,
  placeIsPrivate: true,
  asksToSpeak: false,
  answers: { A1: 'YES', A2: 'NO' },
  observations: [],
  suggestion: { route: 'NONE', fired: [] },
  decision: { route: 'NONE', declined: false, officerId: 'officer-7' },
  interviewersOnDuty: 2,
  askedAt: '2026-11-22T08:00:00.000Z',
  ...override,
})
