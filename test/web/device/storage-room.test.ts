import { expect, it } from 'vitest'
import { isNearlyFull } from '../../../web/src/device/storage-room.ts'

it('is nearly full from four fifths of the quota on', () => {
  expect(isNearlyFull({ usage: 80, quota: 100 })).toBe(true)
  expect(isNearlyFull({ usage: 79, quota: 100 })).toBe(false)
  expect(isNearlyFull({ usage: 5 })).toBe(false)
})
