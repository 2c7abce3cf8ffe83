import { describe, expect, it } from 'vitest'
import { type Beneficiary, mayBear } from '../../../functions/budgets/fund-rules.ts'
import { projectState } from '../../../functions/budgets/project-states.ts'

const rule = {
  ...{ projectCode: 'JP-21', startsOn: '2026-01-01', endsOn: '2026-12-31' },
  eligible: { districts: ['LS-C'], returnTypes: ['DEPORTED'], priorities: ['PRIORITY'] },
}
const person: Beneficiary = { district: 'LS-C', returnType: 'DEPORTED', priority: 'PRIORITY' }
const today = '2026-11-22'
const bears = (change: Partial<Beneficiary> = {}, on = today, fund: string | undefined = 'JP-21/NFI') =>
  mayBear(fund, [rule], { item: 'BLANKET', person: { ...person, ...change }, today: on })

describe('a line of a project', () => {
  it('pays for whom its project names, by district, return type and priority', () => {
    expect(bears()).toBe(true)
    expect(bears({ district: 'LS-A' })).toBe(false)
    expect(bears({ returnType: 'ASSISTED_VOLUNTARY' })).toBe(false)
    expect(bears({ priority: 'ORDINARY' })).toBe(false)
  })

  it('pays on its first and its last day, and on none before or after, and not once it is closed', () => {
    expect(bears({}, '2026-01-01')).toBe(true)
    expect(bears({}, '2026-12-31')).toBe(true)
    expect(bears({}, '2025-12-31')).toBe(false)
    expect(bears({}, '2027-01-01')).toBe(false)
    const closed = { ...rule, closedAt: '2026-06-01T08:00:00.000Z' }
    expect(mayBear('JP-21/NFI', [closed], { item: 'BLANKET', person, today })).toBe(false)
    expect(projectState(closed, '2025-01-01')).toBe('CLOSED')
  })

  it('bears basic help for everybody, whatever was agreed', () => {
    for (const item of ['FOOD_HOT', 'FOOD_PACK', 'CALL_SIM'] as const)
      expect(mayBear('JP-21/NFI', [], { item, person, today })).toBe(true)
  })

  it('pays for nobody at a desk where it is sensitive, whatever the help and whoever comes', () => {
    const all = { ...rule, eligible: { districts: [], returnTypes: [], priorities: [] } }
    for (const item of ['BLANKET', 'CASH_ARRIVAL', 'FOOD_HOT'] as const)
      expect(mayBear('JP-21/GENERAL-1', [all], { item, person, today })).toBe(false)
  })

  it('pays for everybody where nobody is named, and where a tablet does not know yet', () => {
    const open = { ...rule, eligible: { districts: [], returnTypes: [], priorities: [] } }
    expect(mayBear('JP-21/NFI', [open], { item: 'BLANKET', person: { ...person, district: 'LS-K' }, today })).toBe(true)
    expect(bears({ priority: undefined })).toBe(false)
  })

  it('pays for nothing where nobody knows its project, also not one whose code only begins alike', () => {
    expect(bears({}, today, 'JP-2/NFI')).toBe(false)
    expect(bears({}, today, 'JP-211/NFI')).toBe(false)
  })

  it('is not asked of what no project paid for', () => {
    expect(mayBear(undefined, [], { item: 'BLANKET', person, today })).toBe(true)
  })
})
