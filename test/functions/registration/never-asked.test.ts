/** What domain.md 2.3 says immigration never asks, and no help needs: no command has it, and no list offers it. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fieldPaths } from '../../../docs/register/field-paths.ts'
import { allRoutes } from '../../../functions/contracts.ts'
import { PutIntake } from '../../../functions/intake/contract.ts'
import { scopeFor } from '../../../functions/platform/permissions.ts'
import { CompletePerson } from '../../../functions/registration/contract.ts'
import { FullTier, fullTierFields } from '../../../functions/registration/person-fields.ts'
import { aFullIntake } from '../../builders/intake.ts'

/** Written as a path or a code would be. */
const neverAsked =
  /cross|formal|at_?entry|reason|court|sentence|prison|correction|\bmin(e|ing)\b|isic_b|go_?back|recruit|deport|removal|prior/i

const codesIn = (schema: z.ZodMiniType<unknown>): string[] =>
  JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    .split('"')
    .filter(word => /^[A-Z][A-Z0-9_]+$/.test(word))

describe('what is never asked', () => {
  it.each([
    ['a full tier', FullTier],
    ['a completion', CompletePerson],
  ])('has no field and no code in %s', (_name, schema) => {
    expect([...fieldPaths(schema), ...codesIn(schema)].filter(word => neverAsked.test(word))).toEqual([])
    expect(codesIn(schema)).toContain('WORKPLACE')
  })

  it('has no field in an intake but why an item was not given', () => {
    expect(fieldPaths(PutIntake).filter(path => neverAsked.test(path))).toEqual(['notGiven.reason'])
  })

  it.each([
    { stopped: { place: 'PRISON_RELEASE' } },
    { stopped: { facility: 'CORRECTIONAL' } },
    { stopped: { place: 'ROAD', reason: 'no papers' } },
    { migration: { crossingPoint: 'FORMAL' } },
    { migration: { documentsAtEntry: ['P'] } },
    { intention: 'GO_BACK' },
    { priorRemovals: 2 },
    { occupation: { industry: 'ISIC_B' } },
    { employment: { recruiter: 'AGENT' } },
  ])('is refused where somebody sends it all the same: %j', said => {
    expect(FullTier.safeParse(said).success).toBe(false)
  })
})

describe('immigration', () => {
  const mayAsk = allRoutes.filter(
    ({ permission }) => permission !== 'public' && scopeFor(permission, [{ role: 'immigration', place: 'MB' }]),
  )

  it('reads no person, registers none and completes none', () => {
    expect(mayAsk.map(({ name }) => name).sort()).toEqual([
      'countHeads',
      'importManifest',
      'listBatches',
      'listRefused',
      'openBatch',
      'openPass',
      'readBatch',
      'recordOutcome',
      'sendCommands',
      'sendParcel',
      'sendPart',
      'takeRefused',
      'tallyNeeds',
    ])
  })

  it('neither sends nor is sent any part of the full tier, but the nationality a list came with', () => {
    const parts = Object.keys(fullTierFields().shape).filter(part => part !== 'nationality')
    for (const { name, response, body } of mayAsk) {
      if (name === 'sendCommands') continue
      const paths = [response, ...(body ? [body] : [])].flatMap(fieldPaths)
      const said = paths.flatMap(path => path.split('.')).filter(part => part === 'full' || parts.includes(part))
      expect([name, said]).toEqual([name, []])
    }
  })
})

it('is weighed whole: the full intake of the benchmark fills every field there is', () => {
  const filled = (value: unknown, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap(each => filled(each, path))
    if (typeof value !== 'object' || value === null) return [path]
    return Object.entries(value).flatMap(([name, inner]) => filled(inner, path === '' ? name : `${path}.${name}`))
  }
  const has = new Set(filled(aFullIntake(), ''))
  const asked = fieldPaths(PutIntake).filter(path => /^(fast|full)\./.test(path))
  const unfilled = asked.filter(path => ![...has].some(each => each === path || each.startsWith(`${path}.`)))
  // An adult's: a child's brings other tasks and fewer items.
  expect(unfilled).toEqual(['fast.birth.takenForChild'])
})
