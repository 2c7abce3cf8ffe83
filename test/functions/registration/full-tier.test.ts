import { expect, it } from 'vitest'
import { afterFullTier, shownFullTier } from '../../../functions/registration/full-tier.ts'
import { clearableFields } from '../../../functions/registration/person-fields.ts'

it('replaces what is named and keeps what is not', () => {
  const known = { education: 'ISCED_0', language: 'st' } as const
  expect(afterFullTier(known, { education: 'ISCED_2' })).toEqual({ education: 'ISCED_2', language: 'st' })
  expect(afterFullTier(known, undefined)).toEqual(known)
  expect(afterFullTier(undefined, known)).toEqual(known)
  expect(afterFullTier(undefined, undefined)).toBeUndefined()
})

it('empties what is named as wrong, and nothing else', () => {
  const known = { education: 'ISCED_0', language: 'st', document: { type: 'NONE' } } as const
  expect(afterFullTier(known, {}, ['document'])).toEqual({ education: 'ISCED_0', language: 'st' })
  expect(afterFullTier(known, { language: 'en' }, ['language', 'education'])).toEqual({
    language: 'en',
    document: { type: 'NONE' },
  })
  expect(clearableFields).not.toContain('exclusions')
})

it('never lifts an exclusion, since nobody could repeat what nobody is shown', () => {
  const known = { exclusions: ['officer-3'] }
  expect(afterFullTier(known, { exclusions: ['MB', 'officer-3'] })).toEqual({ exclusions: ['officer-3', 'MB'] })
  expect(afterFullTier(known, { exclusions: [] })).toEqual(known)
  expect(afterFullTier(known, { language: 'en' })).toEqual({ language: 'en', exclusions: ['officer-3'] })
})

it('shows everything but whom the person ruled out', () => {
  expect(shownFullTier({ language: 'st', exclusions: ['officer-3'] })).toEqual({ language: 'st' })
  expect(shownFullTier(undefined)).toBeUndefined()
})
