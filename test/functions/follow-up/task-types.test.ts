import { describe, expect, it } from 'vitest'
import { findTaskType, type TaskTypeName, taskTypeNames, taskTypes } from '../../../functions/follow-up/task-types.ts'
import { taskFamilies } from '../../../functions/follow-up/task-words.ts'
import { districtRoles } from '../../../functions/platform/permissions.ts'

const typesWhere = (matches: (name: TaskTypeName) => boolean) => taskTypeNames.filter(matches)

describe('the task types', () => {
  it('hold every row of domain.md 5.3', () => {
    const rows =
      'UAC_CUSTODY CHILD_ASSESS VOT_SAFE_PLACE VOT_FORMAL_ID MED_REFERRAL RE_SCREEN CHILD_LEFT_IN_SA CONSENT_AGAIN BAN_REPRESENTATION BELONGINGS COMPENSATION FAMILY_TRACING CHIEF_CONFIRM COMPLAINT ARRIVED_HOME DOC_APPLICATION WAGE_CLAIM PLAN_DRAFT FOLLOW_1M FOLLOW_3M FOLLOW_6M FOLLOW_12M RSS_BASELINE RSS_MID RSS_END BUSINESS_VISIT PDM_CALL'
    expect(rows.split(' ').filter(name => findTaskType(name) === undefined)).toEqual([])
  })

  it('are found by name, and nothing else is', () => {
    expect(findTaskType('WAGE_CLAIM')).toBe(taskTypes.WAGE_CLAIM)
    expect(findTaskType('valueOf')).toBeUndefined()
  })

  it('keep the sealed zone to protection, and protection to the sealed zone', () => {
    const sealed = typesWhere(name => taskTypes[name].zone === 'protection')
    expect(sealed).toEqual(['VOT_SAFE_PLACE', 'VOT_FORMAL_ID', 'MED_REFERRAL', 'RE_SCREEN', 'COMPLAINT'])
    expect(sealed.filter(name => taskTypes[name].roles.some(role => role !== 'protection'))).toEqual([])
    expect(typesWhere(name => taskTypes[name].roles.includes('protection'))).toEqual(sealed)
  })

  it("keep protection's, children's and health's types out of the common list", () => {
    expect(typesWhere(name => !taskTypes[name].inCommonList)).toEqual([
      'UAC_CUSTODY',
      'CHILD_ASSESS',
      'FAMILY_TRACING',
      'CHILD_LEFT_IN_SA',
      'MEDICINE_BRIDGE',
      'VOT_SAFE_PLACE',
      'VOT_FORMAL_ID',
      'MED_REFERRAL',
      'RE_SCREEN',
      'COMPLAINT',
    ])
  })

  it('name a desk that exists, and a family that a list may show', () => {
    const desks: readonly string[] = [...districtRoles, 'supervisor', 'protection']
    for (const name of taskTypeNames) {
      expect(taskTypes[name].roles.filter(role => !desks.includes(role))).toEqual([])
      expect(taskFamilies).toContain(taskTypes[name].family)
    }
  })

  it('rest on consent or on a duty where they leave reception', () => {
    const leaving = typesWhere(
      name => taskTypes[name].zone === 'district' && !taskTypes[name].roles.includes('supervisor'),
    )
    expect(leaving.filter(name => !['SHARE_DISTRICT', 'PROTECTION_DUTY'].includes(taskTypes[name].basis))).toEqual([])
    expect(leaving.filter(name => taskTypes[name].basis === 'PROTECTION_DUTY')).toEqual([
      'UAC_CUSTODY',
      'CHILD_ASSESS',
      'FAMILY_TRACING',
      'CHILD_LEFT_IN_SA',
    ])
  })
})
