import { expect, it } from 'vitest'
import { passUntil, shareText } from '../../../functions/devices/pass.ts'

it('lasts 72 hours by the server, over the end of a month too', () => {
  expect(passUntil('2026-11-29T06:00:00.000Z')).toBe('2026-12-02T06:00:00.000Z')
})

it('makes another share for another device, officer or epoch, however the ids are cut', () => {
  const of = { deviceId: 'd', officerId: 'o', epoch: 1 }
  const texts = [of, { ...of, deviceId: 'x' }, { ...of, officerId: 'x' }, { ...of, epoch: 2 }].map(shareText)
  expect(new Set(texts).size).toBe(4)
  expect(shareText({ ...of, deviceId: 'd","o' })).not.toBe(shareText({ ...of, officerId: 'o","o' }))
})
