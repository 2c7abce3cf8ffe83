import { expect, it } from 'vitest'
import { purposesAgreedTo } from '../../../functions/registration/consents.ts'

type Consents = Parameters<typeof purposesAgreedTo>[0]
const said = (override: Partial<Consents[number]>): Consents[number] => ({
  purpose: 'SHARE_DISTRICT',
  given: true,
  mode: 'VERBAL_WITNESSED',
  language: 'st',
  textVersion: 'a1b2c3d4',
  ...override,
})

it('goes by the last answer to each purpose, in either direction', () => {
  const yesThenNo = [said({}), said({ given: false }), said({ purpose: 'SHARE_IOM' })]
  expect(purposesAgreedTo(yesThenNo)).toEqual(['SHARE_IOM'])
  expect(purposesAgreedTo(yesThenNo.toReversed())).toEqual(['SHARE_IOM', 'SHARE_DISTRICT'])
})

it("wants a child's own yes and the guardian's where both were asked", () => {
  const guardian = said({ guardian: 'GUARDIAN_CONSENT' })
  expect(purposesAgreedTo([guardian])).toEqual(['SHARE_DISTRICT'])
  expect(purposesAgreedTo([guardian, said({ guardian: 'CHILD_ASSENT', given: false })])).toEqual([])
  expect(purposesAgreedTo([guardian, said({ guardian: 'CHILD_ASSENT' })])).toEqual(['SHARE_DISTRICT'])
})

it('takes silence for no', () => {
  expect(purposesAgreedTo([])).toEqual([])
})
