import { describe, expect, it } from 'vitest'
import { decideIntake, type IntakeCase, type Rulebook } from '../../../functions/intake/intake-decision.ts'
import { intakeRules1 } from '../../../functions/intake/vulnerability-rules-1.ts'
import type { Consent } from '../../../functions/registration/person-fields.ts'
import { anIntake } from '../../builders/intake.ts'

const older: Rulebook = {
  versions: {
    '2026-11-01': {
      ...intakeRules1,
      vulnerability: intakeRules1.vulnerability.filter(({ name }) => name !== 'WAGES_NOT_PAID'),
    },
    '2027-02-01': intakeRules1,
  },
  current: '2027-02-01',
}

const aCase = (override: Partial<IntakeCase> = {}): IntakeCase => ({
  intakeId: '0193a3a0-0000-7000-8000-000000000021',
  intake: anIntake({ full: { wages: { owed: true } } }),
  batch: { batchId: anIntake().batchId, post: 'MB', returnType: 'DEPORTED' },
  person: undefined,
  officerId: 'officer-1',
  receivedAt: new Date('2026-11-22T09:00:00.000Z'),
  contentHash: 'hash',
  tablet: undefined,
  ...override,
})

const aConsent = (override: Partial<Consent>): Consent => ({
  purpose: 'SHARE_DISTRICT',
  given: true,
  mode: 'VERBAL_WITNESSED',
  language: 'st',
  textVersion: 'a1b2c3d4',
  ...override,
})

function committed(given: IntakeCase, rulebook?: Rulebook) {
  const decision = rulebook ? decideIntake(given, rulebook) : decideIntake(given)
  if ('refusal' in decision) throw new Error(decision.refusal)
  return decision.commit
}

describe('the version of the rules', () => {
  it('is the one the tablet names, and a difference from today is for the supervisor to look at', () => {
    const { returnEvent, tasks } = committed(aCase(), older)
    expect(returnEvent.vulnerability).toEqual([])
    expect(tasks.map(({ type }) => type)).toEqual(['RULES_REVIEW'])
    expect(tasks[0]).toMatchObject({
      place: 'MB',
      roles: ['supervisor'],
      basis: 'STAYS',
      dueAt: '2026-11-25T09:00:00.000Z',
    })
  })

  it('raises no review where today would judge alike', () => {
    const alike = aCase({ intake: anIntake() })
    expect(committed(alike, older).tasks).toEqual([])
    expect(committed(aCase()).tasks.map(({ type }) => type)).toEqual(['WAGE_CLAIM', 'CONSENT_AGAIN'])
  })

  it('is refused only where no tablet can have had it', () => {
    const named = (rules: string) =>
      decideIntake(aCase({ intake: anIntake({ versions: { contract: 1, rules } }) }), older)
    expect(named('2025-01-01')).toEqual({ refusal: 'version-retired' })
    expect(named('toString')).toEqual({ refusal: 'version-retired' })
  })
})

describe('what a district is told', () => {
  it('carries whom the person ruled out, before as well as now', () => {
    const intake = anIntake({ full: { wages: { owed: true }, exclusions: ['labour@LS-C'] } })
    expect(committed(aCase({ intake })).tasks.map(({ excluded }) => excluded)).toEqual([
      ['labour@LS-C'],
      ['labour@LS-C'],
    ])
  })

  it('goes to where the person is going, which may not be where home is', () => {
    const intake = anIntake({ full: { wages: { owed: true }, destination: { district: 'LS-A' } } })
    expect(committed(aCase({ intake })).tasks.map(({ place }) => place)).toEqual(['LS-A', 'LS-A'])
  })
})

describe('what lets a task leave reception', () => {
  const answers = (...said: Partial<Consent>[]) =>
    committed(aCase({ intake: anIntake({ full: { wages: { owed: true } }, consents: said.map(aConsent) }) }))

  it('is the last answer, where somebody thought again at the desk', () => {
    expect(answers({ given: true }, { given: false })).toMatchObject({ tasks: [], receipt: { withheldCount: 1 } })
    expect(answers({ given: false }, { given: true }).tasks.map(({ type }) => type)).toContain('WAGE_CLAIM')
  })

  it('is a yes of both, where guardian and child were asked', () => {
    const guardian = { guardian: 'GUARDIAN_CONSENT', given: true } as const
    expect(answers(guardian, { guardian: 'CHILD_ASSENT', given: false }).tasks).toEqual([])
  })
})
