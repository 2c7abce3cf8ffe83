import type { RecordConsents } from '../../functions/registration/contract.ts'

type Answer = RecordConsents['answers'][number]

/** Said aloud in Sesotho before the officer; a yes to their district's help. */
export const anAnswer = (override: Partial<Answer> = {}): Answer => ({
  purpose: 'SHARE_DISTRICT',
  given: true,
  mode: 'VERBAL_WITNESSED',
  language: 'st',
  interpreter: false,
  textVersion: 'b2c3d4e5f6',
  ...override,
})

/** What was said at the line said once more: yes to both questions. */
export const someAnswers = (override: Partial<RecordConsents> = {}): RecordConsents => ({
  versions: { contract: 1, rules: '2026-11-01' },
  answers: [anAnswer(), anAnswer({ purpose: 'FOLLOWUP_CONTACT' })],
  deviceTime: '2026-11-22T09:59:00.000Z',
  ...override,
})
