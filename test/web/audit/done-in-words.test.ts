/** The auditor reads what was done in words, in both languages; a route without words shows here first. */
import { beforeAll, expect, it, vi } from 'vitest'
import { allRoutes } from '../../../functions/contracts.ts'

/** What the protection zone does is recorded inside it, and no auditor asks for it here. */
const recorded = allRoutes.filter(({ recording }) => recording === 'committed' || recording === 'read')

/** Recorded too: what the sweep does to tasks by the clock (functions/escalation). */
const bySweep = ['lapseClaim', 'escalateTask']

beforeAll(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  return () => vi.unstubAllGlobals()
})

const modules = async () => ({
  ...(await import('../../../web/src/audit/done-in-words.ts')),
  ...(await import('../../../web/src/i18n/language.ts')),
  ...(await import('../../../web/src/i18n/words.ts')),
})

it.each(['en', 'st-LS'] as const)(
  'says everything that comes on record in words, each in its own, in %s',
  async said => {
    const { doneInWords, language, wordsHere } = await modules()
    language.value = said
    await wordsHere()
    const actions = [...recorded.map(({ name }) => name), ...bySweep]
    expect(actions.filter(action => doneInWords(action) === action)).toEqual([])
    expect(new Set(actions.map(doneInWords)).size).toBe(actions.length)
  },
)

it('keeps the name of what is newer than the desk', async () => {
  const { doneInWords } = await modules()
  expect(doneInWords('mendRoof')).toBe('mendRoof')
})
