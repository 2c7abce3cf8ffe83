import { expect, it } from 'vitest'
import { checkFullTier } from '../../../functions/registration/full-tier-checks.ts'
import { FullTier } from '../../../functions/registration/person-fields.ts'
import { fullTierOf } from '../../../local/demo/full-tier.ts'

const arrivedOn = '2026-11-20'
const rows = Array.from({ length: 200 }, (_, index) => index + 1)
const all = rows.flatMap(row =>
  [true, false]
    .map(isMinor => fullTierOf({ row, district: 'LS-C', isMinor, arrivedOn }))
    .filter(full => full !== undefined),
)

it('invents only what the registry takes', () => {
  for (const full of all) {
    expect(FullTier.safeParse(full).error).toBeUndefined()
    expect(checkFullTier(full, arrivedOn)).toBeUndefined()
  }
})

it('says the same of the same row', () => {
  const asked = { row: 7, district: 'LS-C', isMinor: false, arrivedOn } as const
  expect(fullTierOf(asked)).toEqual(fullTierOf(asked))
})

it('shows what is asked of somebody at least once, and makes nobody both kin and not to be contacted', () => {
  const shown = new Set(all.flatMap(full => Object.keys(full)))
  for (const field of [
    'notToContact',
    'mobileMoney',
    'otherPhone',
    'care',
    'employment',
    'stopped',
    'intention',
    'origin',
  ])
    expect(shown).toContain(field)
  const both = all.filter(({ nextOfKin, notToContact }) => notToContact?.some(({ name }) => name === nextOfKin?.name))
  expect(both).toEqual([])
})
