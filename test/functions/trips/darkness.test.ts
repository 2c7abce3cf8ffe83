import { expect, it } from 'vitest'
import { needsBed } from '../../../functions/trips/beds.ts'
import { darkFrom, isDark, ridesInTheDark } from '../../../functions/trips/darkness.ts'

/** Lesotho's clock is two hours ahead of UTC. */
const at = (time: string, day = '2026-11-22') => new Date(`${day}T${time}:00+02:00`)
const ride = (from: Date, to: Date) => ridesInTheDark({ departsAt: from.toISOString(), arrivesAt: to.toISOString() })

it.each([
  ['05:59', true],
  ['06:00', false],
  ['17:59', false],
  ['18:00', true],
  ['00:00', true],
])('%s in Lesotho is dark: %s', (time, dark) => {
  expect(isDark(at(time))).toBe(dark)
})

it.each([
  ['leaves and arrives by day', at('10:00'), at('13:00'), false],
  ['arrives as it grows dark', at('15:00'), at('18:00'), true],
  ['leaves before it is light', at('05:30'), at('08:00'), true],
  ['goes on through a whole night', at('16:00'), at('08:00', '2026-11-23'), true],
  ['leaves early and takes the whole day', at('06:00'), at('17:59'), false],
])('a ride that %s', (_name, from, to, dark) => {
  expect(ride(from, to)).toBe(dark)
})

it('grows dark at six of the day in Lesotho, also where that day has another date in UTC', () => {
  expect(darkFrom(at('06:00')).toISOString()).toBe('2026-11-22T16:00:00.000Z')
  expect(darkFrom(at('23:30')).toISOString()).toBe('2026-11-22T16:00:00.000Z')
  // at night it grew dark the evening before, and stays so until morning
  expect(darkFrom(at('00:30')).toISOString()).toBe('2026-11-21T16:00:00.000Z')
  expect(darkFrom(at('05:59')).toISOString()).toBe('2026-11-21T16:00:00.000Z')
})

it.each([
  ['no seat', undefined, at('10:00'), true],
  ['a seat before dark', { state: 'PLANNED', departsAt: at('14:00').toISOString() }, at('10:00'), false],
  ['a seat as it grows dark', { state: 'PLANNED', departsAt: at('18:00').toISOString() }, at('10:00'), true],
  ['a seat tomorrow', { state: 'PLANNED', departsAt: at('08:00', '2026-11-23').toISOString() }, at('10:00'), true],
  [
    'a seat of the morning, before it is light',
    { state: 'PLANNED', departsAt: at('10:00').toISOString() },
    at('00:30'),
    true,
  ],
  [
    'a seat of the morning, once it is light',
    { state: 'PLANNED', departsAt: at('10:00').toISOString() },
    at('06:00'),
    false,
  ],
  ['a seat on what is a little late', { state: 'PLANNED', departsAt: at('12:00').toISOString() }, at('12:59'), false],
  ['a seat on what never left at noon', { state: 'PLANNED', departsAt: at('12:00').toISOString() }, at('13:01'), true],
  [
    'a seat on a trip of yesterday',
    { state: 'PLANNED', departsAt: at('12:00', '2026-11-21').toISOString() },
    at('09:00'),
    true,
  ],
  [
    'a seat on what should have left before dark',
    { state: 'PLANNED', departsAt: at('14:00').toISOString() },
    at('18:00'),
    true,
  ],
  ['a trip that is under way', { state: 'DEPARTED', departsAt: at('14:00').toISOString() }, at('19:00'), false],
  ['a trip that was cancelled', { state: 'CANCELLED', departsAt: at('14:00').toISOString() }, at('10:00'), true],
] as const)('%s: needs a bed or not', (_name, trip, now, bed) => {
  expect(needsBed(trip, now)).toBe(bed)
})
